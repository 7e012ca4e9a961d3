import type { WallEscalationFragment, WallTodayQuery } from '../gql/graphql';
import { bankTime, startOfBankDay } from '../patterns/time';

/** One escalation on the wall. */
export type WallEscalation = WallEscalationFragment;

/** One of today's escalations, for the counts. */
export type TodayEscalation = WallTodayQuery['escalations']['items'][number];

type Notice = WallEscalation['notices'][number];

const minute = 60_000;
const time = (instant: string) => new Date(instant).getTime();

/** Where less is left, the countdown turns from amber to cinnabar. */
const shortly = 10 * minute;

/** How long until the next step; null when none will come. */
export function untilNextStep({ nextAt }: WallEscalation, now: number): number | null {
  return nextAt ? time(nextAt) - now : null;
}

/** Colour of a card: amber while there is time, cinnabar when the next step is near. */
export function toneOf(escalation: WallEscalation, now: number): 'warn' | 'breach' {
  const left = untilNextStep(escalation, now);
  return left !== null && left < shortly ? 'breach' : 'warn';
}

/** Most urgent first: the nearest step, then the higher level, then the older one. */
export function byUrgency(a: WallEscalation, b: WallEscalation): number {
  const next = (each: WallEscalation) => (each.nextAt ? time(each.nextAt) : Number.POSITIVE_INFINITY);
  return compare(next(a), next(b)) || b.level.localeCompare(a.level) || compare(time(a.raisedAt), time(b.raisedAt));
}

const compare = (a: number, b: number) => (a === b ? 0 : a - b);

/** Notices of one step are written together. */
const together = 5_000;

/** Who is awaited now: the people told at the latest step, the most aware of them first. */
export function awaited({ notices }: WallEscalation): readonly Notice[] {
  const latest = Math.max(...notices.map(({ createdAt }) => time(createdAt)));
  return notices.filter(({ createdAt }) => latest - time(createdAt) <= together).sort((a, b) => proof(b) - proof(a));
}

function proof({ pushedAt, acknowledgedAt }: Notice): number {
  return Number(Boolean(pushedAt)) + 2 * Number(Boolean(acknowledgedAt));
}

/** An hour of today and how many escalations were raised in it. */
export interface HourCount {
  hour: number;
  count: number;
  /** Those of them that nobody has signed for yet. */
  openCount: number;
}

const hoursShown = 12;

/** The last twelve hours of today, or its first twelve in the morning. */
export function hoursOfToday(today: readonly TodayEscalation[], now: number): readonly HourCount[] {
  const current = bankTime(now).hours;
  const first = Math.max(0, current - hoursShown + 1);
  return Array.from({ length: hoursShown }, (_, index) => {
    const hour = first + index;
    const raised = today.filter(({ raisedAt }) => isToday(raisedAt, now) && bankTime(raisedAt).hours === hour);
    return { hour, count: raised.length, openCount: raised.filter(({ status }) => status === 'OPEN').length };
  });
}

/** Whether an instant lies in the bank's day of now. */
export function isToday(instant: string, now: number): boolean {
  return time(instant) >= startOfBankDay(now).getTime();
}

/** The middle time from raising to signing among today's signed ones; null when nobody has signed. */
export function medianToSign(today: readonly TodayEscalation[]): number | null {
  const waits = today
    .flatMap(({ raisedAt, acknowledgedAt }) => (acknowledgedAt ? [time(acknowledgedAt) - time(raisedAt)] : []))
    .sort((a, b) => a - b);
  const middle = (waits.length - 1) / 2;
  const [lower, upper] = [waits[Math.floor(middle)], waits[Math.ceil(middle)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/** How many of today's reached the leadership group or went above it. */
export function reachedLeadership(today: readonly TodayEscalation[]): number {
  return today.filter(({ level }) => level === 'E3' || level === 'E4').length;
}

/** The unit and the one above it, the near one first. */
export function unitLine({ orgUnit }: WallEscalation): string {
  const [above, unit] = orgUnit.pathNames.slice(-2);
  return unit && above ? `${unit} · ${above}` : orgUnit.name;
}
