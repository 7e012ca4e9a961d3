import type { Context } from '../context.js';
import { runSql } from '../sql.js';
import { conditionSql, Places } from './condition.js';
import type { Condition, EntityClass } from './registry.js';
import { shapesOf } from './shape.js';

/** A row as the database holds it, as one text that stays the same as long as nothing in the row changes. */
export interface StoredRow {
  id: string;
  version: number;
  text: string;
}

/**
 * Rows as they are stored, whoever asks: to tell later whether they were changed. Columns without a value are left out,
 * so that a new one changes no text; for rows that were noted before, name the columns of then.
 */
export async function storedRows(
  ctx: Context,
  type: EntityClass,
  condition: Condition,
  columns: readonly string[] | null = null,
): Promise<StoredRow[]> {
  const places = new Places();
  const shapes = shapesOf(ctx.app.orm);
  const alias = places.alias();
  const where = conditionSql(shapes, type.name, alias, condition, places);
  const known = columns ? `and key = any(${places.place(columns)})` : '';
  // Times are written in the zone of the connection.
  await runSql(ctx.em, { text: "set local time zone 'UTC'", values: [] });
  const text = `select ${alias}.id, ${alias}.version,
    (select jsonb_object_agg(key, value order by key)::text from jsonb_each(to_jsonb(${alias})) where value <> 'null' ${known}) as text
    from ${shapes.table(type.name)} ${alias} where ${where} order by ${alias}.id`;
  return runSql<StoredRow>(ctx.em, { text, values: places.values });
}

/** The columns of a type as the database names them. */
export const columnsOf = (ctx: Context, type: EntityClass): string[] =>
  ctx.app.orm
    .getMetadata()
    .get(type as never)
    .props.flatMap(({ fieldNames, persist }) => (persist === false ? [] : (fieldNames ?? [])));
