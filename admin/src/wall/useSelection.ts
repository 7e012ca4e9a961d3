import { useState } from 'react';
import type { WallEscalation } from './urgency';

/** The selected card and the way to the next. */
export interface Selection {
  selected: WallEscalation | undefined;
  select: (id: string) => void;
  move: (by: number) => void;
}

/** One card is always selected: where the chosen one has gone, the next takes its place. */
export function useSelection(open: readonly WallEscalation[]): Selection {
  const [chosen, setChosen] = useState({ id: '', index: 0 });
  const found = open.findIndex(({ id }) => id === chosen.id);
  const index = Math.max(0, found >= 0 ? found : Math.min(chosen.index, open.length - 1));
  const choose = (at: number) => setChosen({ id: open[at]?.id ?? '', index: at });
  // The place must be remembered while the card is still there.
  if (found >= 0 && found !== chosen.index) setChosen({ id: chosen.id, index: found });
  return {
    selected: open[index],
    select: (id) => choose(open.findIndex((each) => each.id === id)),
    move: (by) => choose(Math.min(open.length - 1, Math.max(0, index + by))),
  };
}
