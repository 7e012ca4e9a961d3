import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket, type ClientOptions } from 'ws';
import { ownerSql } from './harness/database.js';
import { openLiveBank, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS, ESCALATIONS } from './harness/subscription.js';
import { until } from './harness/until.js';

let bank: LiveBank;
let leader: string;

beforeAll(async () => {
  bank = await openLiveBank({ environment: { SOCKETS_PER_USER: '30' } });
  leader = await bank.signIn('leader');
});
afterAll(() => bank.stop());

/** A bare socket, spoken to frame by frame. */
function open(options: ClientOptions = {}): WebSocket {
  return new WebSocket(`${bank.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
}

async function greeted(options: ClientOptions = {}, payload: object = { authorization: `Bearer ${leader}` }) {
  const socket = open(options);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  expect(await heard(socket)).toMatchObject({ type: 'connection_ack' });
  return socket;
}

async function heard(socket: WebSocket): Promise<{ type: string; payload: Payload }> {
  const [data] = await once(socket, 'message');
  return JSON.parse(String(data));
}
type Payload = { message: string; extensions: { code: string; fields: Record<string, string> } }[];

async function closeOf(socket: WebSocket): Promise<number> {
  socket.on('error', () => undefined);
  const [code] = await once(socket, 'close');
  return code as number;
}

/** What the socket answers to a document that it refuses. */
async function refusalOf(query: string, variables: object = {}) {
  const socket = await greeted();
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
  const { type, payload } = await heard(socket);
  socket.close();
  const [error] = Array.isArray(payload) ? payload : (payload as { errors: Payload }).errors;
  return { type, ...error!.extensions };
}

test.each([
  '{ viewer { kind } }',
  '{ __schema { types { name } } }',
  'mutation { signOut }',
  'subscription { __schema { types { name } } }',
  'subscription { nothing }',
  'subscription {',
  'subscription { complaintEvents { cursor } escalationEvents { cursor } }',
])('A3: %s is refused over the socket', async (query) => {
  expect(await refusalOf(query)).toMatchObject({ type: 'error', code: 'BAD_USER_INPUT' });
  expect((await bank.ask('{ viewer { kind } }', {}, leader)).viewer).toEqual({ kind: 'STAFF' });
});

test('wrong variables are named like over HTTP', async () => {
  const query = `subscription ($after: EventCursor, $filter: EscalationEventFilter) {
    escalationEvents(after: $after, filter: $filter) { cursor } }`;
  const variables = { after: '!', filter: { level: ['E9'], nothing: 1 } };
  const { code, fields } = await refusalOf(query, variables);
  expect({ code, fields: Object.keys(fields) }).toEqual({
    code: 'BAD_USER_INPUT',
    fields: ['after', 'filter.level.0', 'filter.nothing'],
  });
});

test.each(['nonsense', '%', '00000000-0000-0000-0000-000000000000'])(
  'a feed narrowed to the id %j says nothing unmasked',
  async (id) => {
    const feed = bank.listen(leader, COMPLAINTS, { complaintId: id, orgUnitId: id, after: await bank.cursor() });
    await bank.register(bank.units.east);
    const other = bank.listen(leader, COMPLAINTS, { after: await bank.cursor() });
    await bank.register(bank.units.east);
    await other.first(1);
    expect(feed.events).toEqual([]);
    expect(feed.state.problems.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
  },
);

test('an inner failure is masked with an id', async () => {
  await bank.register(bank.units.east, { categoryCode: 'FRAUD' });
  await ownerSql(bank.databaseUrl, 'alter table escalation rename to hidden');
  const feed = bank.listen(leader, ESCALATIONS, { after: 'MTow' });
  const { code, id } = await feed
    .problem()
    .finally(() => ownerSql(bank.databaseUrl, 'alter table hidden rename to escalation'));
  expect(code).toBe('INTERNAL_SERVER_ERROR');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.stringify(feed.state.problems)).not.toMatch(/hidden|relation|select/i);
});

const nested = (levels: number): string => (levels ? `escalations { complaint { ${nested(levels - 1)} } }` : 'id');
const tooMuch: [string, string][] = [
  ['too deep', `subscription { complaintEvents { complaint { ${nested(8)} } } }`],
  [
    'too many aliases',
    `subscription { complaintEvents { ${Array.from({ length: 100 }, (_, index) => `a${index}: cursor`).join(' ')} } }`,
  ],
  ['too many directives', `subscription { complaintEvents { ${'... @skip(if: false) { cursor } '.repeat(10)} } }`],
  [
    'fragments that multiply themselves',
    `subscription { complaintEvents { complaint { ...f0 } } } ${Array.from(
      { length: 12 },
      (_, index) => `fragment f${index} on Complaint { ${`...f${index + 1} `.repeat(3)} }`,
    ).join(' ')} fragment f12 on Complaint { id }`,
  ],
];

test.each(tooMuch)('A3: what is %s over HTTP is so over the socket', async (_what, query) => {
  const overSocket = await refusalOf(query);
  const overHttp = await bank.request(query, {}, { token: leader });
  expect(overSocket).toMatchObject({ type: 'error', code: 'QUERY_TOO_COMPLEX' });
  expect(overSocket).toMatchObject(overHttp.errors![0]!.extensions);
});

test('A3: a document of more than two thousand words is not even read', async () => {
  const query = `subscription { complaintEvents { ${'cursor '.repeat(2001)} } }`;
  expect(await refusalOf(query)).toMatchObject({ type: 'error', code: 'BAD_USER_INPUT' });
});

test('a stranger may connect and is told UNAUTHENTICATED; a bad bearer may not', async () => {
  expect(await bank.listen(undefined, COMPLAINTS).problem()).toMatchObject({ code: 'UNAUTHENTICATED' });
  for (const token of ['jses_guessed', 'jkey_guessed', 'jiesu-demo-channel', 'x'])
    expect(await bank.listen(token, COMPLAINTS).closed()).toMatchObject({ code: 4401 });
});

test('A6: a foreign page is refused, its own page is let in, and a cookie counts only with an origin', async () => {
  const { host } = new URL(bank.url);
  const cookie = `jiesu_session=${leader}`;
  for (const origin of ['https://evil.example', `http://${host}.evil.example`, 'null', `http://evil.example?${host}`]) {
    const socket = open({ origin, headers: { cookie } });
    socket.on('error', () => undefined);
    const [, response] = await once(socket, 'unexpected-response');
    expect((response as { statusCode: number }).statusCode).toBe(401);
    socket.terminate();
  }
  const expected = { [`http://${host}`]: 'REGISTERED', '': 'UNAUTHENTICATED' };
  for (const [origin, word] of Object.entries(expected)) {
    const socket = await greeted({ ...(origin ? { origin } : {}), headers: { cookie } }, {});
    const answer = heard(socket);
    const payload = { query: COMPLAINTS, variables: { after: 'MTow' } };
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
    const text = JSON.stringify(await answer);
    expect(text).toContain(word);
    socket.close();
  }
});

