import { Field, ID, InputType } from 'type-graphql';
import { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { defineEnum } from '../../kernel/enumeration.js';
import { requireThat } from '../../kernel/errors.js';
import { hasRole, type Viewer } from '../../kernel/viewer.js';
import { nothing, type Condition, type OrderBy } from '../../kernel/read/registry.js';
import { SortDirection } from '../../kernel/sorting.js';
import { unitOrBelow } from '../../org/units/subtree.js';
import { Channel } from '../../org/channel.js';
import { ComplaintStatus, Level, openStatuses, RiskFlag } from '../enumerations.js';
import { idNumberDigest, normalizedIdNumber, normalizedPhone, phoneDigest } from '../complainant/personal-data.js';
import { wantedTokens } from '../intake/search-tokens.js';
import { awaitedBy, ComplaintAwaits } from '../worklists/awaits.js';

@InputType({ description: 'What complaints must satisfy; all given parts together.' })
export class ComplaintFilter {
  @Field(() => [ComplaintStatus], { nullable: true, description: 'One of these states (投诉状态).' })
  status?: ComplaintStatus[] | null;

  @Field(() => [Level], { nullable: true, description: 'One of these levels (等级).' })
  level?: Level[] | null;

  @Field(() => [Channel], { nullable: true, description: 'One of these channels (投诉渠道).' })
  channel?: Channel[] | null;

  @Field(() => [RiskFlag], { nullable: true, description: 'At least one of these flags (风险标识).' })
  riskFlag?: RiskFlag[] | null;

  @Field(() => String, { nullable: true, description: 'This category or one below it (投诉类别).' })
  categoryCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Answered for by this unit or one below it (承办机构).' })
  orgUnitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This person answers for it now (责任人).' })
  assigneeId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Received then or later (收到时间).' })
  receivedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Received before then.' })
  receivedTo?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Decision told then or later (答复时间).' })
  repliedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Decision told before then.' })
  repliedTo?: Date | null;

  @Field(() => Date, { nullable: true, description: 'File closed then or later (结案时间).' })
  closedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'File closed before then.' })
  closedTo?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'In work (在办), or not.' })
  isOpen?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With a clock past its end that is not fulfilled (超期), or without.',
  })
  isOverdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Ran past the end of a clock at any time, fulfilled since or not (曾超期), or never.',
  })
  wasOverdue?: boolean | null;

  @Field(() => [ComplaintAwaits], {
    nullable: true,
    description: 'Waiting for the caller to do one of these (待办); nothing for channel apps.',
  })
  awaits?: ComplaintAwaits[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Past the warning point of a clock and past the end of none (临期), or not so.',
  })
  isNearDue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Sent back by whoever was asked to take it over, and waiting to be offered anew (被退回), or not so.',
  })
  isReturned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Taken over from the past (历史数据), or not.' })
  isHistorical?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'All these words in content, demand or reference, Chinese or English; at most 100 characters.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: "The complainant's telephone number, exactly." })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "The complainant's id number, exactly." })
  idNumber?: string | null;
}

export const ComplaintSortField = defineEnum('ComplaintSortField', 'What complaints are sorted by.', {
  RECEIVED_AT: 'When the bank got it (收到时间).',
  NEXT_DUE_AT: 'Nearest clock (最近时限); those without come last in ascending order.',
  LEVEL: 'Level (等级), by its code.',
  REFERENCE: 'Number (投诉编号).',
});
export type ComplaintSortField = keyof typeof ComplaintSortField;

@InputType({ description: 'The order of complaints.' })
export class ComplaintSort {
  @Field(() => ComplaintSortField, { description: 'By what.' })
  field!: ComplaintSortField;

  @Field(() => SortDirection, { defaultValue: 'DESC', description: 'Which end first.' })
  direction!: SortDirection;
}

const sortColumns: Record<ComplaintSortField, Omit<OrderBy, 'direction'>> = {
  RECEIVED_AT: { field: 'receivedAt' },
  NEXT_DUE_AT: { field: 'nextDueAt', nullsAs: 'infinity' },
  LEVEL: { field: 'level' },
  REFERENCE: { field: 'reference' },
};

/** The order a caller asked for; newest first by default. */
export function orderOf(sort: ComplaintSort | null | undefined): OrderBy {
  const { field = 'RECEIVED_AT', direction = 'DESC' } = sort ?? {};
  return { ...sortColumns[field], direction: direction === 'ASC' ? 'asc' : 'desc' };
}

/**
 * The filter as a condition; `BAD_USER_INPUT` for blank texts and for such as cannot be stored. With the ids of the
 * filter's unit and those below it, rows are found by an index in its order.
 */
