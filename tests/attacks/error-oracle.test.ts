import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLiveBank, type LiveBank } from '../harness/live-bank.js';

const tries = 1000;
const canary = '13912340099';
let bank: LiveBank;
let tokens: (string | undefined)[];

beforeAll(async () => {
  bank = await openLiveBank();
  await bank.register(bank.units.east, { complainant: { name: '欧阳金丝雀', phone: canary }, content: '金丝雀的内容' });
  tokens = [undefined, bank.apiKey, await bank.signIn('leader'), await bank.signIn('clerk'), 'jses_guessed'];
});
afterAll(() => bank.stop());

/** A sequence that is the same in every run. */
let state = 20261123;
const random = (below: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;

const odd: readonly unknown[] = [
  "' or 1=1 --",
  '\u0000',
  '\ud800',
  '%s%n',
  '../../etc/passwd',
  '{"$ne":null}',
  '𠮷'.repeat(3000),
  '',
  '00000000-0000-0000-0000-000000000000',
  1e308,
  -1,
  2 ** 53,
  true,
  null,
  [],
  [[[]]],
  {},
  JSON.parse('{"__proto__": {"isAdmin": true}}'),
  { constructor: { prototype: {} } },
];

// The names of the schema itself, so that a good part of what is made up gets as far as the database.
const sdl = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');
const fieldsOf = (type: string) => {
  const body = new RegExp(`^type ${type} \\{(.*?)^\\}`, 'ms').exec(sdl)![1]!;
  return [...body.matchAll(/^ {2}(\w+)(\([\s\S]*?\))?: ([\w[\]!]+)/gm)].map(([, name, args = '', type]) => ({
    name: name!,
    type: type!,
    args: [...args.matchAll(/^ {4}(\w+): ([\w[\]!]+)/gm)].map(([, arg, of]) => ({ name: arg!, type: of! })),
  }));
};
const roots = { query: fieldsOf('Query'), mutation: fieldsOf('Mutation') };
const isScalar = (type: string) =>
  /^(ID|String|Int|Boolean|Float|DateTimeISO|EventCursor)\b/.test(type.replaceAll(/[[\]!]/g, ''));

function madeUp(): { query: string; variables: Record<string, unknown> } {
  const kind = pick(['query', 'mutation'] as const);
  const { name, type, args } = pick(roots[kind]);
  const isPlain = isScalar(type) || new RegExp(`^(enum|scalar) ${type.replaceAll(/[[\]!]/g, '')}\\b`, 'm').test(sdl);
  const variables = Object.fromEntries(args.map((arg) => [arg.name, pick(odd)]));
  const head = args.length ? `(${args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')})` : '';
  const call = args.length ? `(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : '';
  const query = `${kind} ${head} { ${name}${call} ${isPlain ? '' : '{ __typename }'} }`;
  const at = random(query.length);
  return {
    query: random(5) ? query : query.slice(0, at) + pick(['}', '{', '"', '$', '\u0000', '…']) + query.slice(at),
    variables,
  };
}

const inside =
  /\b(select|insert|update|delete)\b.*\b(from|into|set)\b|relation "|column "|duplicate key|violates|syntax error at|node_modules|file:\/\/|\/(tmp|work|home|root|usr)\/|\bat \S+ \(|\.(js|ts):\d+|stacktrace|PostgreSQL|pg_|MikroORM|Apollo|express|argon2|v?\d+\.\d+\.\d+/i;

test(`A19: ${tries} made-up failures tell nothing of the inside and of nobody`, async () => {
  const seen: Record<string, number> = {};
  for (let count = 0; count < tries; count += 20) {
    const batch = Array.from({ length: 20 }, async () => {
      const { query, variables } = madeUp();
      const token = pick(tokens);
      const response = await fetch(`${bank.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': pick([
            'application/json',
            'application/json',
            'application/json',
            'text/plain',
            'application/json; charset=x',
          ]),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: random(20) ? JSON.stringify({ query, variables }) : JSON.stringify({ query, variables }).slice(1),
      });
      return { query, text: await response.text(), status: response.status };
    });
    for (const { query, text, status } of await Promise.all(batch)) {
      if (status >= 500 || inside.test(text) || text.includes(canary) || text.includes('金丝雀'))
        throw new Error(`${status} ${query.slice(0, 300)} → ${text.slice(0, 500)}`);
      const code = /"code":"(\w+)"/.exec(text)?.[1] ?? 'fine';
      seen[code] = (seen[code] ?? 0) + 1;
    }
  }
  // The failures are of many kinds, or little would have been tried; none is the server's own.
  expect(Object.keys(seen)).toEqual(expect.arrayContaining(['UNAUTHENTICATED', 'BAD_USER_INPUT', 'NOT_FOUND']));
  expect(seen['INTERNAL_SERVER_ERROR']).toBeUndefined();
});
