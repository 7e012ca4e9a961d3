import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Complaint } from '../server/src/complaints/complaint/complaint.js';
import { offer } from '../server/src/kernel/allowed-action.js';
import { hashPassword } from '../server/src/org/sign-in/password.js';
import { grantRole } from '../server/src/org/grants/role-grant.actions.js';
import { enrolStaff } from '../server/src/org/staff/staff.actions.js';
import { complaintAt, openLiveBank, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS, type Subscription } from './harness/subscription.js';
import { until } from './harness/until.js';

const password = 'a long enough password';
const names = ['clerk1', 'clerk2', 'desk1', 'desk2', 'desk3'] as const;
type Name = (typeof names)[number];

/** Fields that are the same for all who may see a complaint at all. */
const PLAIN = 'id reference level orgUnit { name } escalations { id level notices { id staff { name } } }';
/** Fields that say something else to each: what they may do, and the code that only the registrar sees. */
const PERSONAL = `${PLAIN} trackingCode allowedActions { code }
  escalations { allowedActions { code } }`;
const FEED = (fields: string) =>
  `subscription ($after: EventCursor) { complaintEvents(after: $after) { cursor kind complaint { ${fields} } } }`;

let bank: LiveBank;
let tokens: Record<Name, string>;
let ids: Record<Name, string>;

beforeAll(async () => {
  bank = await openLiveBank({ environment: { FEED_POLL_MS: '100' } });
  const ctx = bank.asSystem();
  const passwordHash = await hashPassword(password);
  const enrol = async (name: Name) => {
    const role = name.startsWith('clerk') ? 'INTAKE' : 'DESK';
    const orgUnitId = role === 'INTAKE' ? bank.units.eastOutlet : bank.units.east;
    const { id } = await enrolStaff(ctx, { username: name, name, orgUnitId, passwordHash });
    await grantRole(ctx, { staffId: id, role, orgUnitId, withSubtree: true });
    return id;
  };
  ids = {} as never;
  for (const name of names) ids[name] = await enrol(name);
  tokens = {} as never;
  for (const name of names) tokens[name] = await bank.signIn(name as never);
});
afterAll(() => bank.stop());

/** What each of them is told of the complaints that come while they listen. */
async function listenToAll(query: string, work: () => Promise<unknown>): Promise<Record<Name, Subscription>> {
  const after = await bank.cursor();
  const feeds = {} as Record<Name, Subscription>;
  for (const name of names) feeds[name] = bank.listen(tokens[name], query, { after });
  await until(() => bank.openFeeds() === names.length);
  await work();
  const last = await bank.register(bank.units.eastOutlet);
  await until(() => names.every((name) => feeds[name].references().at(-1) === last));
  for (const name of names) feeds[name].end();
  await until(() => bank.openFeeds() === 0);
  return feeds;
}

const registerAs = async (name: Name, more: object = {}) =>
  bank.ask(
    'mutation ($input: RegisterComplaintInput!) { registerComplaint(input: $input) { id } }',
    { input: { ...complaintAt(bank.units.eastOutlet, { channel: 'ON_SITE', ...more }) } },
    tokens[name],
  );

test.each([
  ['the same for all', PLAIN],
  ['different for each', PERSONAL],
])('people of equal rights are told exactly what each may see, of fields that are %s', async (_which, fields) => {
  const feeds = await listenToAll(FEED(fields), async () => {
    await registerAs('clerk1');
    await registerAs('clerk2', { categoryCode: 'FRAUD' });
    await registerAs('clerk1', { staffComplainedOfIds: [ids.desk2] });
    await bank.register(bank.units.eastOutlet, { staffComplainedOfIds: [ids.clerk2], categoryCode: 'FRAUD' });
  });
  for (const name of names) {
    const told = new Map(feeds[name].events.map(({ complaint }) => [complaint!.id, complaint]));
    const asked = await bank.ask(`{ complaints(page: { limit: 100 }) { items { ${fields} } } }`, {}, tokens[name]);
    const seen = new Map<string, unknown>(asked.complaints.items.map((item: { id: string }) => [item.id, item]));
    expect([...told.values()]).toEqual([...told.keys()].map((id) => seen.get(id)));
    expect(told.size).toBe(name === 'desk2' || name === 'clerk2' ? 4 : 5);
  }
  const codes = names.map((name) => feeds[name].events.flatMap(({ complaint }) => codeOf(complaint)).length);
  expect(codes).toEqual(fields === PERSONAL ? [2, 1, 0, 0, 0] : [0, 0, 0, 0, 0]);
});