export function conditionOf(
  ctx: Context,
  filter: ComplaintFilter | null | undefined,
  unitIds: readonly string[] | null = null,
): Condition {
  if (!filter) return {};
  checkFilter(filter);
  const { cipher } = ctx.app;
  const by: Partial<{ [Name in keyof ComplaintFilter]: (value: NonNullable<ComplaintFilter[Name]>) => Condition }> = {
    status: (status) => ({ status }),
    level: (level) => ({ level }),
    channel: (channel) => ({ channel }),
    riskFlag: (flags) => ({ riskFlags: { $overlaps: flags } }),
    categoryCode: (code) => ({ category: { path: { $includes: `/${code}/` } } }),
    orgUnitId: (id) => ({ orgUnit: unitIds ?? unitOrBelow(id) }),
    // A key is told of nobody of the staff.
    assigneeId: (id) => (ctx.viewer.kind === 'API_KEY' ? nothing : { responsible: id }),
    receivedFrom: (at) => ({ receivedAt: { $gte: at } }),
    receivedTo: (at) => ({ receivedAt: { $lt: at } }),
    repliedFrom: (at) => ({ repliedAt: { $gte: at } }),
    repliedTo: (at) => ({ repliedAt: { $lt: at } }),
    closedFrom: (at) => ({ closedAt: { $gte: at } }),
    closedTo: (at) => ({ closedAt: { $lt: at } }),
    isOpen: (isOpen) => isOrNot(isOpen, { status: openStatuses }),
    isOverdue: (isOverdue) => overdueCondition(isOverdue, ctx.clock.now()),
    wasOverdue: (wasOverdue) => isOrNot(wasOverdue, everOverdue),
    awaits: (kinds) => awaitedBy(ctx.viewer, kinds),
    isNearDue: (isNearDue) => isOrNot(isNearDue, nearDue(ctx.clock.now())),
    isReturned: (isReturned) => isOrNot(isReturned, returned),
    isHistorical: (isHistorical) => ({ isHistorical }),
    text: textCondition,
    phone: (text) => numberCondition(ctx, 'phoneDigest', normalizedPhone(text), (phone) => phoneDigest(cipher, phone)),
    idNumber: (text) =>
      numberCondition(ctx, 'idNumberDigest', normalizedIdNumber(text), (id) => idNumberDigest(cipher, id)),
  };
  const given = Object.entries(filter).filter(([, value]) => value != null);
  return { $and: given.map(([name, value]) => by[name as keyof ComplaintFilter]!(value as never)) };
}

function checkFilter(filter: ComplaintFilter): void {
  const checks = new Checks();
  const longest = { text: 100, categoryCode: 60, orgUnitId: 60, assigneeId: 60, phone: 40, idNumber: 40 };
  for (const [name, max] of Object.entries(longest) as [keyof typeof longest, number][]) {
    checks.text(filter[name], `filter.${name}`, { max });
  }
  checks.done();
}

const isOrNot = (isSo: boolean, condition: Condition): Condition => (isSo ? condition : { $not: condition });

const overdueCondition = (isOverdue: boolean, now: Date): Condition =>
  isOverdue ? { nextDueAt: { $lte: now } } : { $or: [{ nextDueAt: null }, { nextDueAt: { $gt: now } }] };

const everOverdue: Condition = { clocks: { $some: { state: 'BREACHED', escalates: true } } };

const nearDue = (now: Date): Condition => ({
  nextDueAt: { $gt: now },
  clocks: { $some: { state: 'WARNED', escalates: true } },
});

const returned: Condition = { status: 'SCREENED', handovers: { $some: { state: 'RETURNED' } } };

// 严重 is another word for MAJOR (D3-1.2a).
function textCondition(text: string): Condition {
  const tokens = wantedTokens(text);
  if (!tokens.length) return nothing;
  const words: Condition = { searchTokens: { $contains: tokens } };
  return text.trim() === '严重' ? { $or: [words, { level: 'MAJOR' }] } : words;
}

// An exact search tells whether a number is on file: not for those who may only read masked.
const mayAskForNumbers = (viewer: Viewer) =>
  viewer.kind !== 'STAFF' ||
  hasRole(viewer, ['INTAKE', 'HANDLER', 'REVIEWER', 'DESK', 'DESK_READER', 'MANAGER', 'TEAM_LEADER']);

function numberCondition(
  ctx: Context,
  column: string,
  normal: string | null,
  digest: (value: string) => string,
): Condition {
  requireThat(mayAskForNumbers(ctx.viewer));
  return normal === null ? nothing : { complainant: { [column]: digest(normal) } };
}
