import type { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Complaint } from '../../server/src/complaints/complaint/complaint.js';
import { decodeCursor } from '../../server/src/kernel/feed.js';
import { revokeApiKey } from '../../server/src/org/api-keys/api-key.actions.js';
import { hashPassword } from '../../server/src/org/sign-in/password.js';
import { deactivateStaff, enrolStaff } from '../../server/src/org/staff/staff.actions.js';
import { grantRole, revokeRole } from '../../server/src/org/grants/role-grant.actions.js';
import { openLiveBank, type LiveBank } from '../harness/live-bank.js';
import { COMPLAINTS, ESCALATIONS, subscribe, type Subscription } from '../harness/subscription.js';
import { until } from '../harness/until.js';

const LONG = `subscription ($after: EventCursor) { complaintEvents(after: $after) {
  cursor kind complaint { reference content } } }`;

let bank: LiveBank;
let leader: string;

beforeAll(async () => {
  bank = await openLiveBank({ environment: { FEED_POLL_MS: '100' } });
  leader = await bank.signIn('leader');
});
afterAll(() => bank.stop());

/** Ends within the two seconds that are promised, with the code that says why. */
async function expectEnd(feed: Subscription): Promise<void> {
  const began = performance.now();
  expect(await feed.closed()).toMatchObject({ code: 4403 });
  expect(performance.now() - began).toBeLessThan(2000);
}

const opened: Subscription[] = [];
afterEach(() => opened.splice(0).forEach(({ end }) => end()));

/** A feed that has told one event, so that it is surely open. */
async function openFeed(token: string, query = COMPLAINTS): Promise<Subscription> {
  const feed = bank.listen(token, query, { after: await bank.cursor() });
  opened.push(feed);
  await bank.register(bank.units.eastOutlet, { categoryCode: 'FRAUD' });
  await feed.first(1);
  return feed;
}

