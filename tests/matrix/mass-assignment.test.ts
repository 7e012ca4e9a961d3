import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import { roles } from './branch.js';
import { documentOf, rootFields, type RootField } from './fields.js';
import { argsFor, openMatrixBank, valueAt, withValueAt, type MatrixBank } from './matrix.js';
import { samples } from './samples.js';
import { readTable } from './table.js';

const table = readTable();
/** Names of columns and of what objects inherit: none is a field of an input that does not say so itself. */
const hidden = [
  '__proto__',
  'constructor',
  'id',
  'version',
  'createdAt',
  'status',
  'isActive',
  'approvedAt',
  'passwordHash',
];
const mutations = rootFields.filter(({ kind, name, args }) => kind === 'mutation' && samples[name] && args.length > 0);
const lists = rootFields.filter(({ args }) => args.some(({ name }) => name === 'filter' || name === 'sort'));
const byName = (fields: RootField[]) => fields.map((field) => [field.name, field] as const);

let bank: MatrixBank;
beforeAll(async () => {
  bank = await openMatrixBank();
});
afterAll(() => bank.stop());

/** Every input object of a type with its path, as `input` and `input.member`. */
function inputsIn(type: GraphQLInputType, path: string): { path: string; fields: string[] }[] {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return inputsIn(inner.ofType, `${path}.0`);
  if (!isInputObjectType(inner)) return [];
  const fields = Object.values(inner.getFields());
  return [
    { path, fields: fields.map(({ name }) => name) },
    ...fields.flatMap((field) => inputsIn(field.type, `${path}.${field.name}`)),
  ];
}

/** All rows but those that only count requests. */
async function fingerprint(): Promise<string> {
  const { rows: names } = await bank.app.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_bucket' order by 1`,
  );
  const digests = names.map(
    ({ name }) => `select '${name}', md5(string_agg(t::text, ',' order by t::text)) from "${name}" t`,
  );
  return JSON.stringify((await bank.app.pool.query({ text: digests.join(' union all '), rowMode: 'array' })).rows);
}

/** As a client would send it: `__proto__` as an ordinary name. */
function withExtra(args: Record<string, unknown>, path: string, name: string): Record<string, unknown> {
  const object = { ...(valueAt(args, path) as object) };
  const copy = withValueAt(args, path, object);
  Object.defineProperty(valueAt(copy, path), name, { value: 'x', enumerable: true });
  return copy;
}

test.each(byName(mutations))('A9: %s takes no field that its input does not name', async (name, field) => {
  const { args } = await argsFor(field, bank.own);
  const who = roles.find((role) => table.get(name)?.own[role] === '✓') ?? 'ADMIN';
  const named: [sent: string, told: string][] = [];
  const before = await fingerprint();
  for (const { path, fields } of field.args.flatMap((arg) => inputsIn(arg.type, arg.name))) {
    if (typeof valueAt(args, path) !== 'object') continue;
    for (const extra of hidden.filter((each) => !fields.includes(each))) {
      const { errors } = await bank.own.say(who, documentOf(field, args), withExtra(args, path, extra));
      const { code, fields: wrong = {} } = errors![0]!.extensions;
      expect([path, extra, code]).toEqual([path, extra, 'BAD_USER_INPUT']);
      // No object can tell of its own `__proto__`: that one is refused without its name.
      if (extra !== '__proto__') named.push([`${path}.${extra}`.replace(/^input\./, ''), Object.keys(wrong).join()]);
    }
  }
  expect(named.filter(([sent, told]) => sent !== told)).toEqual([]);
  expect(await fingerprint()).toBe(before);
});

const fragments = [
  { raw: '1; drop table event' },
  { $ne: null },
  ['ASC', { sql: 'random()' }],
  'ASC; --',
  { __sqlRaw: 'x' },
];

test.each(byName(lists))('A9: %s takes no piece of SQL and no operator in place of a value', async (_, field) => {
  const before = await fingerprint();
  for (const arg of field.args.filter(({ name }) => name === 'filter' || name === 'sort')) {
    const type = getNamedType(arg.type);
    if (!isInputObjectType(type)) continue;
    const right = arg.name === 'sort' ? { field: firstValue(type.getFields()['field']!.type), direction: 'ASC' } : {};
    for (const each of Object.values(type.getFields())) {
      const isText = ['String', 'ID'].includes(getNamedType(each.type).name);
      for (const fragment of fragments.filter((value) => !isText || typeof value === 'object')) {
        const args = { [arg.name]: { ...right, [each.name]: fragment } };
        const { errors } = await bank.own.say('DESK', documentOf(field, args), args);
        expect([each.name, errors?.[0]?.extensions.code]).toEqual([each.name, 'BAD_USER_INPUT']);
      }
    }
  }
  expect(await fingerprint()).toBe(before);
});

function firstValue(type: GraphQLInputType): string {
  const inner = getNamedType(type) as unknown as { getValues(): readonly { name: string }[] };
  return inner.getValues()[0]!.name;
}