test('A21: a frame of more than 64 KiB closes the socket', async () => {
  for (const size of [65 * 1024, 1024 * 1024]) {
    const socket = await greeted();
    socket.send('x'.repeat(size));
    expect(await closeOf(socket)).toBe(1009);
  }
});

test('A21: who does not introduce themselves within three seconds is let go', async () => {
  const socket = open();
  await once(socket, 'open');
  const began = performance.now();
  expect(await closeOf(socket)).toBe(4408);
  expect(performance.now() - began).toBeGreaterThan(2500);
});

const init = JSON.stringify({ type: 'connection_init', payload: {} });
const ping = JSON.stringify({ type: 'ping' });
const subscriptionOf = (id: unknown, payload: object = { query: COMPLAINTS }) =>
  JSON.stringify({ id, type: 'subscribe', payload });
const nonsense: [string, (string | Buffer)[], number][] = [
  ['no JSON', ['{'], 4400],
  ['a number', ['1'], 4400],
  ['null', ['null'], 4400],
  ['an unknown type', [init, JSON.stringify({ type: 'explode' })], 4400],
  ['bytes', [Buffer.from([0, 255, 1, 2])], 1003],
  ['bytes that spell an introduction', [Buffer.from(init)], 1003],
  ['a subscription before the introduction', [subscriptionOf('1')], 4401],
  ['two introductions', [init, init], 4429],
  ['a thousand introductions', Array.from({ length: 1000 }, () => init), 4429],
  ['a thousand pings', [init, ...Array.from({ length: 1000 }, () => ping)], 4429],
  ['a subscription without a query', [init, subscriptionOf('1', {})], 4400],
  ['a query that is no text', [init, subscriptionOf('1', { query: 5 })], 4400],
  ['an id that is no text', [init, subscriptionOf({})], 4400],
  [
    'credentials that are no text',
    [JSON.stringify({ type: 'connection_init', payload: { authorization: { a: 1 } } }), '{'],
    4400,
  ],
  ['a list as introduction', [JSON.stringify({ type: 'connection_init', payload: [] })], 4400],
];

