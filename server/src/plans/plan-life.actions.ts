import { ref } from '@mikro-orm/core';
import { Checks } from '../kernel/checks.js';
import { command, create, record, takeDue, type Context, type Take } from '../kernel/context.js';
import { conflict } from '../kernel/errors.js';
import { behalfAt } from '../org/groups/deputy.js';
import { accessCommand } from '../org/sign-in/access-command.js';
import type { OrgUnit } from '../org/units/org-unit.js';
import { mayPublish, mayRetire, mayReturn, mayWrite } from './plan.access.js';
import type { EndPlanVersionInput, PublishPlanVersionInput, SubmitPlanVersionInput } from './plan.input.js';
import { checkPolicy } from './plan-content.js';
import { handOverDesk } from './plan-desk.js';
import { PlanBasis, PlanDuty, PlanReceipt } from './plan-parts.js';
import { checkReach, requireLedGroup } from './plan-people.js';
import { PlanVersion } from './plan-version.js';
import { requirePositionsHeld } from './presets/positions-held.js';
import { versionFor, writerOf } from './version-for.js';

/** The bank gets: the leadership group has it to review, whole and with somebody to be found on every step. */
export const submitPlanVersion = command(
  async (ctx: Context, id: string, input: SubmitPlanVersionInput): Promise<PlanVersion> => {
    const { version, unit } = await versionFor(ctx, id, input, mayWrite);
    const checks = new Checks();
    await checkWhole(ctx, checks, version, unit);
    checks.done();
    const writer = writerOf(ctx);
    Object.assign(version, {
      state: 'IN_REVIEW',
      submittedBy: writer && ref(writer),
      submittedAt: ctx.clock.now(),
      returnReason: null,
    });
    record(ctx, 'plan.submitted', version);
    return version;
  },
);

/** The bank gets: the writers know what is still wrong. */
export const returnPlanVersion = command(
  async (ctx: Context, id: string, input: EndPlanVersionInput): Promise<PlanVersion> => {
    const { version, unit } = await versionFor(ctx, id, input, mayReturn);
    await requireLedGroup(ctx, unit);
    const returnReason = reasonOf(input);
    Object.assign(version, { state: 'DRAFT', returnReason, submittedBy: null, submittedAt: null });
    record(ctx, 'plan.returned', version, { data: await behalfAt(ctx, unit.path) });
    return version;
  },
);

/** The bank gets: new rules in force from a moment on, reviewed by somebody who did not write them (D2-三.1, D2-六.2). */
export const publishPlanVersion = accessCommand(
  async (ctx: Context, id: string, input: PublishPlanVersionInput): Promise<PlanVersion> => {
    const { version, plan, unit } = await versionFor(ctx, id, input, mayPublish);
    await requireLedGroup(ctx, unit);
    const now = ctx.clock.now();
    const effectiveAt = input.effectiveAt ?? now;
    const former = await ctx.em.findOne(
      PlanVersion,
      { plan: plan.id, state: 'PUBLISHED', endedAt: null },
      { orderBy: { effectiveAt: 'desc' } },
    );
    const checks = new Checks();
    checks.that(effectiveAt >= now, 'effectiveAt', 'plan.past');
    checks.that(!former || former.effectiveAt! < effectiveAt, 'effectiveAt', 'plan.overlaps');
    await checkWhole(ctx, checks, version, unit);
    checks.done();
    await requirePositionsHeld(ctx, version, unit);
    const publisher = writerOf(ctx);
    Object.assign(version, {
      state: 'PUBLISHED',
      effectiveAt,
      supersedes: former && ref(former),
      publishedBy: publisher && ref(publisher),
      publishedAt: now,
      nextAt: effectiveAt > now ? effectiveAt : null,
    });
    if (former) former.endedAt = effectiveAt;
    await handOverDesk(ctx, plan, { from: former, to: version, at: effectiveAt });
    await askForReceipts(ctx, version);
    const behalf = await behalfAt(ctx, unit.path);
    record(ctx, 'plan.published', version, { data: { effectiveAt: effectiveAt.toISOString(), ...behalf } });
    if (former && effectiveAt <= now) await supersede(ctx, former);
    return version;
  },
);

/** The bank gets: the unit goes by the plan of the one above again. */
export const retirePlanVersion = accessCommand(
  async (ctx: Context, id: string, input: EndPlanVersionInput): Promise<PlanVersion> => {
    const { version, plan, unit } = await versionFor(ctx, id, input, mayRetire);
    await requireLedGroup(ctx, unit);
    const now = ctx.clock.now();
    if (version.effectiveAt! > now) throw conflict('plan.notYetInForce');
    const retireReason = reasonOf(input);
    Object.assign(version, { state: 'RETIRED', endedAt: now, retireReason });
    await handOverDesk(ctx, plan, { from: version, to: null, at: now });
    record(ctx, 'plan.retired', version, { data: await behalfAt(ctx, unit.path) });
    await flagDependants(ctx, version);
    return version;
  },
);

/** Takes the versions whose day has come: the one before each is superseded. */
export const sweepPlans = command(async (ctx: Context, take: Take): Promise<number> => {
  const versions = await takeDue(ctx, PlanVersion, take);
  for (const version of versions) {
    version.nextAt = null;
    const former = version.supersedes && (await ctx.em.findOneOrFail(PlanVersion, { id: version.supersedes.id }));
    if (former?.state === 'PUBLISHED') await supersede(ctx, former);
  }
  return versions.length;
});

async function supersede(ctx: Context, former: PlanVersion): Promise<void> {
  former.state = 'SUPERSEDED';
  record(ctx, 'plan.superseded', former);
  await flagDependants(ctx, former);
}

/** What rests on a version that is no longer in force is flagged (依据已更新, D9-一). */
async function flagDependants(ctx: Context, ended: PlanVersion): Promise<void> {
  const bases = await ctx.em.find(
    PlanBasis,
    { source: ended.id, planVersion: { state: ['DRAFT', 'IN_REVIEW', 'PUBLISHED'], basisChanged: false } },
    { populate: ['planVersion'] },
  );
  for (const version of new Set(bases.map(({ planVersion }) => planVersion.$))) {
    version.basisChanged = true;
    record(ctx, 'plan.basisChanged', version);
  }
}

/** One receipt for every unit that has duties. */
async function askForReceipts(ctx: Context, version: PlanVersion): Promise<void> {
  const duties = await ctx.em.find(PlanDuty, { planVersion: version.id });
  for (const orgUnit of new Map(duties.map((duty) => [duty.orgUnit.id, duty.orgUnit])).values())
    create(ctx, PlanReceipt, { planVersion: ref(version), orgUnit, acknowledgedBy: null, acknowledgedAt: null });
}

/** Whether a version can be in force: its rules are whole, and somebody is found on every step. */
async function checkWhole(ctx: Context, checks: Checks, version: PlanVersion, unit: OrgUnit): Promise<void> {
  await checkPolicy(ctx, checks, version.rules, unit);
  await checkReach(ctx, checks, version, unit);
}

function reasonOf({ reason }: { reason: string }): string {
  const checks = new Checks();
  const text = checks.requiredFreeText(reason, 'reason', { max: 1000 });
  checks.done();
  return text;
}
