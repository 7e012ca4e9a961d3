import { ref } from '@mikro-orm/core';
import { readWorkingDays, type WorkingDays } from '../../calendar/working-days.js';
import { deadline } from '../../calendar/deadline.js';
import { create, record, type Context } from '../../kernel/context.js';
import type { Limit } from '../../calendar/limit.js';
import type { PeriodClock } from '../../plans/handling-rules.js';
import type { Policy, PolicyLimit } from '../../plans/policy.js';
import type { RegulationCode } from '../../plans/policy-terms.js';
import type { Complaint } from '../complaint/complaint.js';
import { openStatuses, type ClockKind } from '../enumerations.js';
import { limitOf, policyAtReceipt } from './limits.js';
import { SlaClock } from './sla-clock.js';

/** Starts what runs from receipt: the first response, the decision, and what regulations ask for (D3-2.2, D5-五.3). */
export async function startClocks(ctx: Context, complaint: Complaint, policy: Policy): Promise<void> {
  const days = await readWorkingDays(ctx.em);
  const wanted = [
    { kind: 'FIRST_RESPONSE', regulation: null },
    { kind: 'RESOLUTION', regulation: null },
    ...policy.regulations.map(({ code }) => ({ kind: 'REGULATORY', regulation: code }) as const),
  ] as const;
  const startedAt = complaint.receivedAt;
  const clocks = wanted.flatMap((each) => start(ctx, complaint, { ...each, round: 1, startedAt }, { policy, days }));
  complaint.nextDueAt = nearestOf(clocks);
}

/** Work begins anew: what still ran is let go, the first response and the decision run once more, and what was is kept. */
export async function startNextRound(ctx: Context, complaint: Complaint): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  const startedAt = ctx.clock.now();
  for (const clock of clocks.filter(({ isPending }) => isPending)) clock.letGo(startedAt);
  const rules = { policy: await policyAtReceipt(ctx.em, complaint), days: await readWorkingDays(ctx.em) };
  const begun = (['FIRST_RESPONSE', 'RESOLUTION'] as const).flatMap((kind) => {
    const round = 1 + clocks.filter((clock) => clock.kind === kind).length;
    return start(ctx, complaint, { kind, regulation: null, round, startedAt }, rules);
  });
  complaint.nextDueAt = nearestOf([...clocks, ...begun]);
}

interface Beginning {
  kind: ClockKind;
  regulation: RegulationCode | null;
  round: number;
  startedAt: Date;
  subjectId?: string | null;
}

/** One clock, or none where the plan sets no limit. */
function start(
  ctx: Context,
  complaint: Complaint,
  beginning: Beginning,
  { policy, days }: { policy: Policy; days: WorkingDays },
): SlaClock[] {
  const limit = limitOf(policy, beginning, complaint.level);
  if (!limit) return [];
  return [begin(ctx, complaint, beginning, { limit, warnShare: policy.warnShare, days })];
}

function begin(
  ctx: Context,
  complaint: Complaint,
  beginning: Beginning,
  { limit, warnShare, days }: { limit: PolicyLimit; warnShare: number; days: WorkingDays },
): SlaClock {
  const clock = create(ctx, SlaClock, { ...beginning, complaint: ref(complaint), state: 'RUNNING', warnShare });
  clock.allow(limit);
  clock.reckon(deadline(days, clock.startedAt, limit), ctx.clock.now());
  return clock;
}

/** A clock that begins with something done: by the plan's period, or by a limit that somebody sets. */
export interface Occasion {
  kind: PeriodClock;
  /** What it is about, where a complaint may have several of its kind. */
  subjectId?: string;
  limit?: Limit;
}

/** Starts a clock now; none where the plan sets no period and nobody a limit. */
export async function startClock(ctx: Context, complaint: Complaint, occasion: Occasion): Promise<SlaClock | null> {
  const clocks = await clocksOf(ctx, complaint);
  const policy = await policyAtReceipt(ctx.em, complaint);
  const { kind, subjectId = null } = occasion;
  const limit = occasion.limit
    ? { ...occasion.limit, escalates: true, clause: policy.periodOf(kind)?.clause ?? null }
    : policy.periodOf(kind);
  if (!limit) return null;
  const startedAt = ctx.clock.now();
  const round = 1 + clocks.filter((each) => each.kind === kind).length;
  const beginning = { kind, regulation: null, round, startedAt, subjectId };
  const rules = { limit, warnShare: policy.warnShare, days: await readWorkingDays(ctx.em) };
  const clock = begin(ctx, complaint, beginning, rules);
  complaint.nextDueAt = nearestOf([...clocks, clock]);
  return clock;
}