const codeOf = (complaint: object | undefined): string[] => {
  const { trackingCode } = (complaint ?? {}) as { trackingCode?: string | null };
  return trackingCode ? [trackingCode] : [];
};

/** How many statements read events as a feed shows them while some work is done. */
async function readsDuring(work: () => Promise<unknown>): Promise<number> {
  const { pool } = bank.app;
  const { query } = pool;
  let reads = 0;
  pool.query = ((statement: { text?: string }) => {
    const { text = '' } = statement;
    if (text.startsWith('select coalesce(json_agg') && text.includes('from "event"')) reads++;
    return Reflect.apply(query, pool, [statement]);
  }) as never;
  await work().finally(() => (pool.query = query));
  return reads;
}

test('forty equal subscriptions of people with equal rights cost one read, and each is told all', async () => {
  const desks = [tokens.desk1, tokens.desk2, tokens.desk3];
  const after = await bank.cursor();
  const feeds = Array.from({ length: 40 }, (_, index) => bank.listen(desks[index % 3], COMPLAINTS, { after }));
  await until(() => bank.openFeeds() === 40);
  const first = await bank.register(bank.units.eastOutlet);
  await Promise.all(feeds.map((feed) => feed.first(1)));
  const references: string[] = [first];
  const reads = await readsDuring(async () => {
    references.push(await bank.register(bank.units.eastOutlet));
    await Promise.all(feeds.map((feed) => feed.first(2)));
  });
  for (const feed of feeds) expect(feed.references()).toEqual(references);
  // A registration may come in two looks at the log.
  expect(reads).toBeGreaterThan(0);
  expect(reads).toBeLessThanOrEqual(3);
  for (const feed of feeds) feed.end();
  await until(() => bank.openFeeds() === 0);
});

test('clients that begin at different places of the log come together without a gap or a double', async () => {
  const cursors: string[] = [];
  const written: string[] = [];
  for (let count = 0; count < 6; count++) {
    cursors.push(await bank.cursor());
    written.push(await bank.register(bank.units.eastOutlet));
  }
  const feeds = cursors.map((after) => bank.listen(tokens.desk1, COMPLAINTS, { after }));
  for (let count = 0; count < 6; count++) written.push(await bank.register(bank.units.eastOutlet));
  for (const [index, feed] of feeds.entries()) {
    const due = written.slice(index);
    expect(await feed.first(due.length)).toEqual(due);
    feed.end();
  }
});

test('a field that asks who reads it is never shared, whatever it makes of the answer', async () => {
  const favourite = ids.desk2;
  offer(Complaint, [], [{ code: 'test', rule: ({ viewer }) => (viewer.id === favourite ? 'open' : 'denied') }]);
  const query = FEED('reference allowedActions { code }');
  const after = await bank.cursor();
  const feeds = names.map((name) => bank.listen(tokens[name], query, { after }));
  for (let count = 1; count <= 2; count++) {
    await bank.register(bank.units.eastOutlet);
    await Promise.all(feeds.map((feed) => feed.first(count)));
  }
  const offered = feeds.map(({ events }) => JSON.stringify(events).split('"test"').length - 1);
  expect(offered).toEqual(names.map((name) => (name === 'desk2' ? 2 : 0)));
  for (const feed of feeds) feed.end();
});
