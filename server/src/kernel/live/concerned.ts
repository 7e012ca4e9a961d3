import type { Application } from '../application.js';
import type { FeedSource } from '../live.js';
import { Places } from '../read/condition.js';
import { concernsByType } from '../read/registry.js';
import { shapesOf, type Shapes } from '../read/shape.js';
import { runSql } from '../sql.js';

/** The people whom the events between two places touch in person: they must be read for apart. */
export async function concernedBy(
  app: Application,
  sources: readonly FeedSource[],
  after: bigint,
  upTo: bigint,
): Promise<Set<string>> {
  const shapes = shapesOf(app.orm);
  const places = new Places();
  const range = `t0.seq > ${places.place(String(after))} and t0.seq <= ${places.place(String(upTo))}`;
  const selects = sources.flatMap(({ typeName, about, audience }) => {
    const where = `${range} and t0.audience = ${places.place(audience)}`;
    const noun = about.split('.').reduce((type, step) => shapes.targetOf(type, step), typeName);
    return (concernsByType().get(noun) ?? []).map((path) => personsSql(shapes, typeName, `${about}.${path}`, where));
  });
  if (!selects.length) return new Set();
  const rows = await runSql<{ person: string | null }>(app.pool, {
    text: selects.join(' union '),
    values: places.values,
  });
  return new Set(rows.flatMap(({ person }) => person ?? []));
}

/** Selects the ids of persons at the end of a path from the rows of a type, alias `t0`. */
function personsSql(shapes: Shapes, root: string, path: string, where: string): string {
  const steps = path.split('.');
  const last = steps.pop()!;
  let type = root;
  const joins = steps.map((step, index) => {
    const shape = shapes.field(type, step);
    const key = shapes.primaryKey(type).column;
    type = shapes.targetOf(type, step);
    const [here, there] = [`t${index}`, `t${index + 1}`];
    const on =
      shape.kind === 'one'
        ? `${there}.${shapes.primaryKey(type).column} = ${here}.${shape.column}`
        : `${there}.${(shape as { column: string }).column} = ${here}.${key}`;
    return `join ${shapes.table(type)} ${there} on ${on}`;
  });
  const end = shapes.field(type, last);
  if (end.kind !== 'one' && end.kind !== 'column') throw new Error(`${type}.${last} holds no id`);
  const column = `t${steps.length}.${end.column}`;
  const person = end.kind === 'column' && end.type.endsWith('[]') ? `unnest(${column})` : column;
  return `select ${person} as person from ${shapes.table(root)} t0 ${joins.join(' ')} where ${where}`;
}