test.each(nonsense)('A21: %s closes one socket and nothing else', async (_name, frames, code) => {
  const socket = open();
  await once(socket, 'open');
  for (const frame of frames) socket.send(frame);
  expect(await closeOf(socket)).toBe(code);
  expect((await fetch(`${bank.url}/readyz`)).status).toBe(200);
});

test('A21: the same id twice closes the socket', async () => {
  const socket = await greeted();
  for (let count = 0; count < 2; count++) socket.send(subscriptionOf('1'));
  expect(await closeOf(socket)).toBe(4409);
});

test('A21: a flood of pings and of unasked pongs of the protocol closes the socket', async () => {
  for (const frame of ['ping', 'pong'] as const) {
    const socket = await greeted();
    const closed = closeOf(socket);
    for (let count = 0; count < 1000; count++) socket[frame]();
    // A socket with too many answers under way is cut off at once.
    expect(frame === 'ping' ? [1006, 4429] : [4429]).toContain(await closed);
  }
});

test('A21: of a thousand subscriptions on a socket fifty run and the others are refused', async () => {
  const before = bank.openFeeds();
  const socket = await greeted();
  const refused: string[] = [];
  socket.on('message', (data) => {
    const { id, type, payload } = JSON.parse(String(data));
    if (type === 'error') refused.push(`${id} ${payload[0].extensions.code}`);
  });
  const closed = closeOf(socket);
  for (let id = 0; id < 100; id++) socket.send(subscriptionOf(String(id)));
  await until(() => refused.length === 50);
  expect(refused).toEqual(Array.from({ length: 50 }, (_, index) => `${50 + index} RATE_LIMITED`));
  expect(bank.openFeeds()).toBe(before + 50);
  for (let id = 100; id < 1000; id++) socket.send(subscriptionOf(String(id)));
  expect(await closed).toBe(4429);
  await until(() => bank.openFeeds() === before);
});

test('A21: a person has no more than so many sockets, and a new one once an old one is gone', async () => {
  const token = await bank.signIn('west');
  const introduction = { authorization: `Bearer ${token}` };
  const sockets = [];
  for (let count = 0; count < 30; count++) sockets.push(await greeted({}, introduction));
  const refused = open();
  await once(refused, 'open');
  refused.send(JSON.stringify({ type: 'connection_init', payload: introduction }));
  expect(await closeOf(refused)).toBe(4429);
  sockets[0]!.close();
  await closeOf(sockets[0]!);
  for (const socket of [await greeted({}, introduction), ...sockets]) socket.terminate();
});

test('A21: while one socket floods, another is told as ever', async () => {
  const feed = bank.listen(leader, COMPLAINTS, { after: await bank.cursor() });
  const flood = await greeted();
  const closed = closeOf(flood);
  for (let count = 0; count < 5000; count++) flood.send(ping);
  const reference = await bank.register(bank.units.east);
  expect(await feed.first(1)).toEqual([reference]);
  expect(await closed).toBe(4429);
});

test('broken bytes on the wire leave the server up', async () => {
  const socket = await greeted();
  const wire = Reflect.get(socket, '_socket') as { write(bytes: Buffer): void };
  wire.write(Buffer.from([0xff, 0xff, 0x00, 0x01, 0x02]));
  expect(await closeOf(socket)).toBeGreaterThanOrEqual(1000);
  expect((await fetch(`${bank.url}/readyz`)).status).toBe(200);
});
