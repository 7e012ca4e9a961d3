import { LockMode, ref } from '@mikro-orm/core';
import { Checks } from '../../kernel/checks.js';
import { create, type Context } from '../../kernel/context.js';
import { badInput, CodedError, conflict } from '../../kernel/errors.js';
import { createLeadershipGroup } from '../../org/groups/leadership-group.actions.js';
import { named } from '../../org/named.js';
import { requireAdministrator, requireAdministratorAt } from '../../org/org.access.js';
import { accessCommand } from '../../org/sign-in/access-command.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import type { Content } from '../plan-content.js';
import { beginDraft } from '../plan-draft.actions.js';
import { Plan } from '../plan.js';
import { PlanVersion, type PlanDesk } from '../plan-version.js';
import type { AdoptedGroupInput, AdoptPlanPresetInput } from './adopt-preset.input.js';
import { groupNames, parties } from './labels.js';
import type { PlanPreset, Text } from './preset.js';
import { presetOf, rulesOf } from './presets.js';
import { groupAt, isDepartment } from './standing.js';

/** The bank gets: a draft that says what a preset says, and the demanded groups that were named with it. */
export const adoptPlanPreset = accessCommand(
  async (ctx: Context, input: AdoptPlanPresetInput): Promise<PlanVersion> => {
    requireAdministrator(ctx);
    const preset = presetOf(input.preset);
    const groups = input.groups ?? [];
    const checks = new Checks();
    const unit = await named(ctx, checks, OrgUnit, input.orgUnitId, 'orgUnitId');
    if (unit) requireAdministratorAt(ctx, unit.path);
    checkDemanded(checks, preset, groups);
    checks.done();
    const plan = await planFor(ctx, preset, unit!);
    await setUp(ctx, preset, unit!, groups);
    const said = ([zh, en]: Text) => (ctx.locale === 'zh' ? zh : en);
    const version = await beginDraft(ctx, plan, {
      ...(await contentOf(ctx, preset, unit!, said)),
      desk: await deskOf(ctx, preset, unit!),
      rules: rulesOf(preset),
    });
    version.preset = preset.code;
    return version;
  },
);

/** Every group to set up is one that the preset wants at the unit itself, once. */
function checkDemanded(checks: Checks, preset: PlanPreset, groups: readonly AdoptedGroupInput[]): void {
  groups.forEach(({ kind }, index) => {
    const isDemanded = preset.groups.some((demand) => demand.kind === kind && !demand.each);
    checks.that(isDemanded, `groups.${index}.kind`, 'plan.groupNotDemanded');
    checks.that(groups.findIndex((other) => other.kind === kind) === index, `groups.${index}.kind`, 'plan.saidTwice');
  });
}

/** The plan of the unit that gets the draft; `CONFLICT` while an earlier adoption of the preset is still being written. */
async function planFor(ctx: Context, { code, kind, name }: PlanPreset, unit: OrgUnit): Promise<Plan> {
  const ownName = name[ctx.locale === 'zh' ? 0 : 1];
  const which = kind === 'SPECIAL' ? { name: { $in: [...name] } } : {};
  const known = await ctx.em.findOne(
    Plan,
    { orgUnit: unit.id, kind, ...which },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!known) return create(ctx, Plan, { orgUnit: ref(unit), kind, name: ownName });
  const isWritten = { plan: known.id, preset: code, state: { $in: ['DRAFT' as const, 'IN_REVIEW' as const] } };
  if (await ctx.em.count(PlanVersion, isWritten)) throw conflict('plan.presetAdopted');
  return known;
}

/** Sets up the named groups, those above before those below; a wrong field is told by its place in the input. */
async function setUp(
  ctx: Context,
  preset: PlanPreset,
  unit: OrgUnit,
  groups: readonly AdoptedGroupInput[],
): Promise<void> {
  for (const { kind, under } of preset.groups.filter(({ each }) => !each)) {
    const index = groups.findIndex((group) => group.kind === kind);
    if (index < 0) continue;
    const { name, leadUnitId, members } = groups[index]!;
    const parent = under ? await groupAt(ctx.em, under, unit.id) : null;
    const input = {
      kind,
      name: name ?? groupNames[kind][ctx.locale === 'zh' ? 0 : 1],
      orgUnitId: unit.id,
      parentId: parent?.id ?? null,
      leadUnitId: leadUnitId ?? null,
      members,
    };
    await placed(`groups.${index}`, () => createLeadershipGroup(ctx, input));
    // The next group, and the desk, look for this one.
    await ctx.em.flush();
  }
}

async function placed(path: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CodedError) || !error.details.fields) throw error;
    const fields = Object.entries(error.details.fields);
    throw badInput(Object.fromEntries(fields.map(([field, message]) => [`${path}.${field}`, message])));
  }
}

/** The desk of the draft: the demanded group, or the department by its name; nobody yet where neither is there. */
async function deskOf(ctx: Context, { desk }: PlanPreset, unit: OrgUnit): Promise<PlanDesk> {
  if ('group' in desk) {
    const group = await groupAt(ctx.em, desk.group, unit.id);
    return { deskGroup: group && ref(group), deskDepartment: null };
  }
  const departments = await ctx.em.find(OrgUnit, { parent: unit.id, kind: 'DEPARTMENT', isActive: true });
  const meant = departments.find((each) => isDepartment(each, desk.department));
  return { deskGroup: null, deskDepartment: meant ? ref(meant) : null };
}

async function contentOf(
  ctx: Context,
  preset: PlanPreset,
  unit: OrgUnit,
  said: (text: Text) => string,
): Promise<Omit<Content, 'desk' | 'rules'>> {
  const parts = await ctx.em.find(
    OrgUnit,
    { parent: unit.id, isActive: true },
    { orderBy: { code: 'asc' }, limit: 40 },
  );
  return {
    principles: preset.principles.map(({ text, clause }) => `${said(text)} (${clause})`).join('\n'),
    basis: preset.basis.map(({ title, number }) => ({ title: said(title), number, issuedOn: null, source: null })),
    duties: preset.duties.flatMap(({ who, what, clause }) => {
      const text = `${said(who)}${ctx.locale === 'zh' ? '：' : ': '}${said(what)} (${clause})`;
      const units = who === parties.everyUnit && parts.length ? parts : [unit];
      return units.map((orgUnit) => ({ orgUnit, text }));
    }),
  };
}
