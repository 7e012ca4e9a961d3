import type { GraphQLResolveInfo } from 'graphql';
import { Field, InputType, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Context } from '../context.js';
import { badInput } from '../errors.js';
import { runJson, runSql } from '../sql.js';
import { registrationOf, type Condition, type EntityClass, type OrderBy } from './registry.js';
import { fieldsAt, type SelectedField } from './selection.js';
import { shapesOf } from './shape.js';
import { StatementWriter } from './statement.js';
import { sourceOf, type Row } from './read.js';

@InputType({ description: 'Which part of a list: by `offset`, or by `after` a cursor of the same sort order.' })
export class PageInput {
  @Field(() => Int, { defaultValue: 25, description: 'How many, 1 to 100.' })
  limit!: number;

  @Field(() => Int, { nullable: true, description: 'How many to skip, at most 10 000; not together with `after`.' })
  offset?: number | null;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

@ObjectType({ description: 'Where a page ends and whether there is more.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Pass it as `after` to go on; null on an empty page.' })
  endCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether there is at least one more.' })
  hasNextPage!: boolean;
}

/** One page of a list, with the count when it was asked for. */
export interface Page {
  items: Row[];
  totalCount: number;
  totalCountIsExact: boolean;
  pageInfo: PageInfo;
}

/** Makes the `…Page` type of a noun. */
export function pageType<Item extends object>(item: ClassType<Item>, name: string): ClassType<object> {
  @ObjectType(name, { description: `One page of a list of ${item.name}.` })
  class PageOf {
    @Field(() => [item], { description: 'The rows of this page.' })
    items!: Item[];

    @Field(() => Int, { description: 'Number of rows in all pages; exact up to 10 000, an estimate above.' })
    totalCount!: number;

    @Field(() => Boolean, { description: 'Whether `totalCount` is exact.' })
    totalCountIsExact!: boolean;

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }
  return PageOf;
}

/** What a list resolver asks for. */
export interface ListRequest {
  where: Condition;
  orderBy: OrderBy;
  page: PageInput | null | undefined;
}

const countCap = 10_000;

/** Reads one page of a noun: one statement for the rows, one more only when the count was asked for. */
export async function readPage(
  ctx: Context,
  type: EntityClass,
  info: GraphQLResolveInfo,
  request: ListRequest,
): Promise<Page> {
  const page = checkedPage(request.page);
  const { visibleTo } = registrationOf(type.name);
  const where = { $and: [request.where, visibleTo(ctx.viewer)] };
  const asked = fieldsAt(info, [])!.fields.map(({ name }) => name);
  const items = fieldsAt(info, ['items']);
  const [rows, count] = await Promise.all([
    items || asked.includes('pageInfo')
      ? pageRows(ctx, type, info, items?.fields ?? [], { where, orderBy: request.orderBy, page })
      : [],
    asked.some((name) => name.startsWith('totalCount')) ? countOf(ctx, type, info, where) : { count: 0, isExact: true },
  ]);
  const shown = rows.slice(0, page.limit);
  return {
    items: shown.map(({ row }) => row),
    totalCount: count.count,
    totalCountIsExact: count.isExact,
    pageInfo: {
      endCursor: shown.length ? encode(request.orderBy, shown.at(-1)!.keys) : null,
      hasNextPage: rows.length > page.limit,
    },
  };
}

interface KeyedRow {
  row: Row;
  keys: string[];
}

