import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownerSql } from './harness/database.js';
import { complaintAt, openLiveBank, REGISTER, type LiveBank } from './harness/live-bank.js';
import { buildServer, killAll, post, prepareDatabase, startProcess } from './harness/process.js';
import { startTestServer } from './harness/server.js';
import { until } from './harness/until.js';

let bank: LiveBank;
let leader: string;

beforeAll(async () => {
  bank = await openLiveBank();
  leader = await bank.signIn('leader');
});
afterAll(() => bank.stop());

interface Sent {
  method?: string;
  path?: string;
  type?: string | null;
  body?: string | Uint8Array<ArrayBuffer> | null;
  headers?: Record<string, string>;
}

async function send({
  method = 'POST',
  path = '/graphql',
  type = 'application/json',
  body = null,
  headers = {},
}: Sent) {
  const response = await fetch(bank.url + path, {
    method,
    body,
    headers: { ...(type ? { 'content-type': type } : {}), ...headers },
  });
  const text = await response.text();
  const { errors } = (text.startsWith('{') ? JSON.parse(text) : {}) as {
    errors?: { message: string; extensions?: { code: string } }[];
  };
  return { status: response.status, text, code: errors?.[0]?.extensions?.code, headers: response.headers };
}

const mutation = 'mutation { signOut }';

test.each<[string, Sent]>([
  ['a form', { type: 'application/x-www-form-urlencoded', body: `query=${encodeURIComponent(mutation)}` }],
  ['plain text', { type: 'text/plain', body: JSON.stringify({ query: mutation }) }],
  ['no type at all', { type: null, body: new TextEncoder().encode(JSON.stringify({ query: mutation })) }],
  ['an upload', { type: 'multipart/form-data; boundary=x', body: '--x--' }],
  ['a GET of a mutation', { method: 'GET', type: null, path: `/graphql?query=${encodeURIComponent(mutation)}` }],
  [
    'a GET of a mutation with a preflighted header',
    {
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent(mutation)}`,
      headers: { 'apollo-require-preflight': '1' },
    },
  ],
  ['a GET of a query from a foreign page', { method: 'GET', type: null, path: '/graphql?query={__typename}' }],
])('A5: %s, as a foreign page could send it, is refused', async (_name, sent) => {
  const cookie = `jiesu_session=${leader}`;
  const { status, code, text } = await send({ ...sent, headers: { ...sent.headers, cookie } });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(code).toBe('BAD_USER_INPUT');
  expectNoInsides(text);
  expect((await bank.ask('{ viewer { kind } }', {}, leader)).viewer).toEqual({ kind: 'STAFF' });
});

function expectNoInsides(text: string): void {
  expect(text).not.toMatch(/\bat .*\.[jt]s|node_modules|stacktrace|select |insert |relation /i);
}

test.each<[string, Sent]>([
  ['broken JSON', { body: '{"query": ' }],
  ['no JSON at all', { body: '<xml/>' }],
  ['a number', { body: '1' }],
  ['null', { body: 'null' }],
  ['a batch', { body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]) }],
  ['an empty batch', { body: '[]' }],
  ['no query', { body: '{}' }],
  ['a query that is no text', { body: '{"query": {"a": 1}}' }],
  ['variables that are no object', { body: '{"query": "{ __typename }", "variables": "x"}' }],
  ['nothing', { body: '' }],
  ['an unknown encoding', { body: '{}', headers: { 'content-encoding': 'zip' } }],
  ['an unknown charset', { body: '{}', type: 'application/json; charset=klingon' }],
  ['an unknown operation', { body: JSON.stringify({ query: 'query A { __typename }', operationName: 'B' }) }],
  ['a subscription', { body: JSON.stringify({ query: 'subscription { complaintEvents { cursor } }' }) }],
  ['more than 2000 tokens', { body: JSON.stringify({ query: `{ ${'__typename '.repeat(2100)} }` }) }],
])('%s is answered with 400 and a code', async (_name, sent) => {
  const { status, code, text } = await send(sent);
  expect({ status, code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  expectNoInsides(text);
});

test('persisted queries are not known', async () => {
  const { code } = await send({ body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"aa"}}}' });
  expect(code).toBe('BAD_USER_INPUT');
});

test('a bad bearer is UNAUTHENTICATED, in the language of the caller', async () => {
  for (const [language, words] of [
    ['en', /sign/i],
    ['zh-CN', /登录/],
  ] as const) {
    const { code, text, status } = await send({
      body: JSON.stringify({ query: '{ __typename }' }),
      headers: { authorization: 'Bearer jses_guessed', 'accept-language': language },
    });
    expect({ code, status }).toEqual({ code: 'UNAUTHENTICATED', status: 401 });
    expect(text).toMatch(words);
  }
});

test('a cookie that opens nothing, or is none, is a stranger', async () => {
  for (const cookie of ['jiesu_session=jses_gone', 'jiesu_session=%E0%A4%A', 'jiesu_session', ';;=']) {
    const { code, status } = await send({
      body: JSON.stringify({ query: '{ complaints { totalCount } }' }),
      headers: { cookie },
    });
    expect({ code, status }).toEqual({ code: 'UNAUTHENTICATED', status: 200 });
  }
});

test('A4: the schema is told to those who are signed in, to strangers only by the demo', async () => {
  const queries = [
    '{ __schema { types { name } } }',
    '{ __type(name: "Complaint") { name } }',
    '{ ...All } fragment All on Query { __schema { types { name } } }',
    '{ ... on Query { s: __schema { queryType { name } } } }',
  ];
  const demo = await startTestServer({ isDemo: true });
  for (const query of queries) {
    expect((await bank.request(query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await bank.request(query, {}, { token: leader })).errors).toBeUndefined();
    expect((await demo.request(query)).errors).toBeUndefined();
  }
  expect((await bank.request('{ __typename }')).data).toEqual({ __typename: 'Query' });
  await demo.stop();
});

test('an inner failure is masked, and the log of a real server knows it by its id without the values', async () => {
  await buildServer();
  const { founded, environment, release } = await prepareDatabase();
  const server = await startProcess(environment);
  const content = '我的卡号被泄露了';
  await ownerSql(environment.DATABASE_URL, 'alter table contact rename to hidden');
  const input = complaintAt(founded.units.east, { content });
  const [error] = (await post(server.url, founded.apiKey, REGISTER, { input })).errors!;
  expect(error!.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expectNoInsides(JSON.stringify(error));
  expect(JSON.stringify(error)).not.toMatch(/hidden|contact/);
  const { id } = error!.extensions;
  const linesOf = () =>
    server
      .output()
      .split('\n')
      .filter((line) => line.includes(id!));
  await until(() => linesOf().length > 0);
  const lines = linesOf();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!).error).toMatchObject({ code: '42P01' });
  expect(server.output()).not.toContain(content);
  await killAll();
  await release();
});

test('other methods, paths and headers tell nothing', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const { status, text } = await send({ method, body: '{}' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expectNoInsides(text);
  }
  const { headers } = await send({ body: JSON.stringify({ query: '{ __typename }' }) });
  expect(headers.get('x-powered-by')).toBeNull();
});
