import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Application } from '../application.js';
import type { Context } from '../context.js';
import { notFound } from '../errors.js';
import { runJson, runSql, type SqlSource } from '../sql.js';
import { conditionSql, Places } from './condition.js';
import { registrationOf, type Condition, type EntityClass, type OrderBy } from './registry.js';
import { fieldsAt, fieldsOf, type SelectedField } from './selection.js';
import { shapesOf } from './shape.js';
import { StatementWriter } from './statement.js';

export type { EntityClass };

/** A row as it was read: exactly the columns and related rows that were asked for. */
export type Row = Record<string, unknown>;

/** Where a caller's reads run: in their open command, else on any connection. */
export const sourceOf = (ctx: Context): SqlSource => (ctx.isInCommand ? ctx.em : ctx.app.pool);

/** Reads what the query asks of one row that the viewer may see; `NOT_FOUND` otherwise. */
export async function readOne(
  ctx: Context,
  type: EntityClass,
  info: GraphQLResolveInfo,
  where: Condition,
): Promise<Row> {
  const { visibleTo } = registrationOf(type.name);
  return (await firstRow(ctx, info, { $and: [where, visibleTo(ctx.viewer)] })) ?? missing();
}

/** Reads back what the viewer has just changed, even if it is out of their sight now; what hangs on it is judged as ever. */
export async function readChanged(ctx: Context, info: GraphQLResolveInfo, id: string): Promise<Row> {
  return (await firstRow(ctx, info, { id })) ?? missing();
}

/** Reads rows of a type in order, as far as the viewer may see them. */
export async function readRows(
  ctx: Context,
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  request: { where: Condition; orderBy: readonly OrderBy[]; limit: number },
): Promise<Row[]> {
  const fields = fieldsOf(info, type, info.fieldNodes);
  const { visibleTo } = registrationOf(type.name);
  const where = { $and: [request.where, visibleTo(ctx.viewer)] };
  return select(ctx, info, type, fields, { ...request, where });
}

/** Reads a short, bounded list that needs no pages. */
export async function readList(
  ctx: Context,
  type: EntityClass,
  info: GraphQLResolveInfo,
  request: { where: Condition; orderBy: readonly OrderBy[]; limit: number },
): Promise<Row[]> {
  return readRows(ctx, info, info.schema.getType(type.name) as GraphQLObjectType, request);
}

/**
 * What the rules behind a computed field, such as `allowedActions`, need to know of a row that the viewer may act on: by
 * the statement that reads the field itself, so that an action and whoever offers it judge by the same.
 */
export async function readFacts<Facts>(ctx: Context, type: EntityClass, id: string, field: string): Promise<Facts> {
  // The statement goes past the unit of work, which must have written first.
  if (ctx.isInCommand) await ctx.em.flush();
  const shapes = shapesOf(ctx.app.orm);
  const writer = new StatementWriter(shapes, ctx.viewer, null);
  const alias = writer.places.alias();
  const list = writer.list(writer.planFor(type.name, field), alias);
  const where = writer.where(type.name, alias, { id });
  const text = `select ${list} from ${shapes.table(type.name)} ${alias} where ${where}`;
  const [row] = await runJson<Facts>(sourceOf(ctx), { text, values: writer.places.values });
  return row ?? missing();
}

/** Whether the viewer may see a row at all. */
export async function isReadable(ctx: Context, type: EntityClass, id: string): Promise<boolean> {
  const { visibleTo } = registrationOf(type.name);
  return satisfies(ctx, type, id, visibleTo(ctx.viewer));
}

/** Whether a row satisfies a condition, whoever asks. */
export async function satisfies(ctx: Context, type: EntityClass, id: string, condition: Condition): Promise<boolean> {
  const places = new Places();
  const shapes = shapesOf(ctx.app.orm);
  const alias = places.alias();
  const where = conditionSql(shapes, type.name, alias, { $and: [{ id }, condition] }, places);
  const text = `select 1 from ${shapes.table(type.name)} ${alias} where ${where}`;
  return (await runSql(sourceOf(ctx), { text, values: places.values })).length > 0;
}

/** Ids of rows that satisfy a condition, whoever asks: for what is worked out once and kept. */
export const idsWhere = (app: Application, type: EntityClass, condition: Condition, most: number): Promise<string[]> =>
  idsFrom(app.pool, app, type, { condition, most });

/** Ids of the rows that satisfy a condition and that the viewer may see. */
export const readableIds = (ctx: Context, type: EntityClass, condition: Condition, most: number): Promise<string[]> => {
  const { visibleTo } = registrationOf(type.name);
  return idsFrom(sourceOf(ctx), ctx.app, type, { condition: { $and: [condition, visibleTo(ctx.viewer)] }, most });
};

async function idsFrom(
  source: SqlSource,
  app: Application,
  type: EntityClass,
  { condition, most }: { condition: Condition; most: number },
): Promise<string[]> {
  const places = new Places();
  const shapes = shapesOf(app.orm);
  const alias = places.alias();
  const where = conditionSql(shapes, type.name, alias, condition, places);
  const text = `select ${alias}.id from ${shapes.table(type.name)} ${alias} where ${where} limit ${most}`;
  return (await runSql<{ id: string }>(source, { text, values: places.values })).map(({ id }) => id);
}

async function firstRow(ctx: Context, info: GraphQLResolveInfo, where: Condition): Promise<Row | undefined> {
  const { type, fields } = fieldsAt(info, [])!;
  return (await select(ctx, info, type, fields, { where, orderBy: [], limit: 1 }))[0];
}

async function select(
  ctx: Context,
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  fields: readonly SelectedField[],
  request: { where: Condition; orderBy: readonly OrderBy[]; limit: number },
): Promise<Row[]> {
  const shapes = shapesOf(ctx.app.orm);
  const writer = new StatementWriter(shapes, ctx.viewer, info, ctx.readsWhole);
  const alias = writer.places.alias();
  const list = writer.list(writer.plan(type, fields), alias);
  const order = request.orderBy.length ? `order by ${writer.orderBy(type.name, alias, request.orderBy)}` : '';
  // The page is cut first, so that related rows are read for a page, not for the table.
  const page = `select * from ${shapes.table(type.name)} ${alias} where ${writer.where(type.name, alias, request.where)} ${order} limit ${request.limit}`;
  const text = `select ${list} from (${page}) ${alias} ${order}`;
  return runJson<Row>(sourceOf(ctx), { text, values: writer.places.values });
}

function missing(): never {
  throw notFound();
}
