import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Level } from '../../complaints/enumerations.js';
import type { Context } from '../../kernel/context.js';
import { badInput, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { namedRows } from '../../kernel/read/named-rows.js';
import { checkedPage, PageInput, pageType } from '../../kernel/read/page.js';
import { readOne } from '../../kernel/read/read.js';
import { mayAdministerAt } from '../../org/org.access.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { EscalationTrigger } from '../enumerations.js';
import { rankOf } from '../triggers.js';
import { cases, gapsIn, ladderFrom, laddersBelow, unreachedIn, type Ladders, type Standing } from './coverage.js';
import { EscalationGapFilter } from './coverage.input.js';
import { EscalationCoverage, EscalationGap, EscalationStep } from './escalation-coverage.js';

const EscalationGapPage = pageType(EscalationGap, 'EscalationGapPage');

/** The most people of one step that are named. */
const mostNamed = 50;

/** What the fields of one answer are worked out from. */
interface Looked extends Ladders {
  unit: OrgUnit;
}

@Resolver(() => EscalationCoverage)
export class EscalationCoverageResolver {
  @Authorized()
  @Query(() => EscalationCoverage, {
    nullable: true,
    description:
      'Whether everything that can escalate at a unit, or below it, reaches somebody (升级覆盖); for its administrators. At most 5 000 units.',
  })
  async escalationCoverage(
    @Ctx() ctx: Context,
    @Arg('orgUnitId', () => ID, { description: 'The unit.' }) orgUnitId: string,
  ): Promise<Looked> {
    const unit = isId(orgUnitId) ? await ctx.app.orm.em.fork().findOne(OrgUnit, { id: orgUnitId }) : null;
    if (!unit || !mayAdministerAt(ctx.viewer, unit.path)) throw notFound();
    return { unit, ...(await laddersBelow(ctx, unit)) };
  }

  @FieldResolver(() => OrgUnit)
  orgUnit(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Root() { unit }: Looked) {
    return readOne(ctx, OrgUnit, info, { id: unit.id });
  }

  @FieldResolver()
  unitCount(@Root() { units }: Looked): number {
    return units.length;
  }

  @FieldResolver()
  caseCount(@Root() { units }: Looked): number {
    return units.length * cases.length;
  }

  @FieldResolver()
  unreachedCount(@Root() looked: Looked): number {
    return unreachedIn(looked);
  }

  @FieldResolver(() => EscalationGapPage, {
    description: 'Steps without anybody (升级盲区): first those where nobody at all is told, then vacant groups.',
  })
  async gaps(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Root() looked: Looked,
    @Arg('filter', () => EscalationGapFilter, { nullable: true, description: 'Which ones.' })
    filter?: EscalationGapFilter,
    @Arg('page', () => PageInput, { nullable: true, description: 'Which part of the list.' }) page?: PageInput,
  ) {
    const { from, limit } = startOf(page);
    const { step, trigger, level, reason } = filter ?? {};
    const wanted = cases.filter((each) => (!trigger || each.trigger === trigger) && (!level || each.level === level));
    const comingTo = (at: Standing['step']) => wanted.filter(({ first }) => rankOf(first) <= rankOf(at));
    const gaps = gapsIn(looked).filter(
      (gap) =>
        (!step || step.includes(gap.step)) && (!reason || gap.reason === reason) && comingTo(gap.step).length > 0,
    );
    const shown = gaps.slice(from, from + limit);
    const ids = (idOf: (gap: (typeof shown)[number]) => string | undefined) => shown.flatMap((gap) => idOf(gap) ?? []);
    const units = await namedRows(
      ctx,
      info,
      ['items', 'orgUnit'],
      ids(({ unit }) => unit.id),
    );
    const groups = await namedRows(
      ctx,
      info,
      ['items', 'group'],
      ids(({ group }) => group?.id),
    );
    const climbs = await stepsNamed(
      ctx,
      info,
      ['items', 'climbsTo'],
      shown.flatMap(({ climbsTo }) => climbsTo ?? []),
    );
    return {
      items: shown.map((gap) => ({
        ...gap,
        orgUnit: units.get(gap.unit.id),
        group: gap.group && groups.get(gap.group.id),
        climbsTo: gap.climbsTo && climbs.get(gap.climbsTo),
        triggers: [...new Set(comingTo(gap.step).map((each) => each.trigger))],
      })),
      totalCount: gaps.length,
      totalCountIsExact: true,
      pageInfo: {
        endCursor: shown.length ? String(from + shown.length) : null,
        hasNextPage: from + limit < gaps.length,
      },
    };
  }

  @FieldResolver(() => [EscalationStep], {
    description:
      'Who would be told of a complaint of this very unit, step by step, at most 4 (升级由谁接收); empty where the trigger does not apply to the level. What is raised by hand begins on E1 here.',
  })
  async ladder(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Root() looked: Looked,
    @Arg('trigger', () => EscalationTrigger, { description: 'The cause (升级原因).' }) trigger: EscalationTrigger,
    @Arg('level', () => Level, { description: 'Level of the complaint (等级).' }) level: Level,
  ) {
    const found = cases.find((each) => each.trigger === trigger && each.level === level);
    const steps = found ? ladderFrom(looked, looked.unit, found.first) : [];
    return [...(await stepsNamed(ctx, info, [], steps)).values()];
  }
}

/** Steps with what the query asks of the units, groups and people on them. */
async function stepsNamed(
  ctx: Context,
  info: GraphQLResolveInfo,
  path: readonly string[],
  steps: readonly Standing[],
): Promise<Map<Standing, object>> {
  const on = steps.flatMap(({ recipients }) => recipients ?? []);
  const read = (field: string, ids: string[]) => namedRows(ctx, info, [...path, field], ids);
  const units = await read(
    'orgUnit',
    on.map(({ orgUnit }) => orgUnit.id),
  );
  const groups = await read(
    'group',
    on.flatMap(({ group }) => group?.id ?? []),
  );
  const departments = await read(
    'department',
    on.flatMap(({ department }) => department?.id ?? []),
  );
  const people = await read(
    'staff',
    on.flatMap(({ staff }) => staff.slice(0, mostNamed).map(({ id }) => id)),
  );
  return new Map(
    steps.map((standing) => {
      const { step, recipients, afterMinutes } = standing;
      const { orgUnit, group, department, staff = [] } = recipients ?? {};
      return [
        standing,
        {
          step,
          afterMinutes,
          orgUnit: orgUnit && units.get(orgUnit.id),
          group: group && groups.get(group.id),
          department: department && departments.get(department.id),
          staff: staff.slice(0, mostNamed).flatMap(({ id }) => people.get(id) ?? []),
        },
      ];
    }),
  );
}

/** Where a page of a worked-out list begins; its cursor is a position. */
function startOf(page: PageInput | undefined): { from: number; limit: number } {
  const { limit, offset, after } = checkedPage(page);
  if (after != null && !/^\d{1,6}$/.test(after)) throw badInput({ 'page.after': 'field.badCursor' });
  return { from: Number(after ?? offset ?? 0), limit };
}
