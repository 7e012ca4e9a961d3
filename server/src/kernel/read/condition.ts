import { isId } from '../id.js';
import type { Condition, Scalar } from './registry.js';
import type { FieldShape, Shapes } from './shape.js';

/** Collects the values of a statement and hands out aliases. */
export class Places {
  readonly values: unknown[] = [];
  private aliases = 0;

  place(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  alias(): string {
    return `t${this.aliases++}`;
  }
}

/** Writes a condition as SQL over one alias. Values become places, names come from metadata. */
export function conditionSql(
  shapes: Shapes,
  type: string,
  alias: string,
  condition: Condition,
  places: Places,
): string {
  const parts: string[] = [];
  const write = (inner: Condition) => conditionSql(shapes, type, alias, inner, places);
  for (const [name, wanted] of Object.entries(condition)) {
    if (wanted === undefined) continue;
    if (name === '$and') parts.push(...(wanted as Condition[]).map(write));
    else if (name === '$or') parts.push(joined((wanted as Condition[]).map(write), 'or', 'false'));
    else if (name === '$not') parts.push(`(${write(wanted as Condition)}) is not true`);
    else parts.push(fieldSql(shapes, shapes.field(type, name), alias, type, wanted, places));
  }
  return joined(
    parts.filter((part) => part !== 'true'),
    'and',
    'true',
  );
}

function joined(parts: string[], word: 'and' | 'or', none: string): string {
  if (!parts.length) return none;
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${word} `)})`;
}

function fieldSql(
  shapes: Shapes,
  shape: FieldShape,
  alias: string,
  type: string,
  wanted: unknown,
  places: Places,
): string {
  if (shape.kind === 'column') return comparisonSql(`${alias}.${shape.column}`, shape.type, wanted, places);
  if (shape.kind === 'one') {
    if (isComparison(wanted)) return comparisonSql(`${alias}.${shape.column}`, 'uuid', wanted, places);
    return existsSql(
      shapes,
      shape.target,
      shapes.primaryKey(shape.target).column,
      `${alias}.${shape.column}`,
      wanted as Condition,
      places,
    );
  }
  if (shape.kind === 'many' && !shape.listColumn) {
    const own = `${alias}.${shapes.primaryKey(type).column}`;
    const { $some } = wanted as { $some: Condition };
    if (typeof shape.exposure.where === 'function') throw new Error('a viewer-bound relation cannot be a condition');
    const where = shape.exposure.where ? { $and: [shape.exposure.where, $some] } : $some;
    return existsSql(shapes, shape.target, shape.column, own, where, places);
  }
  throw new Error('a computed field cannot be a condition');
}

function existsSql(
  shapes: Shapes,
  target: string,
  column: string,
  own: string,
  condition: Condition,
  places: Places,
): string {
  const inner = places.alias();
  const where = conditionSql(shapes, target, inner, condition, places);
  return `exists (select 1 from ${shapes.table(target)} ${inner} where ${inner}.${column} = ${own} and ${where})`;
}

const isComparison = (wanted: unknown) =>
  wanted === null || typeof wanted !== 'object' || Array.isArray(wanted) || '$ne' in wanted;

const operators: Record<string, string> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' };

function comparisonSql(column: string, type: string, wanted: unknown, places: Places): string {
  if (wanted === null) return `${column} is null`;
  if (Array.isArray(wanted)) return anySql(column, type, wanted, places);
  if (typeof wanted !== 'object' || wanted instanceof Date) {
    return canBe(type, wanted as Scalar) ? `${column} = ${places.place(wanted)}` : 'false';
  }
  return joined(
    Object.entries(wanted).map(([operator, value]) => operatorSql(column, type, operator, value, places)),
    'and',
    'true',
  );
}

function anySql(column: string, type: string, wanted: Scalar[], places: Places): string {
  const possible = wanted.filter((value) => canBe(type, value));
  // With one value the planner can read an index in its order.
  if (possible.length === 1) return `${column} = ${places.place(possible[0])}`;
  return possible.length ? `${column} = any(${places.place(possible)})` : 'false';
}

function operatorSql(column: string, type: string, operator: string, value: unknown, places: Places): string {
  const simple = operators[operator];
  if (simple) return `${column} ${simple} ${places.place(value)}`;
  if (operator === '$ne')
    return value === null ? `${column} is not null` : `${column} is distinct from ${places.place(value)}`;
  if (operator === '$startsWith') return `${column} like ${places.place(`${escaped(String(value))}%`)}`;
  if (operator === '$includes') return `${column} like ${places.place(`%${escaped(String(value))}%`)}`;
  if (operator === '$like') return `${column} ilike ${places.place(`%${escaped(String(value))}%`)}`;
  if (operator === '$contains') return `${column} @> ${places.place(value)}`;
  if (operator === '$overlaps') return `${column} && ${places.place(value)}`;
  throw new Error(`unknown operator ${operator} on ${type}`);
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

// A text that is no uuid equals no uuid; PostgreSQL would refuse the comparison instead.
function canBe(type: string, value: Scalar): boolean {
  return type !== 'uuid' || (typeof value === 'string' && isId(value));
}
