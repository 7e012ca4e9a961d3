import { ref } from '@mikro-orm/core';
import type { Checks } from '../kernel/checks.js';
import { create, type Context } from '../kernel/context.js';
import { named } from '../org/named.js';
import { isWithin } from '../org/units/org-path.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { CodeListEntry } from '../work/code-list-entry.js';
import type { PlanBasisInput, PlanDeskInput, PlanDutyInput } from './plan.input.js';
import { PlanBasis, PlanDuty } from './plan-parts.js';
import { deskOf } from './plan-people.js';
import { PlanVersion, type PlanDesk } from './plan-version.js';
import { checkRules } from './policy-check.js';
import type { PolicyRules } from './policy-rules.js';
import { checkReceivers } from './route-receivers.js';

const mostBasis = 30;
const mostDuties = 200;

/** What a version says, as it is to be stored; null = as it is. */
export interface Content {
  principles: string | null;
  basis: BasisFields[] | null;
  duties: DutyFields[] | null;
  desk: PlanDesk | null;
  rules: PolicyRules | null;
}

interface ContentInput {
  principles?: string | null;
  basis?: readonly PlanBasisInput[] | null;
  duties?: readonly PlanDutyInput[] | null;
  desk?: PlanDeskInput | null;
  policy?: PolicyRules | null;
}

type BasisFields = Pick<PlanBasis, 'title' | 'number' | 'issuedOn'> & { source: PlanVersion | null };
type DutyFields = { orgUnit: OrgUnit; text: string };

/** Checks what a version is to say, every field by its path, for a plan of a unit. */
export async function checkContent(
  ctx: Context,
  checks: Checks,
  input: ContentInput,
  unit: OrgUnit | null,
): Promise<Content> {
  if (input.policy) await checkPolicy(ctx, checks, input.policy, unit);
  return {
    principles: checks.freeText(input.principles, 'principles', { max: 20_000, min: 0 }),
    basis: input.basis ? await basisOf(ctx, checks, input.basis, unit) : null,
    duties: input.duties ? await dutiesOf(ctx, checks, input.duties, unit) : null,
    desk: input.desk ? await deskOf(ctx, checks, input.desk, unit) : null,
    rules: input.policy ? plain(input.policy) : null,
  };
}

/** Checks the rules of a plan of a unit, every field by its path, against the categories, units and groups in use. */
export async function checkPolicy(
  ctx: Context,
  checks: Checks,
  rules: PolicyRules,
  unit: OrgUnit | null,
): Promise<void> {
  checkRules(checks, rules, await categoriesInUse(ctx));
  await checkReceivers(ctx, checks, rules.handling.routes, unit);
}

// Codes of the categories that complaints may have now.
async function categoriesInUse(ctx: Context): Promise<Set<string>> {
  const entries = await ctx.em.find(CodeListEntry, { list: 'CATEGORY', isActive: true }, { fields: ['code'] });
  return new Set(entries.map(({ code }) => code));
}

// Input objects are instances of classes; what is stored is their values.
const plain = (rules: PolicyRules): PolicyRules => JSON.parse(JSON.stringify(rules)) as PolicyRules;

async function basisOf(
  ctx: Context,
  checks: Checks,
  inputs: readonly PlanBasisInput[],
  unit: OrgUnit | null,
): Promise<BasisFields[]> {
  checks.that(inputs.length <= mostBasis, 'basis', { key: 'plan.tooMany', params: { most: mostBasis } });
  const found: BasisFields[] = [];
  for (const [index, { title, number, issuedOn, planVersionId }] of inputs.slice(0, mostBasis).entries()) {
    const path = `basis.${index}`;
    const source = await named(ctx, checks, PlanVersion, planVersionId, `${path}.planVersionId`);
    const written = checks.text(title, `${path}.title`, { max: 200 });
    checks.that(written !== null || planVersionId != null, `${path}.title`, 'plan.titleNeeded');
    const above = source && unit ? await isAbove(source, unit) : true;
    checks.that(above, `${path}.planVersionId`, 'plan.basisNotAbove');
    found.push({
      title: written ?? (source ? (await source.plan.loadOrFail()).name : ''),
      number: checks.text(number, `${path}.number`, { max: 100 }),
      issuedOn: issuedOn ?? null,
      source,
    });
  }
  return found;
}

async function isAbove(source: PlanVersion, unit: OrgUnit): Promise<boolean> {
  const { orgUnit } = await source.plan.loadOrFail({ populate: ['orgUnit'] });
  return source.publishedAt !== null && orgUnit.id !== unit.id && isWithin(unit.path, orgUnit.$.path);
}

async function dutiesOf(
  ctx: Context,
  checks: Checks,
  inputs: readonly PlanDutyInput[],
  unit: OrgUnit | null,
): Promise<DutyFields[]> {
  checks.that(inputs.length <= mostDuties, 'duties', { key: 'plan.tooMany', params: { most: mostDuties } });
  const found: DutyFields[] = [];
  for (const [index, { orgUnitId, text }] of inputs.slice(0, mostDuties).entries()) {
    const path = `duties.${index}`;
    const orgUnit = await named(ctx, checks, OrgUnit, orgUnitId, `${path}.orgUnitId`);
    if (orgUnit && unit) checks.that(isWithin(orgUnit.path, unit.path), `${path}.orgUnitId`, 'plan.dutyOutside');
    const written = checks.requiredFreeText(text, `${path}.text`, { max: 2000 });
    if (orgUnit) found.push({ orgUnit, text: written });
  }
  return found;
}

/** Writes what a draft is to say; lists that are given replace the old ones. */
export async function writeContent(ctx: Context, version: PlanVersion, content: Content): Promise<void> {
  version.principles = content.principles ?? version.principles;
  version.rules = content.rules ?? version.rules;
  Object.assign(version, content.desk);
  const planVersion = ref(version);
  if (content.basis || content.duties) version.listChangeCount++;
  if (content.basis) {
    await ctx.em.nativeDelete(PlanBasis, { planVersion: version.id });
    content.basis.forEach(({ source, ...fields }, position) =>
      create(ctx, PlanBasis, { planVersion, position, ...fields, source: source && ref(source) }),
    );
    version.basisChanged = content.basis.some(({ source }) => source !== null && source.state !== 'PUBLISHED');
  }
  if (content.duties) {
    await ctx.em.nativeDelete(PlanDuty, { planVersion: version.id });
    content.duties.forEach(({ orgUnit, text }, position) =>
      create(ctx, PlanDuty, { planVersion, position, orgUnit: ref(orgUnit), text }),
    );
  }
}
