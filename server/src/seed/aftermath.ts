import { codeListSeed } from '../work/code-list-seed.js';
import { commandersOf, deskLeaderOf } from './bank-groups.js';
import { minutesAfter, minutesBetween, whenAtWork } from './bank-time.js';
import type { DemoChannel, DemoContactKind, DemoLevel, DemoStep, DemoTrigger } from './demo-types.js';
import * as phrases from './phrases.js';
import type { Random } from './random.js';
import { tell, type Story, type StorySlots } from './story.js';

/** What is known of a complaint when its further course is made up. */
export interface Course {
  story: Story;
  slots: StorySlots;
  receivedAt: Date;
  orgUnitCode: string;
  channel: DemoChannel;
  /** First handler: who registered it or, if an app did, who claims it. */
  handler: string;
  cameByApp: boolean;
  /** Nobody can be rung; what is said is read with the tracking code. */
  isAnonymous: boolean;
  now: Date;
}

const phrasesOf: Record<DemoContactKind, readonly string[]> = {
  LISTENING: phrases.listening,
  PROGRESS: phrases.progress,
  SOOTHING: phrases.soothing,
  EXPLANATION: phrases.explanation,
};
const day = 24 * 60;

/** The escalation that registering a story raises by itself, if any. */
export function triggerOf({ category, level, riskFlags = [], channels }: Story): DemoTrigger | undefined {
  if (isAtRisk(category) || riskFlags.includes('FUND_SAFETY')) return 'FRAUD_OR_ACCOUNT';
  if (riskFlags.includes('MEDIA') || channels.includes('MEDIA')) return 'MEDIA';
  const named = (['MAJOR_RISK', 'SOCIAL_IMPACT', 'REPUTATION'] as const).find((flag) => riskFlags.includes(flag));
  return named ?? (isSerious(level) ? 'LEVEL_RAISED' : undefined);
}

function isAtRisk(category: string | undefined): boolean {
  if (category === undefined || category === 'FRAUD' || category === 'ACCOUNT_SECURITY') return category !== undefined;
  return isAtRisk(codeListSeed.find(({ list, code }) => list === 'CATEGORY' && code === category)?.parent);
}

const isSerious = (level?: DemoLevel) => level === 'MAJOR' || level === 'URGENT';

const atWork = ({ receivedAt }: Course, minutes: number, random: Random) =>
  minutesBetween(receivedAt, whenAtWork(receivedAt, minutes, random));

function contact(course: Course, random: Random, kind: DemoContactKind, afterMinutes: number): DemoStep {
  const isThere = course.channel === 'PHONE' || course.channel === 'ON_SITE';
  const direction = kind === 'LISTENING' && isThere && afterMinutes < 15 ? 'INBOUND' : 'OUTBOUND';
  const reachedBy = course.isAnonymous ? 'ONLINE' : course.channel === 'EMAIL' ? 'EMAIL' : 'PHONE';
  const channel = direction === 'INBOUND' ? course.channel : reachedBy;
  const summary = random.pick(phrasesOf[kind]);
  const outcome = kind === 'PROGRESS' ? undefined : 'CALM';
  return { action: 'recordContact', afterMinutes, by: course.handler, kind, channel, direction, summary, outcome };
}

function answer({ story, slots, handler }: Course, random: Random, afterMinutes: number): DemoStep {
  const resolutionSummary = tell(story.answer, slots, random);
  return { action: 'resolveImmediately', afterMinutes, by: handler, categoryCode: story.category, resolutionSummary };
}

const claim = (course: Course, afterMinutes: number): DemoStep[] =>
  course.cameByApp ? [{ action: 'claimComplaint', afterMinutes, by: course.handler }] : [];

function answered(course: Course, random: Random): DemoStep[] {
  const claimedAt = course.cameByApp ? atWork(course, random.between(3, 45), random) : 0;
  const talkedAt = claimedAt + random.between(2, 12);
  const talks = random.chance(0.45) && !course.isAnonymous ? [contact(course, random, 'LISTENING', talkedAt)] : [];
  const repliedAt = atWork(course, claimedAt + random.between(18, 420), random) + 15;
  const explained = random.chance(0.2) ? [contact(course, random, 'EXPLANATION', repliedAt - 2)] : [];
  return [...claim(course, claimedAt), ...talks, ...explained, answer(course, random, repliedAt)];
}

