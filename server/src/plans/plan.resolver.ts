import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowedAction, allowedActions } from '../kernel/allowed-action.js';
import type { Context } from '../kernel/context.js';
import { notFound } from '../kernel/errors.js';
import { isId } from '../kernel/id.js';
import { PageInput, pageType, readPage } from '../kernel/read/page.js';
import { isReadable, readList, readOne } from '../kernel/read/read.js';
import { nothing, type Condition } from '../kernel/read/registry.js';
import { idsOnPath } from '../org/units/org-path.js';
import { OrgUnit } from '../org/units/org-unit.js';
import { subtreeOf } from '../org/units/subtree.js';
import type { PlanReceiptFacts, PlanVersionFacts } from './plan.access.js';
import { PlanFilter } from './plan.input.js';
import { Plan, PlanKind } from './plan.js';
import { PlanChange } from './plan-change.js';
import { differences, statementsOf } from './plan-diff.js';
import { PlanBasis, PlanDuty, PlanReceipt } from './plan-parts.js';
import { PlanVersion } from './plan-version.js';
import { allInForce, inForce, versionsAt } from './plans-in-force.js';
import { PolicyRules } from './policy-rules.js';
import './plan.messages.js';
import './plan.readability.js';

const PlanPage = pageType(Plan, 'PlanPage');

/** The unit that is asked about; `NOT_FOUND` for one that the viewer does not see. */
async function placeOf(ctx: Context, orgUnitId: string) {
  const em = ctx.app.orm.em.fork();
  const isKnown = isId(orgUnitId) && (await isReadable(ctx, OrgUnit, orgUnitId));
  const unit = isKnown ? await em.findOne(OrgUnit, { id: orgUnitId }) : null;
  if (!unit) throw notFound();
  return { em, unit };
}

@Resolver(() => Plan)
export class PlanResolver {
  @Authorized()
  @Query(() => PlanPage, { description: 'Plans (应急预案), by name: those with a version that the viewer may read.' })
  async plans(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => PlanFilter, { nullable: true, description: 'Which ones.' }) filter?: PlanFilter,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    const { orgUnitId, kind, versionState, basisChanged, awaitsReceiptOf } = filter ?? {};
    const orgUnit = orgUnitId == null ? undefined : await subtreeOf(ctx, orgUnitId);
    const $and: Condition[] = [];
    if (versionState) $and.push({ versions: { $some: { state: versionState } } });
    if (basisChanged != null) $and.push({ versions: { $some: { state: 'PUBLISHED', basisChanged } } });
    if (awaitsReceiptOf != null) {
      const unsigned = { acknowledgedAt: null, orgUnit: isId(awaitsReceiptOf) ? { id: awaitsReceiptOf } : nothing };
      $and.push({ versions: { $some: { state: 'PUBLISHED', receipts: { $some: unsigned } } } });
    }
    const where = { kind: kind ?? undefined, orgUnit, $and };
    return readPage(ctx, Plan, info, { where, orderBy: { field: 'name', direction: 'asc' }, page });
  }

  @FieldResolver(() => [PlanVersion], {
    description: 'Its versions as far as the viewer may read them, newest first (版本), at most 200.',
  })
  versions(@Root() plan: { versions: object[] }) {
    return plan.versions;
  }

  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now (可办操作).' })
  allowedActions(@Ctx() ctx: Context, @Root() plan: { orgUnit: { path: string } }) {
    return allowedActions(ctx, Plan, plan);
  }
}

@Resolver(() => PlanVersion)
export class PlanVersionResolver {
  @Authorized()
  @Query(() => PlanVersion, { nullable: true, description: 'One version of a plan (预案版本).' })
  planVersion(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The version.' }) id: string,
  ) {
    return readOne(ctx, PlanVersion, info, { id });
  }

