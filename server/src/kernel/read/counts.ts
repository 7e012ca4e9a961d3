import { bankTimeZone } from '../bank-day.js';
import type { Context } from '../context.js';
import { runSql } from '../sql.js';
import { conditionSql, Places } from './condition.js';
import { sourceOf } from './read.js';
import { registrationOf, type Condition, type EntityClass } from './registry.js';
import { shapesOf } from './shape.js';

/** What rows are counted by: the value of a field, the bank's day of a time, or whether a condition holds. */
export type CountKey = { field: string } | { dayOf: string } | { holds: Condition };

/** One group: the value of each key, and how many rows have them. */
export type CountOf<Keys extends string> = Record<Keys, string | boolean | null> & { count: number };

/** Counts the rows that the viewer may see, by the keys, in one statement: the same rows that a list with the condition shows. */
export async function readCounts<Keys extends string>(
  ctx: Context,
  type: EntityClass,
  where: Condition,
  by: Record<Keys, CountKey>,
): Promise<CountOf<Keys>[]> {
  const shapes = shapesOf(ctx.app.orm);
  const places = new Places();
  const alias = places.alias();
  const columnOf = (name: string) => {
    const shape = shapes.field(type.name, name);
    if (shape.kind !== 'column' && shape.kind !== 'one') throw new Error(`${type.name} cannot be counted by ${name}`);
    return `${alias}.${shape.column}`;
  };
  const expressionOf = (key: CountKey) => {
    if ('field' in key) return columnOf(key.field);
    if ('holds' in key) return `(${conditionSql(shapes, type.name, alias, key.holds, places)}) is true`;
    return `to_char(${columnOf(key.dayOf)} at time zone '${bankTimeZone}', 'YYYY-MM-DD')`;
  };
  const keys = Object.entries<CountKey>(by).map(([name, key]) => ({ name, expression: expressionOf(key) }));
  const visible = { $and: [where, registrationOf(type.name).visibleTo(ctx.viewer)] };
  const condition = conditionSql(shapes, type.name, alias, visible, places);
  const list = keys.map(({ name, expression }) => `${expression} as "${name}", `).join('');
  const groups = keys.length ? `group by ${keys.map((_, index) => index + 1).join(', ')}` : '';
  const text = `select ${list}count(*)::int as count from ${shapes.table(type.name)} ${alias} where ${condition} ${groups}`;
  return runSql<CountOf<Keys>>(sourceOf(ctx), { text, values: places.values });
}
