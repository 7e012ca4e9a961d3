// The tests read this file outside the bundler, hence the full name of its neighbour.
import {
  dayTimeText,
  dueText,
  overdueText,
  pausedText,
  remainingText,
  spokenDuration,
  type Instant,
  type Locale,
} from './time.js';

/** States of a clock. */
export type ClockState = 'RUNNING' | 'WARNED' | 'BREACHED' | 'PAUSED' | 'MET' | 'CANCELLED';

/** What a clock mark needs to know of a running limit. */
export interface ClockValue {
  state: ClockState;
  startedAt: string;
  warnAt: string;
  dueAt: string;
  kind?:
    | 'SCREENING'
    | 'HANDOVER'
    | 'FIRST_ACTION'
    | 'FIRST_RESPONSE'
    | 'PROGRESS'
    | 'COOPERATION'
    | 'RESOLUTION'
    | 'REGULATORY'
    | 'FULFILMENT'
    | 'RETURN_VISIT'
    | 'APPEAL';
  pausedAt?: string | null;
  pauseReason?: string | null;
  metAt?: string | null;
  fulfilledAt?: string | null;
}

const at = (instant: Instant) => new Date(instant).getTime();

/** A running clock passes its warning and due points on the screen too, without waiting for the server's word. */
export function stateAt(clock: ClockValue, now: number): ClockState {
  const runs = clock.state === 'RUNNING' || clock.state === 'WARNED';
  if (!runs) return clock.state;
  if (now >= at(clock.dueAt)) return 'BREACHED';
  return now >= at(clock.warnAt) ? 'WARNED' : 'RUNNING';
}

/** The share of the limit that is used up, 0 to 1. */
export function elapsedShare(clock: ClockValue, now: number): number {
  return shareOf(clock, clock.pausedAt ? at(clock.pausedAt) : now);
}

/** Where the tick of the warning point stands, 0 to 1. */
export function warnShare(clock: ClockValue): number {
  return shareOf(clock, at(clock.warnAt));
}

function shareOf(clock: ClockValue, instant: number): number {
  const length = at(clock.dueAt) - at(clock.startedAt);
  if (length <= 0) return 1;
  return Math.min(1, Math.max(0, (instant - at(clock.startedAt)) / length));
}

/** How long past its end; a late clock that was fulfilled stands still. */
function overdueBy(clock: ClockValue, now: number): number {
  return (clock.fulfilledAt ? at(clock.fulfilledAt) : now) - at(clock.dueAt);
}

/** Words for the states that are told without a length. */
export interface ClockWords {
  MET: string;
  CANCELLED: string;
}

/** The text of a clock: `剩 3时10分`, `超期 42分`, `暂停 1天4时`, `按时完成`. */
export function clockText(clock: ClockValue, now: number, locale: Locale, words: ClockWords): string {
  const state = stateAt(clock, now);
  if (state === 'MET' || state === 'CANCELLED') return words[state];
  if (state === 'PAUSED') return pausedText(now - at(clock.pausedAt ?? now), locale);
  if (state === 'BREACHED') return overdueText(overdueBy(clock, now), locale);
  return remainingText(at(clock.dueAt) - now, locale);
}

/** The line below the rail: when it ends, why it rests, or when it was met. */
export function clockTime(clock: ClockValue, now: number, locale: Locale): string {
  const state = stateAt(clock, now);
  const done = clock.metAt ?? clock.fulfilledAt;
  if (state === 'PAUSED' && clock.pauseReason) return clock.pauseReason;
  if (state === 'MET' && done) return dayTimeText(done, now, locale);
  return dueText(clock.dueAt, now, locale);
}

/** The text for screen readers, without the kind: `剩余 3 小时 10 分，今天 17:30 到期`. */
export function spokenClock(clock: ClockValue, now: number, locale: Locale, words: ClockWords): string {
  const state = stateAt(clock, now);
  if (state === 'MET' || state === 'CANCELLED')
    return `${words[state]}${comma[locale]}${clockTime(clock, now, locale)}`;
  if (state === 'PAUSED') return clockText(clock, now, locale, words);
  const due = dueText(clock.dueAt, now, locale);
  const late = state === 'BREACHED';
  const length = spokenDuration(late ? overdueBy(clock, now) : at(clock.dueAt) - now, locale);
  if (locale === 'zh') return `${late ? '超期' : '剩余'} ${length}，${due} 到期`;
  return `${length} ${late ? 'overdue' : 'left'}, due ${due}`;
}

const comma = { zh: '，', en: ', ' };
