/**
 * Which fields of the API are columns and relations of the tables, worked out from both: what is in here can be asked of
 * every lane and must get the same answer.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isListType, isObjectType, getNullableType } from 'graphql';

const tables = { ComplaintEvent: 'event' };
/** Lists below a complaint: the column that points to it, and the order both APIs give. */
const lists = {
  events: { by: 'subject_id', order: 'seq', postgraphileOrder: 'SEQ_DESC', limit: 20 },
  escalations: { by: 'complaint_id', order: 'id', postgraphileOrder: 'ROW_ID_DESC', limit: 50 },
  contacts: { by: 'complaint_id', order: 'id', postgraphileOrder: 'ROW_ID_DESC', limit: 30 },
  clocks: { by: 'complaint_id', order: 'id', postgraphileOrder: 'ROW_ID_DESC', limit: 20 },
};

/** A type's columns, single rows and lists, each by the name of its field. */
export async function readModel(pool) {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));
  const { rows } = await pool.query(
    `select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'`,
  );
  const columnsOf = Map.groupBy(rows, ({ table_name }) => table_name);
  const tableOf = (type) => tables[type.name] ?? snake(type.name);
  const model = {};
  for (const type of Object.values(schema.getTypeMap())) {
    const columns = isObjectType(type) && columnsOf.get(tableOf(type));
    if (!columns) continue;
    const types = new Map(columns.map(({ column_name, data_type }) => [column_name, data_type]));
    const entry = (model[type.name] = { table: tableOf(type), columns: {}, ones: {}, manys: {} });
    for (const [name, field] of Object.entries(type.getFields())) {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) {
        if (types.has(snake(name))) entry.columns[name] = { column: snake(name), type: types.get(snake(name)) };
      } else if (isListType(getNullableType(field.type))) {
        if (type.name === 'Complaint' && lists[name]) entry.manys[name] = { type: inner.name, ...lists[name] };
      } else if (columnsOf.has(tableOf(inner))) {
        const column = [
          `${snake(name)}_id`,
          type.name === 'ComplaintEvent' && name === 'complaint' ? 'subject_id' : '',
        ].find((each) => types.has(each));
        if (column) entry.ones[name] = { type: inner.name, column };
      }
    }
  }
  return model;
}

export const snake = (name) => name.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase();
export const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(`_${name}`);

/** A selection as our API writes it: `{ id: true, orgUnit: { name: true } }`. */
export function jiesuFields(model, type, tree) {
  return fieldsOf(tree, (name, inner) => {
    if (inner === true) return name;
    const child = model[type].ones[name] ?? model[type].manys[name];
    const limit = name === 'events' ? `(limit: ${child.limit})` : '';
    return `${name}${limit} { ${child ? jiesuFields(model, child.type, inner) : Object.keys(inner).join(' ')} }`;
  });
}

/** The same selection for PostGraphile, under the same names. */
export function postgraphileFields(model, type, tree) {
  return fieldsOf(tree, (name, inner) => {
    if (inner === true) return name === 'id' ? 'id: rowId' : name;
    const { ones, manys } = model[type];
    if (ones[name]) {
      const { type: target, column } = ones[name];
      const field = `${camel(model[target].table)}By${pascal(column)}`;
      return `${name}: ${field} { ${postgraphileFields(model, target, inner)} }`;
    }
    const { type: target, by, postgraphileOrder, limit } = manys[name];
    const field = `${plural(camel(model[target].table))}By${pascal(by)}`;
    return `${name}: ${field}(first: ${limit}, orderBy: [${postgraphileOrder}]) { nodes { ${postgraphileFields(model, target, inner)} } }`;
  });
}

const plural = (name) => `${name}s`;
const fieldsOf = (tree, write) =>
  Object.entries(tree)
    .map(([name, inner]) => write(name, inner))
    .join(' ');

/** The same selection as SQL: one row of JSON for each row of `alias`. */
export function sqlFields(model, type, tree, alias) {
  const list = [];
  const joins = [];
  for (const [name, inner] of Object.entries(tree)) {
    const { columns, ones, manys } = model[type];
    if (inner === true) {
      const { column, type: sqlType } = columns[name];
      list.push(`${alias}.${column}${sqlType === 'numeric' ? '::text' : ''} as "${name}"`);
      continue;
    }
    const joined = `${alias}_${snake(name)}`;
    const { type: target, column, by, order, limit } = ones[name] ?? manys[name];
    const child = sqlFields(model, target, inner, `${joined}_row`);
    const from = `from ${model[target].table} ${joined}_row`;
    if (column) {
      joins.push(
        `left join lateral (select ${child.list} ${from} ${child.joins} where ${joined}_row.id = ${alias}.${column}) ${joined} on true`,
      );
      list.push(`to_json(${joined}) as "${name}"`);
    } else {
      joins.push(
        `left join lateral (select coalesce(json_agg(to_json(${joined}_one)), '[]') as rows from (select ${child.list} ${from} ${child.joins}
          where ${joined}_row.${by} = ${alias}.id order by ${joined}_row.${order} desc limit ${limit}) ${joined}_one) ${joined} on true`,
      );
      list.push(`${joined}.rows as "${name}"`);
    }
  }
  return { list: list.join(', '), joins: joins.join(' ') };
}
