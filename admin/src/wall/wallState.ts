import type { TodayEscalation, WallEscalation } from './urgency';

/** What the wall knows. */
export interface WallState {
  /** Open and acknowledged ones by id. */
  current: ReadonlyMap<string, WallEscalation>;
  today: ReadonlyMap<string, TodayEscalation>;
  /** When the server last told anything; null before the first answer. */
  toldAt: number | null;
}

/** Nothing known yet. */
export const emptyWall: WallState = { current: new Map(), today: new Map(), toldAt: null };

const isShown = ({ status }: WallEscalation) => status === 'OPEN' || status === 'ACKNOWLEDGED';

/** One changed escalation; an older word about it is ignored. */
export function withEscalation(state: WallState, changed: WallEscalation): WallState {
  const known = state.current.get(changed.id);
  if (changed.isDrill || (known && known.version > changed.version)) return state;
  const current = new Map(state.current);
  if (isShown(changed)) current.set(changed.id, changed);
  else current.delete(changed.id);
  return { current, today: new Map(state.today).set(changed.id, changed), toldAt: Date.now() };
}

/** A fresh reading; what the feed told meanwhile and is newer stays. */
export function withReading(
  state: WallState,
  current: readonly WallEscalation[],
  today: readonly TodayEscalation[],
): WallState {
  const newest = (read: WallEscalation) => {
    const known = state.current.get(read.id);
    return known && known.version > read.version ? known : read;
  };
  return {
    current: new Map(current.map((read) => [read.id, newest(read)])),
    today: new Map(today.map((read) => [read.id, read])),
    toldAt: Date.now(),
  };
}
