import { LockMode, ref } from '@mikro-orm/core';
import { Checks } from '../kernel/checks.js';
import { command, create, record, type Context } from '../kernel/context.js';
import { requireThat } from '../kernel/errors.js';
import { say } from '../kernel/messages.js';
import { named } from '../org/named.js';
import { idsOnPath } from '../org/units/org-path.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { defaultPack } from './default-pack.js';
import { mayWrite, mayWriteAt } from './plan.access.js';
import type { DraftPlanVersionInput, UpdatePlanVersionInput } from './plan.input.js';
import { Plan, type PlanKind } from './plan.js';
import { checkContent, writeContent, type Content } from './plan-content.js';
import { PlanBasis, PlanDuty } from './plan-parts.js';
import { PlanVersion } from './plan-version.js';
import { inForce, versionsAt } from './plans-in-force.js';
import { versionFor, writerOf } from './version-for.js';

/** The bank gets: a new issue of a plan to write in, beginning with what is in force now (D2-三.2(1)). */
export const draftPlanVersion = command(async (ctx: Context, input: DraftPlanVersionInput): Promise<PlanVersion> => {
  const checks = new Checks();
  const unit = await named(ctx, checks, OrgUnit, input.orgUnitId, 'orgUnitId');
  if (unit) requireThat(mayWriteAt(ctx.viewer, unit.path), 'plan.onlyWriters');
  const content = await checkContent(ctx, checks, input, unit);
  const name = checks.text(input.name, 'name', { max: 100 });
  const known = unit && (await planOf(ctx, unit, input.kind, name));
  checks.that(known !== null || name !== null, 'name', 'plan.nameNeeded');
  checks.that(!known || name === null || known.name === name, 'name', 'plan.nameFixed');
  checks.done();
  return beginDraft(ctx, known ?? create(ctx, Plan, { orgUnit: ref(unit!), kind: input.kind, name: name! }), content);
});

/** A unit has one general and one mass plan; a special one is told by its name. */
async function planOf(ctx: Context, unit: OrgUnit, kind: PlanKind, name: string | null): Promise<Plan | null> {
  const which = kind === 'SPECIAL' ? { name: name ?? '' } : {};
  return ctx.em.findOne(Plan, { orgUnit: unit.id, kind, ...which }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** A draft of a plan, with what is given and the rest as it is in force now. */
export async function beginDraft(ctx: Context, plan: Plan, content: Content): Promise<PlanVersion> {
  const unit = await plan.orgUnit.loadOrFail();
  const at = ctx.clock.now();
  const versions = await versionsAt(ctx.em, { kind: plan.kind, at, unitIds: idsOnPath(unit.path) });
  // A unit has several special plans; what another one says is none of this one's.
  const related = versions.filter(({ planId, unitId }) => planId === plan.id || unitId !== unit.id);
  const model = inForce(related, unit, at);
  const writer = writerOf(ctx);
  const version = create(ctx, PlanVersion, {
    plan: ref(plan),
    number: ++plan.lastNumber,
    rules: content.rules ?? model?.rules ?? defaultPack,
    draftedBy: writer && ref(writer),
    writerIds: writer ? [writer.id] : [],
  });
  if (model?.unitId === unit.id) await copyParts(ctx, model.id, version, content);
  await writeContent(ctx, version, content);
  record(ctx, 'plan.drafted', version);
  return version;
}

/** What a draft does not say anew it takes from the version before. */
async function copyParts(ctx: Context, fromId: string, version: PlanVersion, content: Content): Promise<void> {
  const from = await ctx.em.findOneOrFail(PlanVersion, fromId, { refresh: true });
  const planVersion = ref(version);
  const { principles, deskGroup, deskDepartment } = from;
  Object.assign(version, { principles, deskGroup, deskDepartment });
  version.basisChanged = content.basis === null && from.basisChanged;
  if (!content.basis)
    for (const { position, title, number, issuedOn, source } of await ctx.em.find(PlanBasis, { planVersion: fromId }))
      create(ctx, PlanBasis, { planVersion, position, title, number, issuedOn, source });
  if (!content.duties)
    for (const { position, orgUnit, text } of await ctx.em.find(PlanDuty, { planVersion: fromId }))
      create(ctx, PlanDuty, { planVersion, position, orgUnit, text });
}

/** The bank gets: a draft that says something else; whoever writes in it does not publish it. */
export const updatePlanVersion = command(
  async (ctx: Context, id: string, input: UpdatePlanVersionInput): Promise<PlanVersion> => {
    const { version, unit } = await versionFor(ctx, id, input, mayWrite);
    const checks = new Checks();
    const content = await checkContent(ctx, checks, input, unit);
    checks.done();
    await writeContent(ctx, version, content);
    const writer = writerOf(ctx);
    if (writer && !version.writerIds.includes(writer.id)) version.writerIds = [...version.writerIds, writer.id];
    record(ctx, 'plan.changed', version);
    return version;
  },
);

/** The bank gets its first rules with its head office: version 1 of a general plan, the default pack. */
export function beginWithDefaultPack(ctx: Context, headOffice: OrgUnit): void {
  const now = ctx.clock.now();
  const name = say(ctx.locale, 'plan.defaultName');
  const plan = create(ctx, Plan, { orgUnit: ref(headOffice), kind: 'GENERAL', name, lastNumber: 1 });
  const version = create(ctx, PlanVersion, {
    plan: ref(plan),
    number: 1,
    rules: defaultPack,
    state: 'PUBLISHED',
    effectiveAt: now,
    publishedAt: now,
  });
  record(ctx, 'plan.published', version, { data: { effectiveAt: now.toISOString() } });
}
