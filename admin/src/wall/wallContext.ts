import { createContext, useContext } from 'react';
import type { WallEscalation } from './urgency';
import type { WallActions } from './useWallActions';

/** What every card of the wall needs besides its escalation. */
export interface WallContextValue {
  actions: WallActions;
  /** Why nothing can be done now, such as a cut connection. */
  blockedBy: string | null;
  /** The card that has the one main action. */
  selectedId: string | undefined;
  select: (id: string) => void;
  /** Cards that slide in. */
  arrivedIds: ReadonlySet<string>;
  /** Opens the dialog that resolves. */
  askResolution: (escalation: WallEscalation) => void;
}

/** The wall around a card. */
export const WallContext = createContext<WallContextValue | null>(null);

/** The wall around this card; fails outside the wall. */
export function useWall(): WallContextValue {
  const wall = useContext(WallContext);
  if (!wall) throw new Error('useWall needs a WallContext');
  return wall;
}
