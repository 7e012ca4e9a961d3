import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket, type ClientOptions } from 'ws';
import { ownerSql } from './harness/database.js';
import { openLiveBank, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS, ESCALATIONS } from './harness/subscription.js';

let bank: LiveBank;
let leader: string;

beforeAll(async () => {
  bank = await openLiveBank();
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
])('%s is refused over the socket', async (query) => {
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

test('a stranger may connect and is told UNAUTHENTICATED; a bad bearer may not', async () => {
  expect(await bank.listen(undefined, COMPLAINTS).problem()).toMatchObject({ code: 'UNAUTHENTICATED' });
  for (const token of ['jses_guessed', 'jkey_guessed', 'jiesu-demo-channel', 'x'])
    expect(await bank.listen(token, COMPLAINTS).closed()).toMatchObject({ code: 4401 });
});

test('a foreign page is refused, its own page is let in, and a cookie counts only with an origin', async () => {
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

test('a frame of more than 64 KiB closes the socket', async () => {
  const socket = await greeted();
  socket.send('x'.repeat(65 * 1024));
  expect(await closeOf(socket)).toBe(1009);
});

test('who does not introduce themselves within three seconds is let go', async () => {
  const socket = open();
  await once(socket, 'open');
  const began = performance.now();
  expect(await closeOf(socket)).toBe(4408);
  expect(performance.now() - began).toBeLessThan(4000);
});

const init = JSON.stringify({ type: 'connection_init' });
const subscription = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: COMPLAINTS } });
const nonsense: [string, (string | Buffer)[]][] = [
  ['no JSON', ['{']],
  ['a number', ['1']],
  ['null', ['null']],
  ['an unknown type', [init, JSON.stringify({ type: 'explode' })]],
  ['bytes', [Buffer.from([0, 255, 1, 2])]],
  ['a subscription before the introduction', [subscription]],
  ['two introductions', [init, init]],
  ['a subscription without a query', [init, JSON.stringify({ id: '1', type: 'subscribe', payload: {} })]],
  ['a query that is no text', [init, JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 5 } })]],
  ['an id that is no text', [init, JSON.stringify({ id: {}, type: 'subscribe', payload: { query: COMPLAINTS } })]],
  [
    'credentials that are no text',
    [JSON.stringify({ type: 'connection_init', payload: { authorization: { a: 1 } } }), '{'],
  ],
  ['a list as introduction', [JSON.stringify({ type: 'connection_init', payload: [] })]],
  ['the same id twice', [JSON.stringify({ type: 'connection_init', payload: {} }), subscription, subscription, '{']],
];

test.each(nonsense)('%s closes one socket and nothing else', async (_name, frames) => {
  const socket = open();
  await once(socket, 'open');
  for (const frame of frames) socket.send(frame);
  expect(await closeOf(socket)).toBeGreaterThanOrEqual(1000);
  expect((await fetch(`${bank.url}/readyz`)).status).toBe(200);
});

test('broken bytes on the wire leave the server up', async () => {
  const socket = await greeted();
  const wire = Reflect.get(socket, '_socket') as { write(bytes: Buffer): void };
  wire.write(Buffer.from([0xff, 0xff, 0x00, 0x01, 0x02]));
  expect(await closeOf(socket)).toBeGreaterThanOrEqual(1000);
  expect((await fetch(`${bank.url}/readyz`)).status).toBe(200);
});