function answeredLater(course: Course, random: Random, isAnswered: boolean): DemoStep[] {
  const claimedAt = course.cameByApp ? atWork(course, random.between(3, 45), random) : 0;
  const informedAt = atWork(course, claimedAt + random.between(30, 480), random) + 15;
  const steps = [...claim(course, claimedAt), contact(course, random, 'PROGRESS', informedAt)];
  if (!isAnswered) return [...steps, ...furtherProgress(course, random, informedAt)];
  return [...steps, answer(course, random, atWork(course, informedAt + random.between(1, 4) * day, random) + 5)];
}

function furtherProgress(course: Course, random: Random, after: number): DemoStep[] {
  const steps: DemoStep[] = [];
  const age = minutesBetween(course.receivedAt, course.now);
  for (let at = after + 2 * day; at < age; at += random.between(2, 4) * day) {
    steps.push(contact(course, random, 'PROGRESS', atWork(course, at + random.between(-90, 90), random)));
  }
  return steps;
}

function settled(course: Course, random: Random, trigger: DemoTrigger, by: string, at: number): DemoStep[] {
  const note = random.pick(phrases.acknowledgement);
  const resolution = random.pick(phrases.settlement[trigger]);
  // Within the two hours after which an acknowledged escalation opens again.
  const resolvedAt = at + random.between(35, 105);
  return [
    { action: 'acknowledgeEscalation', afterMinutes: at, by, trigger, note },
    { action: 'resolveEscalation', afterMinutes: resolvedAt, by, trigger, resolution },
  ];
}

/** Nobody answers within a day, the desk is called, and then it is put right. */
function answeredLate(course: Course, random: Random): DemoStep[] {
  const isClimbing = random.chance(0.35);
  const at = day + (isClimbing ? random.between(33, 44) : random.between(4, 26));
  const by = isClimbing ? (commandersOf(course.orgUnitCode)[0] as string) : deskLeaderOf(course.orgUnitCode);
  const [acknowledged, resolved] = settled(course, random, 'NO_FIRST_RESPONSE', by, at) as [DemoStep, DemoStep];
  const talkedAt = at + random.between(8, 30);
  const repliedAt = atWork(course, at + random.between(3 * 60, 2 * day), random) + 90;
  return [
    acknowledged,
    ...claim(course, talkedAt - 3),
    contact(course, random, 'PROGRESS', talkedAt),
    resolved,
    answer(course, random, repliedAt),
  ];
}

/** What happens to a complaint that may be answered on the spot. */
export function mildAftermath(course: Course, random: Random): DemoStep[] {
  const age = minutesBetween(course.receivedAt, course.now) / day;
  const lot = random.next();
  if (age > 4 && lot < 0.05) return answeredLate(course, random);
  if (age < 14 && lot < 0.3) return answeredLater(course, random, false);
  return lot < 0.4 && age > 1 ? answeredLater(course, random, true) : answered(course, random);
}

/** What happens to a complaint that those above heard of at once; it stays open until there are investigations. */
export function seriousAftermath(course: Course, random: Random): DemoStep[] {
  const trigger = triggerOf(course.story) as DemoTrigger;
  const isDesks = trigger === 'LEVEL_RAISED' && course.story.level === 'MAJOR';
  const isClimbing = random.chance(0.2);
  const at = (isClimbing ? random.between(18, 28) : random.between(3, 12)) + (isDesks ? 14 : 0);
  const commander = isClimbing ? 'leader' : random.pick(commandersOf(course.orgUnitCode));
  const by = isDesks && !isClimbing ? deskLeaderOf(course.orgUnitCode) : commander;
  const soothedAt = random.between(14, 40);
  const informedAt = course.story.level === 'URGENT' ? random.between(50, 100) : random.between(90, 300);
  return [
    ...claim(course, random.between(2, 9)),
    ...settled(course, random, trigger, by, at),
    contact(course, random, 'SOOTHING', soothedAt),
    contact(course, random, 'PROGRESS', informedAt),
    ...furtherProgress(course, random, informedAt),
  ];
}

/** The steps that have happened by now, in order of time. */
export function untilNow(steps: readonly DemoStep[], receivedAt: Date, now: Date): DemoStep[] {
  return steps
    .filter(({ afterMinutes }) => minutesAfter(receivedAt, afterMinutes) <= now)
    .sort((one, other) => one.afterMinutes - other.afterMinutes);
}
