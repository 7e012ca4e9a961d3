import type { GraphQLObjectType } from 'graphql';
import { anybody, type Viewer } from '../viewer.js';
import { requireImpersonal, requireOwnRow } from './concerns.js';
import { conditionSql, Places } from './condition.js';
import { registrationOf, type Condition, type OrderBy } from './registry.js';
import { fieldsOf, type SelectedField, type SelectionInfo } from './selection.js';
import type { Shapes } from './shape.js';

/** What is read of one row: its columns, and the rows it is joined with. */
interface Plan {
  type: string;
  columns: Map<string, string>;
  ones: Map<string, { column: string; plan: Plan }>;
  manys: Map<string, { field: Many; plan: Plan }>;
}

/** A to-many field, with the arguments that narrow it. */
type Many = Pick<SelectedField, 'name' | 'key' | 'args'>;

/** Turns selections into SQL for one viewer. */
export class StatementWriter {
  readonly places = new Places();

  constructor(
    private readonly shapes: Shapes,
    private readonly viewer: Viewer,
    /** What the selections come from; null where nothing but columns of the server's own choice is read. */
    private readonly info: SelectionInfo | null,
    /** Whether lists within a row come whole. */
    private readonly isWhole = false,
  ) {}

  plan(type: GraphQLObjectType, fields: readonly SelectedField[]): Plan {
    const plan = this.emptyPlan(type.name);
    for (const field of fields) this.add(plan, field);
    return plan;
  }

  /** What one field of a type needs. */
  planFor(type: string, field: string): Plan {
    const plan = this.emptyPlan(type);
    this.addPath(plan, [field]);
    return plan;
  }

  /**
   * A select list for rows of `alias`, related rows as JSON. They come by correlated subqueries: for a page of rows the
   * planner then takes each by its key, where for a join it reads the whole table.
   */
  list(plan: Plan, alias: string): string {
    return [
      ...[...plan.columns].map(([key, column]) => `${alias}.${column} as ${literal(key)}`),
      ...[...plan.ones].map(
        ([key, { column, plan: one }]) => `(${this.one(one, `${alias}.${column}`)}) as ${literal(key)}`,
      ),
      ...[...plan.manys].map(
        ([key, { field, plan: many }]) => `(${this.many(plan, field, many, alias)}) as ${literal(key)}`,
      ),
    ].join(', ');
  }

  where(type: string, alias: string, condition: Condition): string {
    if (this.viewer.id === anybody) requireImpersonal(this.shapes, type, condition);
    return conditionSql(this.shapes, type, alias, condition, this.places);
  }

  orderBy(type: string, alias: string, orderBy: readonly OrderBy[]): string {
    return orderBy.map((order) => `${this.sortKey(type, alias, order).expression} ${order.direction}`).join(', ');
  }

  sortKey(type: string, alias: string, order: OrderBy): { expression: string; type: string } {
    const shape = this.shapes.field(type, order.field);
    if (shape.kind !== 'column') throw new Error(`${type} cannot be sorted by ${order.field}`);
    const column = `${alias}.${shape.column}`;
    const expression = order.nullsAs ? `coalesce(${column}, '${order.nullsAs}'::${shape.type})` : column;
    return { expression, type: shape.type };
  }

  private emptyPlan(type: string): Plan {
    const plan: Plan = { type, columns: new Map(), ones: new Map(), manys: new Map() };
    this.addColumn(plan, this.shapes.primaryKey(type).name);
    return plan;
  }

  private add(plan: Plan, field: SelectedField): void {
    const shape = this.shapes.field(plan.type, field.name);
    if (shape.kind === 'computed') {
      for (const need of shape.needs) this.addPath(plan, need.split('.'));
      // A computed object reads what it needs of its own row; its fields are not columns.
      return;
    }
    if (shape.kind === 'column') this.addColumn(plan, field.name);
    else if (shape.kind === 'via') this.addFields(this.addAlong(plan, shape.path), field);
    else if (shape.kind === 'one') this.addFields(this.addOne(plan, field.name), field);
    else this.addFields(this.addMany(plan, field, shape.target), field);
  }

  private addMany(plan: Plan, field: Many, target: string): Plan {
    const known = plan.manys.get(field.key)?.plan;
    if (known) return known;
    if (this.viewer.id === anybody) requireOwnRow(plan.type, target, true);
    const inner = this.emptyPlan(target);
    plan.manys.set(field.key, { field, plan: inner });
    return inner;
  }