/** What some clocks wait for is done: met in time, or fulfilled late; `subjectId` picks those about one thing. */
export async function fulfilClocks(
  ctx: Context,
  complaint: Complaint,
  kinds: readonly ClockKind[],
  subjectId?: string,
): Promise<void> {
  await endSome(ctx, complaint, kinds, subjectId, (clock) => clock.fulfil(ctx.clock.now()));
}

/** What some clocks wait for is waited for no more. */
export async function cancelClocks(
  ctx: Context,
  complaint: Complaint,
  kinds: readonly ClockKind[],
  subjectId?: string,
): Promise<void> {
  await endSome(ctx, complaint, kinds, subjectId, (clock) => clock.letGo(ctx.clock.now()));
}

async function endSome(
  ctx: Context,
  complaint: Complaint,
  kinds: readonly ClockKind[],
  subjectId: string | undefined,
  end: (clock: SlaClock) => void,
): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  const isMeant = (clock: SlaClock) => subjectId === undefined || clock.subjectId === subjectId;
  const ended = clocks.filter((clock) => clock.isPending && kinds.includes(clock.kind) && isMeant(clock));
  ended.forEach(end);
  for (const { id, kind } of ended)
    record(ctx, 'complaint.clockEnded', complaint, { objectId: id, data: { clockKind: kind } });
  complaint.nextDueAt = nearestOf(clocks);
}

/** All clocks of a complaint that is being changed. */
export const clocksOf = (ctx: Context, complaint: Complaint): Promise<SlaClock[]> =>
  ctx.em.find(SlaClock, { complaint: complaint.id });

/** The nearest end that somebody still waits for and that those above hear of; one that stands still has none. */
export function nearestOf(clocks: readonly SlaClock[]): Date | null {
  const ends = clocks
    .filter(({ isPending, escalates, state }) => isPending && escalates && state !== 'PAUSED')
    .map(({ dueAt }) => dueAt.getTime());
  return ends.length ? new Date(Math.min(...ends)) : null;
}

/** The customer was told a plan or progress: the first response is given, and the next word is due (D3-2.2b–c). */
export async function noteProgress(ctx: Context, complaint: Complaint, at: Date): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  const told = fulfil(ctx, complaint, clocks, { kinds: ['FIRST_RESPONSE', 'PROGRESS'], at });
  for (const { id } of told.filter(({ kind }) => kind === 'PROGRESS'))
    record(ctx, 'complaint.progressTold', complaint, { objectId: id });
  if (openStatuses.includes(complaint.status)) {
    const round = 1 + clocks.filter(({ kind }) => kind === 'PROGRESS').length;
    const rules = { policy: await policyAtReceipt(ctx.em, complaint), days: await readWorkingDays(ctx.em) };
    clocks.push(...start(ctx, complaint, { kind: 'PROGRESS', regulation: null, round, startedAt: at }, rules));
  }
  complaint.nextDueAt = nearestOf(clocks);
}

/** The decision was told: nothing is waited for any more, and no step on the way to it is. */
export async function noteReply(ctx: Context, complaint: Complaint, at: Date): Promise<void> {
  const clocks = await clocksOf(ctx, complaint);
  fulfil(ctx, complaint, clocks, { kinds: ['FIRST_RESPONSE', 'PROGRESS', 'RESOLUTION', 'REGULATORY'], at });
  for (const clock of clocks.filter(({ kind }) => isStep(kind))) clock.letGo(at);
  complaint.nextDueAt = nearestOf(clocks);
}

const isStep = (kind: ClockKind) =>
  kind === 'SCREENING' || kind === 'HANDOVER' || kind === 'FIRST_ACTION' || kind === 'COOPERATION';

/** Nothing is waited for any more, though nothing was told in time: what runs is cancelled, what has run out stays so. */
export async function endClocks(ctx: Context, complaint: Complaint): Promise<void> {
  for (const clock of await clocksOf(ctx, complaint)) clock.cancel();
  complaint.nextDueAt = null;
}

function fulfil(
  ctx: Context,
  complaint: Complaint,
  clocks: readonly SlaClock[],
  { kinds, at }: { kinds: readonly ClockKind[]; at: Date },
): SlaClock[] {
  const waiting = clocks.filter(({ isPending, kind }) => isPending && kinds.includes(kind));
  for (const clock of waiting) {
    clock.fulfil(at);
    if (clock.kind === 'FIRST_RESPONSE') record(ctx, 'complaint.firstResponseGiven', complaint, { objectId: clock.id });
  }
  return waiting;
}
