import { bankDay, dayAfter, startOfBankDay } from '../kernel/bank-day.js';
import type { Limit } from './limit.js';
import { isWeekend, yearOf, type WorkingDays } from './working-days.js';

/** A span in which a clock stood still; one without an end moves nothing until it has one. */
export interface Pause {
  from: Date;
  to: Date | null;
}

/** One line of the calculation. */
export interface TraceDay {
  /** The bank's day, `2026-10-01`. */
  day: string;
  reason: 'RECEIPT' | 'COUNTED' | 'DAY_OFF' | 'WEEKEND' | 'MAKE_UP' | 'PAUSED' | 'ELAPSED';
  /** How much of the limit it takes: 1 for a day that counts, else 0; for limits in hours the hours of that day that passed or stood still. */
  counted: number;
  /** The holiday, or the one that a make-up workday makes up for. */
  name: { zh: string; en: string } | null;
  /** Whether the calendar of its year was asked and is not published. */
  isProvisional: boolean;
}

/** When a limit ends, and the calculation itself. */
export interface Deadline {
  /** Breached from this instant on. */
  dueAt: Date;
  /** Whether it may move when a calendar is published. */
  isProvisional: boolean;
  trace: TraceDay[];
}

/**
 * When a limit ends. Days: the day of receipt does not count, the last counted day ends it at 24:00 in Shanghai, and a
 * day at whose end the clock was paused is skipped. Hours: elapsed time without the pauses.
 */
export function deadline(days: WorkingDays, startedAt: Date, limit: Limit, pauses: readonly Pause[] = []): Deadline {
  const ended = pauses.flatMap(({ from, to }) => (to ? [{ from, to }] : []));
  const trace = limit.unit === 'CLOCK_HOUR' ? hours(startedAt, limit, ended) : daysOf(days, startedAt, limit, ended);
  return { dueAt: dueAtOf(startedAt, limit, trace), isProvisional: trace.some((each) => each.isProvisional), trace };
}

/** The end of a limit, by the listed days alone. */
export function dueAtOf(startedAt: Date, limit: Limit, trace: readonly TraceDay[]): Date {
  if (limit.unit !== 'CLOCK_HOUR') return startOfBankDay(dayAfter(trace.at(-1)!.day, 1));
  const total = trace.reduce((sum, { counted }) => sum + counted, 0);
  return new Date(startedAt.getTime() + Math.round(total * hourMs));
}

const hourMs = 3_600_000;

interface Span {
  from: Date;
  to: Date;
}

function daysOf(days: WorkingDays, startedAt: Date, { count, unit }: Limit, pauses: readonly Span[]): TraceDay[] {
  let day = bankDay(startedAt);
  const trace: TraceDay[] = [{ day, reason: 'RECEIPT', counted: 0, name: null, isProvisional: false }];
  for (let left = count; left > 0;) {
    day = dayAfter(day, 1);
    const asked = unit === 'WORKING_DAY' ? byCalendar(days, day) : everyDay;
    const isSkipped = asked.counted > 0 && isPausedAtEndOf(day, pauses);
    const entry: TraceDay = { day, ...asked, ...(isSkipped ? { reason: 'PAUSED' as const, counted: 0 } : {}) };
    trace.push(entry);
    left -= entry.counted;
  }
  return trace;
}

const everyDay = { reason: 'COUNTED', counted: 1, name: null, isProvisional: false } as const;

function byCalendar(days: WorkingDays, day: string): Omit<TraceDay, 'day'> {
  const name = days.nameOf(day);
  const isProvisional = !days.isPublished(yearOf(day));
  if (!days.isWorkingDay(day)) return { reason: name ? 'DAY_OFF' : 'WEEKEND', counted: 0, name, isProvisional };
  return { reason: isWeekend(day) ? 'MAKE_UP' : 'COUNTED', counted: 1, name, isProvisional };
}

function isPausedAtEndOf(day: string, pauses: readonly Span[]): boolean {
  const end = startOfBankDay(dayAfter(day, 1));
  return pauses.some(({ from, to }) => from < end && end <= to);
}

function hours(startedAt: Date, { count }: Limit, pauses: readonly Span[]): TraceDay[] {
  const trace: TraceDay[] = [];
  let at = startedAt.getTime();
  let left = count * hourMs;
  const pass = (reason: 'ELAPSED' | 'PAUSED', until: number) => {
    for (const { day, ms } of byDay(at, until))
      trace.push({ day, reason, counted: ms / hourMs, name: null, isProvisional: false });
    at = Math.max(at, until);
  };
  for (const { from, to } of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const begins = Math.max(at, from.getTime());
    if (begins - at >= left) break;
    left -= begins - at;
    pass('ELAPSED', begins);
    pass('PAUSED', to.getTime());
  }
  pass('ELAPSED', at + left);
  return trace;
}

/** A span cut at the bank's midnights, in milliseconds. */
function byDay(from: number, until: number): { day: string; ms: number }[] {
  const pieces: { day: string; ms: number }[] = [];
  while (from < until) {
    const day = bankDay(new Date(from));
    const end = Math.min(until, startOfBankDay(dayAfter(day, 1)).getTime());
    pieces.push({ day, ms: end - from });
    from = end;
  }
  return pieces;
}