  private addFields(plan: Plan, field: SelectedField): void {
    if (field.type && this.info)
      for (const inner of fieldsOf(this.info, field.type, field.nodes)) this.add(plan, inner);
  }

  private addAlong(plan: Plan, path: readonly string[]): Plan {
    return path.reduce((reached, step) => this.addOne(reached, step), plan);
  }

  private addPath(plan: Plan, [name, ...rest]: string[]): void {
    const shape = this.shapes.field(plan.type, name!);
    if (shape.kind === 'column') this.addColumn(plan, name!);
    else if (shape.kind === 'computed') for (const need of shape.needs) this.addPath(plan, need.split('.'));
    else if (shape.kind === 'one') {
      const inner = this.addOne(plan, name!);
      if (rest.length) this.addPath(inner, rest);
    } else if (shape.kind === 'many') {
      const inner = this.addMany(plan, { name: name!, key: name!, args: {} }, shape.target);
      if (rest.length) this.addPath(inner, rest);
    } else throw new Error(`${plan.type}.${name} cannot be needed by a computed field`);
  }

  private addColumn(plan: Plan, name: string): void {
    const shape = this.shapes.field(plan.type, name);
    if (shape.kind !== 'column') return;
    // JSON numbers are doubles: exact ones travel as text.
    plan.columns.set(name, /^(numeric|bigint)/.test(shape.type) ? `${shape.column}::text` : shape.column);
  }

  private addOne(plan: Plan, name: string): Plan {
    const known = plan.ones.get(name);
    if (known) return known.plan;
    const shape = this.shapes.field(plan.type, name);
    if (shape.kind !== 'one') throw new Error(`${plan.type}.${name} is not one row`);
    if (this.viewer.id === anybody) requireOwnRow(plan.type, shape.target, false);
    const inner = this.emptyPlan(shape.target);
    plan.ones.set(name, { column: shape.column, plan: inner });
    return inner;
  }

  private one(plan: Plan, reference: string): string {
    const alias = this.places.alias();
    const { column } = this.shapes.primaryKey(plan.type);
    const { nameableBy, visibleTo } = registrationOf(plan.type);
    const where = this.where(plan.type, alias, (nameableBy ?? visibleTo)(this.viewer));
    const row = this.places.alias();
    return `select to_json(${row}) from (select ${this.list(plan, alias)} from ${this.shapes.table(plan.type)} ${alias} where ${alias}.${column} = ${reference} and ${where}) ${row}`;
  }

  private many(parent: Plan, field: Many, plan: Plan, parentAlias: string): string {
    const shape = this.shapes.field(parent.type, field.name);
    if (shape.kind !== 'many') throw new Error(`${parent.type}.${field.name} is not many rows`);
    const { exposure } = shape;
    const fixed = typeof exposure.where === 'function' ? exposure.where(this.viewer) : (exposure.where ?? {});
    const narrowed = exposure.args?.(field.args) ?? {};
    const alias = this.places.alias();
    const inner = this.places.alias();
    const link = shape.listColumn
      ? `${alias}.${shape.column} = any(${parentAlias}.${shape.listColumn})`
      : `${alias}.${shape.column} = ${parentAlias}.${this.shapes.primaryKey(parent.type).column}`;
    const { visibleTo, nameableBy } = registrationOf(plan.type);
    const visible = (shape.listColumn ? (nameableBy ?? visibleTo) : visibleTo)(this.viewer);
    const where = this.where(plan.type, alias, { $and: [fixed, narrowed.where ?? {}, visible] });
    // What is out of bounds is refused by the field itself; here it must only not break the statement.
    const cut = Math.max(0, Math.min(narrowed.limit ?? exposure.limit, exposure.limit));
    const limit = this.isWhole ? '' : ` limit ${cut}`;
    const order = this.orderBy(plan.type, alias, exposure.orderBy);
    return `select coalesce(json_agg(to_json(${inner})), '[]'::json) from (select ${this.list(plan, alias)} from ${this.shapes.table(plan.type)} ${alias} where ${link} and ${where} order by ${order}${limit}) ${inner}`;
  }
}

export type { Plan };

function literal(key: string): string {
  return `"${key.replaceAll('"', '""')}"`;
}