  @Authorized()
  @Query(() => PlanVersion, {
    nullable: true,
    description:
      'The version in force at a unit (现行预案): its own, else that of the nearest unit above. There is always a GENERAL one; null where there is none of another kind.',
  })
  async planInForce(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('orgUnitId', () => ID, { description: 'The unit.' }) orgUnitId: string,
    @Arg('at', () => Date, { nullable: true, description: 'At which moment; now unless said otherwise.' })
    at?: Date,
    @Arg('kind', () => PlanKind, { defaultValue: 'GENERAL', description: 'Which kind.' }) kind: PlanKind = 'GENERAL',
  ) {
    const { em, unit } = await placeOf(ctx, orgUnitId);
    const moment = at ?? ctx.clock.now();
    const version = inForce(await versionsAt(em, { kind, at: moment, unitIds: idsOnPath(unit.path) }), unit, moment);
    return version && readOne(ctx, PlanVersion, info, { id: version.id });
  }

  @Authorized()
  @Query(() => [PlanVersion], {
    description:
      'What is in force at a unit (现行各类预案), one version of each kind, at most 3. Where they differ the first prevails: SPECIAL before MASS before GENERAL, of two of a kind the newer (D2-六.2).',
  })
  async plansInForce(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('orgUnitId', () => ID, { description: 'The unit.' }) orgUnitId: string,
    @Arg('at', () => Date, { nullable: true, description: 'At which moment; now unless said otherwise.' })
    at?: Date,
  ) {
    const { em, unit } = await placeOf(ctx, orgUnitId);
    const moment = at ?? ctx.clock.now();
    const versions = allInForce(await versionsAt(em, { at: moment, unitIds: idsOnPath(unit.path) }), unit, moment);
    const ids = versions.map(({ id }) => id);
    const rows = await readList(ctx, PlanVersion, info, { where: { id: ids }, orderBy: [], limit: ids.length });
    // There is always one: who gets none may read no plan.
    if (!rows.length) throw notFound();
    return rows.toSorted((a, b) => ids.indexOf(a['id'] as string) - ids.indexOf(b['id'] as string));
  }

  @Authorized()
  @Query(() => [PlanChange], {
    description: 'What one version says otherwise than another (版本差异), in words; at most 500 things.',
  })
  async planVersionDiff(
    @Ctx() ctx: Context,
    @Arg('fromId', () => ID, { description: 'The former version.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'The version it is compared with.' }) toId: string,
  ): Promise<PlanChange[]> {
    const em = ctx.app.orm.em.fork();
    const said = async (id: string) => {
      if (!isId(id) || !(await isReadable(ctx, PlanVersion, id))) throw notFound();
      return statementsOf(em, await em.findOneOrFail(PlanVersion, { id }), ctx.locale);
    };
    return differences(await said(fromId), await said(toId));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is in force now at the unit of its plan (现行).' })
  isInForce(@Ctx() { clock }: Context, @Root() { publishedAt, effectiveAt, endedAt }: PlanVersion) {
    const now = clock.now();
    return publishedAt !== null && new Date(effectiveAt!) <= now && (!endedAt || new Date(endedAt) > now);
  }

  @FieldResolver(() => PolicyRules, { description: 'The rules (预案规则).' })
  policy(@Root() { rules }: PlanVersion) {
    return rules;
  }

  @FieldResolver(() => [PlanBasis], { description: 'What it rests on (制定依据), at most 30.' })
  basis(@Root() version: { basis: object[] }) {
    return version.basis;
  }

  @FieldResolver(() => [PlanDuty], { description: 'What it asks of whom (职责分工), at most 200.' })
  duties(@Root() version: { duties: object[] }) {
    return version.duties;
  }

  @FieldResolver(() => [PlanReceipt], {
    description: 'Which units have confirmed reading it (签收), at most 200; empty until published.',
  })
  receipts(@Root() version: { receipts: object[] }) {
    return version.receipts;
  }

  @FieldResolver(() => [AllowedAction], { description: 'What the viewer may do with it now, and what only waits.' })
  allowedActions(@Ctx() ctx: Context, @Root() version: PlanVersionFacts) {
    return allowedActions(ctx, PlanVersion, version);
  }
}

@Resolver(() => PlanReceipt)
export class PlanReceiptResolver {
  @FieldResolver(() => [AllowedAction], { description: 'Whether the viewer may sign for the unit now (可办操作).' })
  allowedActions(@Ctx() ctx: Context, @Root() receipt: PlanReceiptFacts) {
    return allowedActions(ctx, PlanReceipt, receipt);
  }
}
