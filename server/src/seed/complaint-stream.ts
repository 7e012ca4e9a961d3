import { mildAftermath, seriousAftermath, untilNow, type Course } from './aftermath.js';
import { demoBranchCode } from './bank-staff.js';
import { isWeekend, midnight, minutesAfter, minutesBetween, whenAtWork } from './bank-time.js';
import type { DemoComplaint, DemoStep } from './demo-types.js';
import { finalHours, finalHoursCount } from './final-hours.js';
import { seededRandom, type Random } from './random.js';
import { channelApp, registerAnew, type Registration } from './register.js';
import { mildStories, seriousStories } from './stories.js';
import { tell, type Story } from './story.js';

const total = 150;
const days = 90;
const historicalCount = 26;
const seriousCount = 24;
/** The ledger of grave complaints was taken over into the system so many days ago. */
const takeoverDaysAgo = 58;

type Unnumbered = Omit<DemoComplaint, 'ordinal'>;

/** Days before now, more of them lately, and an hour at which people complain. */
function mildHour(now: Date, random: Random): Date {
  const at = minutesAfter(midnight(now, Math.floor(days * (1 - random.next() ** 0.8))), hourOfDay(random));
  const age = minutesBetween(at, now);
  const isTooRecentOrOld = age < 3 * 60 || age > days * 24 * 60;
  return isTooRecentOrOld || (isWeekend(at) && random.chance(0.6)) ? mildHour(now, random) : at;
}

function hourOfDay(random: Random): number {
  const lot = random.next();
  if (lot < 0.48) return random.between(9 * 60, 11 * 60 + 50);
  return lot < 0.88 ? random.between(13 * 60 + 30, 17 * 60 + 30) : random.between(18 * 60, 21 * 60 + 30);
}

/** A working hour early enough for the steps after a grave complaint to fall on the same day. */
function seriousHour(now: Date, daysAgo: number, random: Random): Date {
  const at = minutesAfter(midnight(now, daysAgo), random.between(9 * 60, 15 * 60 + 30));
  return isWeekend(at) && random.chance(0.8) ? seriousHour(now, daysAgo + 1, random) : at;
}

const taking = (stories: readonly Story[], count: number, random: Random): Story[] =>
  Array.from({ length: Math.ceil(count / stories.length) }, () => random.shuffle(stories))
    .flat()
    .slice(0, count);

function followed(
  { complaint, story, slots, handler }: Registration,
  aftermath: (course: Course, random: Random) => DemoStep[],
  now: Date,
  random: Random,
): Unnumbered {
  const { receivedAt, orgUnitCode, registeredBy, input } = complaint;
  const cameByApp = registeredBy === channelApp;
  const { channel, complainant } = input;
  const person = { handler, cameByApp, isAnonymous: complainant.anonymous };
  const course: Course = { story, slots, receivedAt, orgUnitCode, channel, ...person, now };
  return { ...complaint, steps: untilNow(aftermath(course, random), receivedAt, now) };
}

const mild = (now: Date, random: Random, used: Set<string>): Unnumbered[] =>
  taking(mildStories, total - finalHoursCount - historicalCount - seriousCount, random).map((story) =>
    followed(registerAnew({ story, receivedAt: mildHour(now, random) }, random, used), mildAftermath, now, random),
  );

const serious = (now: Date, random: Random, used: Set<string>): Unnumbered[] =>
  taking(seriousStories, seriousCount, random).map((story, index) => {
    const daysAgo = index < 14 ? 1 + Math.floor(index * 0.9) : random.between(14, 45);
    const receivedAt = seriousHour(now, daysAgo, random);
    return followed(registerAnew({ story, receivedAt }, random, used), seriousAftermath, now, random);
  });

/** Grave complaints of the time before, settled long ago and taken over from another ledger. */
const historical = (now: Date, random: Random, used: Set<string>): Unnumbered[] =>
  taking(seriousStories, historicalCount, random).map((story, index) => {
    const receivedAt = seriousHour(now, random.between(takeoverDaysAgo + 12, days - 3), random);
    const closedAt = whenAtWork(receivedAt, random.between(3 * 24 * 60, 10 * 24 * 60), random);
    const wish = { story, receivedAt, branchCode: demoBranchCode, registeredBy: channelApp };
    const { complaint, slots } = registerAnew(wish, random, used);
    const input = {
      ...complaint.input,
      historical: { closedAt, resolutionSummary: tell(story.answer, slots, random) },
    };
    const registeredAt = minutesAfter(midnight(now, takeoverDaysAgo), 9 * 60 + index);
    return { ...complaint, registeredAt, input, steps: [] };
  });

/**
 * A hundred and fifty complaints of the last 90 days, oldest first, and what was done about each until `now`.
 * The same `now` always gives the same stream, no two complaints in the same words.
 */
export function complaintStream(now: Date): DemoComplaint[] {
  const random = seededRandom(19_530);
  const used = new Set<string>();
  return [historical, serious, mild, finalHours]
    .flatMap((part) => part(now, random, used))
    .sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())
    .map((complaint, index) => {
      const idempotencyKey = `demo-${String(index + 1).padStart(4, '0')}`;
      return { ordinal: index + 1, ...complaint, input: { ...complaint.input, idempotencyKey } };
    });
}
