import { ref } from '@mikro-orm/core';
import { create, nextReferences, record, type Context } from '../kernel/context.js';
import type { EventData } from '../kernel/event.js';
import { Staff } from '../org/staff/staff.js';
import { Escalation } from './escalation.js';
import { EscalationCause } from './escalation-cause.js';
import type { EscalationLevel, EscalationTrigger } from './enumerations.js';
import { delayedFrom, standingsOf, type Matter, type Standing } from './ladder.js';
import { notify, type Call } from './notify.js';
import { rankOf } from './triggers.js';

/** What brings a complaint to those above; the reason is that of a person who calls. */
export interface Hit extends Matter {
  trigger: EscalationTrigger;
  level: EscalationLevel;
  reason?: string;
  /** Who is called at first, where the matter says so; else who stands on the step. */
  staff?: readonly Staff[];
}

/** Brings complaints to those above, once per complaint, unit asked and trigger: a later hit is added to the one that is live. */
export async function raise(ctx: Context, hits: readonly Hit[]): Promise<Escalation[]> {
  if (!hits.length) return [];
  const standingOf = await standingsOf(ctx, hits);
  const live = await ctx.em.find(Escalation, {
    complaint: hits.map(({ complaint }) => complaint.id),
    trigger: hits.map(({ trigger }) => trigger),
    status: ['OPEN', 'ACKNOWLEDGED'],
  });
  const liveOf = ({ complaint, trigger, askedUnit }: Hit) =>
    live.find(
      (each) => each.complaint.id === complaint.id && each.trigger === trigger && each.askedUnit?.id === askedUnit?.id,
    );
  const sequence = { prefix: 'SJ', sequence: 'escalation_reference', at: ctx.clock.now() };
  const references = await nextReferences(ctx, sequence, hits.filter((hit) => !liveOf(hit)).length);
  const calls: Call[] = [];
  const raised = hits.map((hit) => {
    const standing = standingOf(hit);
    const earlier = liveOf(hit);
    if (earlier) return addCause(ctx, earlier, hit, standing, calls);
    const escalation = begin(ctx, hit, references.shift()!, standing, calls);
    live.push(escalation);
    return escalation;
  });
  await notify(ctx, calls);
  return raised;
}

function begin(ctx: Context, hit: Hit, reference: string, standing: Standing, calls: Call[]): Escalation {
  const { complaint, askedUnit, trigger, reason } = hit;
  const named = hit.staff?.length ? { level: hit.level, staff: hit.staff } : null;
  const { level, staff } = named ?? standing.ladder.from(hit.level) ?? { level: hit.level, staff: [] };
  const escalation = create(ctx, Escalation, {
    reference,
    trigger,
    level,
    reason: reason ?? null,
    complaint: ref(complaint),
    askedUnit: askedUnit ? ref(askedUnit) : null,
    raisedAt: ctx.clock.now(),
    raisedBy: callerOf(ctx, hit),
    acknowledgedBy: null,
    acknowledgedAt: null,
    resolvedBy: null,
    resolvedAt: null,
    resolution: null,
    isDrill: complaint.isDrill,
  });
  noteCause(ctx, escalation, hit);
  putOn(ctx, escalation, level, standing);
  calls.push({ escalation, complaint, level, staff });
  publish(ctx, 'escalation.raised', escalation);
  return escalation;
}

/** A further hit goes on record; one that reaches higher climbs, and wants a signature again. */
function addCause(ctx: Context, live: Escalation, hit: Hit, standing: Standing, calls: Call[]): Escalation {
  noteCause(ctx, live, hit);
  const rung = rankOf(hit.level) > rankOf(live.level) ? standing.ladder.from(hit.level) : null;
  if (rung) {
    if (live.status === 'ACKNOWLEDGED') live.reopen();
    putOn(ctx, live, rung.level, standing);
    calls.push({ escalation: live, complaint: hit.complaint, ...rung });
  }
  publish(ctx, 'escalation.causeAdded', live);
  return live;
}

function noteCause(ctx: Context, escalation: Escalation, hit: Hit): void {
  const { level, reason } = hit;
  create(ctx, EscalationCause, {
    escalation: ref(escalation),
    level,
    by: callerOf(ctx, hit),
    reason: reason ?? null,
  });
}

const callerOf = ({ em, viewer }: Context, { reason }: Hit) =>
  reason != null && viewer.kind === 'STAFF' ? ref(em.getReference(Staff, viewer.id!)) : null;

/** Puts an escalation on a step from now on, with what comes after its delay. */
export function putOn(
  { clock }: Context,
  escalation: Escalation,
  level: EscalationLevel,
  { ladder, policy }: Standing,
): void {
  const at = delayedFrom(clock.now(), level, policy);
  escalation.standOn(level, { at, level: ladder.above(level).level });
}

/** Puts an event of an escalation into the log and the feeds. */
export function publish(ctx: Context, kind: string, escalation: Escalation, more: EventData = {}): void {
  record(ctx, kind, escalation, {
    audience: 'escalations',
    isDrill: escalation.isDrill,
    data: { reference: escalation.reference, trigger: escalation.trigger, level: escalation.level, ...more },
  });
}