test('a stranger gets no feed', async () => {
  for (const query of [COMPLAINTS, ESCALATIONS])
    expect(await bank.listen(undefined, query).problem()).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('who works in another branch is told nothing', async () => {
  const after = await bank.cursor();
  const west = await bank.signIn('west');
  const feeds = [COMPLAINTS, ESCALATIONS].map((query) => bank.listen(west, query, { after }));
  const all = bank.listen(leader, ESCALATIONS, { after });
  await bank.register(bank.units.eastOutlet, { categoryCode: 'FRAUD' });
  const theirs = await bank.register(bank.units.westOutlet, { categoryCode: 'FRAUD' });
  await all.first(2);
  for (const feed of feeds) expect(await feed.first(1)).toEqual([theirs]);
  for (const feed of [...feeds, all]) feed.end();
});

test('a key is told of its own complaints and of no escalation', async () => {
  const after = await bank.cursor();
  const own = bank.listen(bank.apiKey, COMPLAINTS, { after });
  const escalations = bank.listen(bank.apiKey, ESCALATIONS, { after });
  const clerk = await bank.signIn('clerk');
  await bank.ask(
    `mutation { registerComplaint(input: { channel: ON_SITE, content: "柜台", idempotencyKey: "clerk-0001",
    complainant: { anonymous: true } }) { id } }`,
    {},
    clerk,
  );
  const reference = await bank.register(bank.units.east, { categoryCode: 'FRAUD' });
  expect(await own.first(1)).toEqual([reference]);
  expect(escalations.events).toEqual([]);
  for (const feed of [own, escalations]) feed.end();
});

test('a complaint that moves to another unit is told there from its next event on', async () => {
  const after = await bank.cursor();
  const [east, west] = [await bank.signIn('east'), await bank.signIn('west')];
  const feeds = { east: bank.listen(east, COMPLAINTS, { after }), west: bank.listen(west, COMPLAINTS, { after }) };
  const reference = await bank.register(bank.units.eastOutlet);
  await feeds.east.first(1);
  const em = bank.app.orm.em.fork();
  const complaint = await em.findOneOrFail(Complaint, { reference }, { populate: ['orgUnit'] });
  complaint.orgUnit = em.getReference(complaint.orgUnit.getEntity().constructor, bank.units.westOutlet) as never;
  // Who answers for it in person would go on reading it.
  complaint.responsible = null;
  await em.flush();
  await recordContact(complaint.id, west);
  expect(await feeds.west.first(1)).toEqual([reference]);
  const later = await bank.register(bank.units.eastOutlet);
  expect(await feeds.east.first(2)).toEqual([reference, later]);
  for (const feed of Object.values(feeds)) feed.end();
});

async function recordContact(id: string, token: string): Promise<void> {
  await bank.ask(
    `mutation ($id: ID!) { recordContact(id: $id, input: { kind: PROGRESS, channel: PHONE, direction: OUTBOUND,
      summary: "已联系客户", idempotencyKey: "contact-of-the-test" }) { id } }`,
    { id },
    token,
  );
}

test('a new role widens an open feed from the next event on', async () => {
  const west = await bank.signIn('west');
  const feed = bank.listen(west, COMPLAINTS, { after: await bank.cursor() });
  const { id } = await grantRole(bank.asSystem(), {
    staffId: bank.staff.west,
    role: 'MANAGER',
    orgUnitId: bank.units.east,
    withSubtree: true,
  });
  const reference = await bank.register(bank.units.east);
  expect(await feed.first(1)).toEqual([reference]);
  await revokeRole(bank.asSystem(), id);
  await expectEnd(feed);
});

test('F32: signing out closes every socket of the session, and only of it', async () => {
  const token = await bank.signIn('east');
  const feeds = [await openFeed(token), await openFeed(token, ESCALATIONS)];
  const other = await openFeed(await bank.signIn('east'));
  await bank.ask('mutation { signOut }', {}, token);
  await Promise.all(feeds.map(expectEnd));
  const told = feeds.map(({ events }) => events.length);
  const reference = await bank.register(bank.units.east);
  await until(() => other.references().includes(reference));
  expect(feeds.map(({ events }) => events.length)).toEqual(told);
});

test('F32: a revoked key loses its feed', async () => {
  const feed = await openFeed(bank.apiKey);
  const secret = bank.apiKey;
  await revokeApiKey(bank.asSystem(), bank.apiKeyId);
  await expectEnd(feed);
  const refused = await bank.request('{ eventCursor }', {}, { token: secret });
  expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await bank.app.pool.query('update api_key set revoked_at = null where id = $1', [bank.apiKeyId]);
  bank.clock.advance({ seconds: 2 });
});

/** A client with thirty feeds whose socket can be told to read no more, and one that reads well. */
async function slowAndQuick() {
  const [token, other] = [await bank.signIn('east'), await bank.signIn('east')];
  const after = await bank.cursor();
  const client = bank.connect({ token });
  const raw = new Promise<WebSocket>((found) => client.on('opened', (socket) => found(socket as WebSocket)));
  const slow = Array.from({ length: 30 }, () => subscribe(client, LONG, { after }));
  const socket = await raw;
  const quick = bank.listen(other, COMPLAINTS, { after });
  const written = [await bank.register(bank.units.east)];
  await Promise.all([...slow, quick].map((feed) => feed.first(1)));
  socket.pause();
  /** Thirty times so many megabytes and a bit, more than the system's own buffers take. */
  const flood = async () => {
    const content = '转账未到账'.repeat(1900);
    for (let count = 0; count < 40; count++) written.push(await bank.register(bank.units.east, { content }));
    expect(await quick.first(written.length)).toEqual(written);
  };
  const sent = () => slow.reduce((sum, { events }) => sum + events.length, 0);
  return { token, slow, socket, quick, written, flood, sent };
}

const passed = async (milliseconds: number) => {
  const over = performance.now() + milliseconds;
  await until(() => performance.now() > over);
};

test('F15: who reads too slowly for long is let go; what waits for them is bounded, and nobody else notices', async () => {
  const { slow, socket, quick, flood, sent } = await slowAndQuick();
  await flood();
  // Longer than the patience of five seconds, shorter than the end of the socket without an answer.
  await passed(7000);
  socket.resume();
  // On a busy machine the pong that is missing may end it first, with no word.
  expect(['Slow consumer', '']).toContain((await slow[0]!.closed()).reason);
  expect(sent()).toBeLessThan(30 * 20);
  const reference = await bank.register(bank.units.east);
  await until(() => quick.references().includes(reference));
  quick.end();
});

test('F15: who was slow for a moment is told everything after all, once and in order', async () => {
  const { slow, socket, quick, written, flood } = await slowAndQuick();
  await flood();
  socket.resume();
  for (const feed of slow) {
    expect(await feed.first(written.length)).toEqual(written);
    feed.end();
  }
  quick.end();
});

test('F32: who reads slowly is sent no more once the session is over', async () => {
  const { token, slow, socket, quick, flood, sent } = await slowAndQuick();
  await flood();
  await bank.ask('mutation { signOut }', {}, token);
  await passed(2000);
  socket.resume();
  await slow[0]!.closed();
  const heard = sent();
  expect(heard).toBeLessThan(30 * 41);
  await bank.register(bank.units.east);
  expect(sent()).toBe(heard);
  quick.end();
});

test('F32: an account that is deactivated hears nothing more', async () => {
  const { id } = await enrolStaff(bank.asSystem(), {
    username: 'leaver',
    name: 'leaver',
    orgUnitId: bank.units.east,
    passwordHash: await hashPassword('a long enough password'),
  });
  await grantRole(bank.asSystem(), { staffId: id, role: 'DESK', orgUnitId: bank.units.east, withSubtree: true });
  const feed = await openFeed(await bank.signIn('leaver' as never));
  await deactivateStaff(bank.asSystem(), id, { expectedVersion: 1 });
  const told = feed.events.length;
  await bank.register(bank.units.east);
  await expectEnd(feed);
  expect(feed.events).toHaveLength(told);
});

test('F32: a role that ends by its date ends the stream', async () => {
  const { id } = await grantRole(bank.asSystem(), {
    staffId: bank.staff.clerk,
    role: 'MANAGER',
    orgUnitId: bank.units.east,
    withSubtree: true,
    validTo: new Date(bank.clock.now().getTime() + 60_000),
  });
  expect(id).toBeTruthy();
  const feed = await openFeed(await bank.signIn('clerk'));
  bank.clock.advance({ minutes: 2 });
  await expectEnd(feed);
});

test('a session that runs out by time alone ends its feed', async () => {
  const feed = await openFeed(await bank.signIn('east'));
  bank.clock.advance({ hours: 12, minutes: 1 });
  await expectEnd(feed);
  leader = await bank.signIn('leader');
});

test('drills are never told', async () => {
  const feed = await openFeed(leader);
  const drill = await bank.register(bank.units.east);
  await feed.first(2);
  await bank.app.pool.query('update complaint set is_drill = true where reference = $1', [drill]);
  const again = bank.listen(leader, COMPLAINTS, { after: feed.events[0]!.cursor });
  const real = await bank.register(bank.units.east);
  expect(await again.first(1)).toEqual([real]);
  expect(decodeCursor(again.events[0]!.cursor, '')).toBeGreaterThan(decodeCursor(feed.events[1]!.cursor, ''));
  again.end();
});

test('F32: a role that is revoked ends the stream, and what happens then is not told', async () => {
  const feed = await openFeed(await bank.signIn('leader'));
  await revokeRole(bank.asSystem(), bank.grants.leader);
  const told = feed.events.length;
  await bank.register(bank.units.east);
  await expectEnd(feed);
  expect(feed.events).toHaveLength(told);
});
