import { useEffect, useRef, useState } from 'react';
import type { WallEscalation } from './urgency';

/** What came since the wall was opened. */
export interface Arrivals {
  /** The one to announce; changes with every new card. */
  newest: WallEscalation | null;
  /** Cards that slide in. */
  ids: ReadonlySet<string>;
}

const none: Arrivals = { newest: null, ids: new Set() };

/** Finds cards that were not open before; the first picture is not news. */
export function useArrivals(open: readonly WallEscalation[], isRead: boolean): Arrivals {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [arrivals, setArrivals] = useState(none);
  useEffect(() => {
    if (!isRead) return;
    const before = known.current;
    known.current = new Set(open.map(({ id }) => id));
    if (!before) return;
    const fresh = open.filter(({ id }) => !before.has(id));
    const newest = fresh.toSorted((a, b) => b.raisedAt.localeCompare(a.raisedAt))[0];
    if (newest) setArrivals({ newest, ids: new Set(fresh.map(({ id }) => id)) });
  }, [open, isRead]);
  return arrivals;
}
