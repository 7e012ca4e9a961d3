import type { TodayEscalation, WallEscalation } from './urgency';

/** What the feed or a mutation said of one escalation, and when. */
interface Told {
  escalation: WallEscalation;
  at: number;
}

/** What the wall knows. */
export interface WallState {
  /** Open and acknowledged ones by id. */
  current: ReadonlyMap<string, WallEscalation>;
  today: ReadonlyMap<string, TodayEscalation>;
  told: ReadonlyMap<string, Told>;
  /** When the server last told anything; null before the first answer. */
  toldAt: number | null;
}

/** Both lists, as they stood some time after `startedAt`. */
export interface Reading {
  current: readonly WallEscalation[];
  today: readonly TodayEscalation[];
  startedAt: number;
}

/** Nothing known yet. */
export const emptyWall: WallState = { current: new Map(), today: new Map(), told: new Map(), toldAt: null };

/** No reading takes longer than this. */
const rememberedFor = 10 * 60_000;

const isShown = ({ status }: WallEscalation) => status === 'OPEN' || status === 'ACKNOWLEDGED';

/** One changed escalation; an older word about it is ignored. */
export function withEscalation(state: WallState, changed: WallEscalation): WallState {
  const known = state.current.get(changed.id);
  if (changed.isDrill || (known && known.version > changed.version)) return state;
  const current = new Map(state.current);
  if (isShown(changed)) current.set(changed.id, changed);
  else current.delete(changed.id);
  return {
    current,
    today: new Map(state.today).set(changed.id, changed),
    told: new Map(state.told).set(changed.id, { escalation: changed, at: Date.now() }),
    toldAt: Date.now(),
  };
}

/** A fresh reading; what was told while it was on its way is newer and stays. */
export function withReading(state: WallState, { current, today, startedAt }: Reading): WallState {
  const now = Date.now();
  const told = [...state.told].filter(([, { at }]) => now - at < rememberedFor);
  const read: WallState = {
    current: new Map(current.map((each) => [each.id, each])),
    today: new Map(today.map((each) => [each.id, each])),
    told: new Map(told),
    toldAt: now,
  };
  const isNewer = ({ escalation, at }: Told) =>
    at >= startedAt || escalation.version > (read.current.get(escalation.id)?.version ?? Number.POSITIVE_INFINITY);
  return told.filter(([, each]) => isNewer(each)).reduce((so, [, each]) => withEscalation(so, each.escalation), read);
}