async function pageRows(
  ctx: Context,
  type: EntityClass,
  info: GraphQLResolveInfo,
  fields: readonly SelectedField[],
  request: { where: Condition; orderBy: OrderBy; page: PageInput },
): Promise<KeyedRow[]> {
  const shapes = shapesOf(ctx.app.orm);
  const writer = new StatementWriter(shapes, ctx.viewer, info);
  const alias = writer.places.alias();
  const { orderBy, page } = request;
  const orders = [orderBy, { field: shapes.primaryKey(type.name).name, direction: orderBy.direction }];
  const keys = orders.map((each) => writer.sortKey(type.name, alias, each));
  let where = writer.where(type.name, alias, request.where);
  if (page.after != null) {
    const values = decode(orderBy, page.after);
    if (!keys.every(({ type: sqlType }, index) => isWritten(sqlType, values[index]!))) throw badCursor();
    const sign = orderBy.direction === 'desc' ? '<' : '>';
    const places = keys.map(({ type: sqlType }, index) => `${writer.places.place(values[index])}::text::${sqlType}`);
    where += ` and (${keys.map(({ expression }) => expression).join(', ')}) ${sign} (${places.join(', ')})`;
  }
  const graphqlType = info.schema.getType(type.name) as never;
  const list = writer.list(writer.plan(graphqlType, fields), alias);
  const order = writer.orderBy(type.name, alias, orders);
  const skipped = page.offset ? ` offset ${writer.places.place(page.offset)}` : '';
  const cut = `select * from ${shapes.table(type.name)} ${alias} where ${where} order by ${order} limit ${page.limit + 1}${skipped}`;
  const keyList = keys.map(({ expression }) => `${expression}::text`).join(', ');
  const rows = `select (select to_json(r) from (select ${list}) r) as row, json_build_array(${keyList}) as keys from (${cut}) ${alias} order by ${order}`;
  try {
    return await runJson<KeyedRow>(sourceOf(ctx), { text: rows, values: writer.places.values });
  } catch (error) {
    // Class 22 (data exception): a forged cursor whose texts are not of the sort key's type.
    if (page.after != null && (error as { code?: string }).code?.startsWith('22')) throw badCursor();
    throw error;
  }
}

/** Exact up to the cap; above it the planner's own estimate, so that the cost stays flat. */
async function countOf(
  ctx: Context,
  type: EntityClass,
  info: GraphQLResolveInfo,
  condition: Condition,
): Promise<{ count: number; isExact: boolean }> {
  const shapes = shapesOf(ctx.app.orm);
  const writer = new StatementWriter(shapes, ctx.viewer, info);
  const alias = writer.places.alias();
  const from = `from ${shapes.table(type.name)} ${alias} where ${writer.where(type.name, alias, condition)}`;
  const { values } = writer.places;
  const source = sourceOf(ctx);
  const [row] = await runSql<{ count: string }>(source, {
    text: `select count(*) from (select 1 ${from} limit ${countCap + 1}) c`,
    values,
  });
  const count = Number(row!.count);
  if (count <= countCap) return { count, isExact: true };
  const [plan] = await runSql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(source, {
    text: `explain (format json) select 1 ${from}`,
    values,
  });
  return { count: Math.max(count, plan!['QUERY PLAN'][0].Plan['Plan Rows']), isExact: false };
}

/** The page that is asked for, with what is missing filled in; `BAD_USER_INPUT` names what is out of bounds. */
export function checkedPage(page: PageInput | null | undefined): PageInput {
  const { limit = 25, offset = null, after = null } = page ?? {};
  const fields: Record<string, { key: string; params?: Record<string, number> }> = {};
  if (limit < 1 || limit > 100) fields['page.limit'] = { key: 'field.outOfRange', params: { min: 1, max: 100 } };
  if (offset !== null && (offset < 0 || offset > 10_000))
    fields['page.offset'] = { key: 'field.outOfRange', params: { min: 0, max: 10_000 } };
  if (offset !== null && after !== null) fields['page.after'] = { key: 'field.oneOf' };
  if (Object.keys(fields).length) throw badInput(fields);
  return { limit, offset, after };
}

const nameOf = ({ field, direction }: OrderBy) => `${field} ${direction}`;

function encode(orderBy: OrderBy, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([nameOf(orderBy), ...keys])).toString('base64url');
}

function decode(orderBy: OrderBy, cursor: string): string[] {
  try {
    const [name, ...keys] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    if (
      name === nameOf(orderBy) &&
      keys.length === 2 &&
      keys.every((key) => typeof key === 'string' && !key.includes('\0'))
    )
      return keys;
  } catch {
    // falls through to the refusal
  }
  throw badCursor();
}

// PostgreSQL reads more than it writes ('yesterday'), and need not look at a key that decides nothing.
const written: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  timestamptz: /^(?:infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::\d\d)?)$/,
};
const isWritten = (sqlType: string, key: string) => written[/^[a-z]+/.exec(sqlType)?.[0] ?? '']?.test(key) ?? true;

const badCursor = () => badInput({ 'page.after': 'field.badCursor' });
