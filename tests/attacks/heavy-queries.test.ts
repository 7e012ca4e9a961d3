import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLiveBank, type LiveBank } from '../harness/live-bank.js';
import { subscribe } from '../harness/subscription.js';
import { until } from '../harness/until.js';

let bank: LiveBank;
let token: string;

beforeAll(async () => {
  bank = await openLiveBank();
  token = await bank.signIn('leader');
});
afterAll(() => bank.stop());

const repeat = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const nested = (levels: number): string => (levels ? `escalations { complaint { ${nested(levels - 1)} } }` : 'id');

/** What is selected on a complaint, with its fragments, and the code that it is refused with. */
const attacks: Record<string, { selection: string; fragments?: string; code?: string; limit?: string }> = {
  'two hundred levels': { selection: nested(100), limit: 'depth' },
  'a thousand aliases': { selection: repeat(600, (at) => `a${at}: id`), limit: 'aliases' },
  'six directives': {
    selection: `id ${repeat(6, (at) => `... @include(if: true) { id${at}: id }`)}`,
    limit: 'directives',
  },
  'six directives hidden in fragments': {
    selection: '...f ...f ...f',
    fragments: 'fragment f on Complaint { id @include(if: true) reference @skip(if: false) }',
    limit: 'directives',
  },
  'a fragment that doubles at each of 30 levels': {
    selection: '...f0',
    fragments: `${repeat(30, (at) => `fragment f${at} on Complaint { ...f${at + 1} ...f${at + 1} }`)} fragment f30 on Complaint { id }`,
    limit: 'fields',
  },
  'lists within lists within lists': {
    selection: repeat(
      25,
      () => `... on Complaint { escalations { complaint { escalations { notices { level staff { id } } } } } }`,
    ),
    limit: 'cost',
  },
  'long lists asked for by their own limits': {
    selection: `events(limit: 100) { complaint { events(limit: 100) { ${repeat(6, () => 'cursor')} } } }`,
    limit: 'cost',
  },
  'a fragment that spreads itself': {
    selection: '...f',
    fragments: 'fragment f on Complaint { id ...g } fragment g on Complaint { ...f }',
    code: 'BAD_USER_INPUT',
  },
  'ten thousand tokens': { selection: repeat(10_000, () => 'id'), code: 'BAD_USER_INPUT' },
  'a thousand unknown directives': { selection: `id ${repeat(900, (at) => `@d${at}`)}`, code: 'BAD_USER_INPUT' },
};
const cases = Object.entries(attacks).map(
  ([name, { selection, fragments = '', code = 'QUERY_TOO_COMPLEX', limit }]) => ({
    name,
    query: `{ complaints { items { ${selection} } } } ${fragments}`,
    feed: `subscription { complaintEvents { complaint { ${selection} } } } ${fragments}`,
    code,
    limit,
  }),
);

async function send(query: string, method: 'GET' | 'POST' = 'POST') {
  const began = performance.now();
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'apollo-require-preflight': '1',
  };
  const address = `${bank.url}/graphql`;
  const response = await (method === 'GET'
    ? fetch(`${address}?query=${encodeURIComponent(query)}`, { headers })
    : fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) }));
  const { errors } = (await response.json()) as {
    errors?: { extensions: { code: string; params?: { limit: string } } }[];
  };
  const took = performance.now() - began;
  return {
    status: response.status,
    codes: errors?.map(({ extensions }) => extensions.code),
    params: errors?.[0]?.extensions.params,
    took,
  };
}

test.each(cases)(
  'A2: $name are refused with their limit, soon, before anything runs',
  async ({ query, code, limit }) => {
    const tries = [];
    for (let round = 0; round < 5; round++) tries.push(await send(query));
    for (const { status, codes, params } of tries) {
      expect({ status, code: codes?.[0], limit: params?.limit }).toEqual({ status: 400, code, limit });
    }
    // The fastest tells what it costs, on a busy machine too; within this time nobody else is served.
    expect(Math.min(...tries.map(({ took }) => took))).toBeLessThan(250);
  },
);

test('A2: the same field again and again, as often as it may be, delays nobody', async () => {
  await send('{ viewer { kind } }');
  const tries = [];
  for (let round = 0; round < 5; round++) tries.push(await send(`{ viewer { ${repeat(1900, () => 'kind')} } }`));
  expect(Math.min(...tries.map(({ took }) => took))).toBeLessThan(250);
});

test.each(cases.filter(({ query }) => encodeURIComponent(query).length < 12_000))(
  'A3: $name by GET are refused alike',
  async ({ query, code }) => {
    const { status, codes } = await send(query, 'GET');
    expect([status, codes?.[0]]).toEqual([400, code]);
  },
);

test.each(cases)('A3: $name over a socket are refused alike', async ({ feed, code }) => {
  const { state } = subscribe(bank.connect({ token }), feed);
  await until(() => state.problems.length > 0);
  expect(state.problems[0]).toMatchObject({ extensions: { code } });
});

const guess = (alias: string, name: string) =>
  `${alias}: signIn(input: { username: "${name}", password: "a guess" }) { token }`;

test.each(['verifyAudit { intactCount }', 'complaintStats { openCount }'])(
  'A2: %s is dear, and not asked thirty times in one request',
  async (field) => {
    const { errors } = await bank.request(`{ ${repeat(30, (at) => `a${at}: ${field}`)} }`, {}, { token });
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  },
);

test('A1: a batch of sign-ins is refused whole', async () => {
  const batch = Array.from({ length: 50 }, () => ({ query: `mutation { ${guess('a', 'leader')} }` }));
  const response = await fetch(`${bank.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(batch),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain('UNAUTHENTICATED');
});

test('A1: a thousand sign-ins under aliases are refused whole', async () => {
  for (const count of [31, 1000]) {
    const { status, codes } = await send(`mutation { ${repeat(count, (at) => guess(`a${at}`, 'leader'))} }`);
    expect(status).toBe(400);
    expect(['QUERY_TOO_COMPLEX', 'BAD_USER_INPUT']).toContain(codes![0]);
  }
});

test('A1: of thirty sign-ins in one request the first that fails ends it and counts as a try', async () => {
  const query = `mutation { ${repeat(30, (at) => guess(`a${at}`, 'east'))} }`;
  for (let request = 0; request < 5; request++) expect((await send(query)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await send(query)).codes).toEqual(['RATE_LIMITED']);
});
