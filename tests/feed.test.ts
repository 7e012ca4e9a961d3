import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { append } from '../server/src/kernel/event-log.js';
import { encodeCursor, decodeCursor } from '../server/src/kernel/feed.js';
import { tamper } from './harness/database.js';
import { openLiveBank, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS, ESCALATIONS } from './harness/subscription.js';
import { until } from './harness/until.js';

let bank: LiveBank;
let leader: string;

beforeAll(async () => {
  bank = await openLiveBank({ environment: { FEED_POLL_MS: '100' } });
  leader = await bank.signIn('leader');
});
afterAll(() => bank.stop());

const noted = () => ({
  at: bank.clock.now(),
  kind: 'test.noted',
  actorKind: 'SYSTEM',
  actorId: null,
  subjectType: 'Complaint',
  objectId: null,
  audience: 'complaints',
  isDrill: false,
  data: {},
});

test('F12: a transaction that took its place first and commits last is neither skipped nor overtaken', async () => {
  const [known] = await bank.ask('{ complaints { items { id } } }', {}, leader).then((data) => data.complaints.items);
  const subjectId = known?.id ?? (await idOf(await bank.register(bank.units.east)));
  const after = await bank.cursor();
  const feed = bank.listen(leader, COMPLAINTS.replace(' kind', ''), { after });
  const slow = bank.app.orm.em.fork();
  await slow.begin();
  await append(slow, [{ ...noted(), subjectId }]);
  const fast = bank.register(bank.units.east);
  await until(() => isSomebodyWaiting());
  expect(feed.events).toEqual([]);
  await slow.commit();
  await fast;
  expect(await feed.first(2)).toHaveLength(2);
  const [first, second] = feed.events.map(({ cursor }) => decodeCursor(cursor, 'cursor'));
  expect(first).toBe(decodeCursor(after, 'after') + 1n);
  expect(second).toBe(first! + 1n);
});

/** Whether a session waits for the lock of the chain. */
async function isSomebodyWaiting(): Promise<boolean> {
  const { rowCount } = await bank.app.pool.query(
    `select from pg_locks where locktype = 'advisory' and not granted
     and database = (select oid from pg_database where datname = current_database())`,
  );
  return rowCount! > 0;
}

async function idOf(reference: string): Promise<string> {
  return (await bank.ask('query ($r: String) { complaint(reference: $r) { id } }', { r: reference }, leader)).complaint
    .id;
}

test('many writers at once: a follower is told exactly all, in order', async () => {
  const feed = bank.listen(leader, COMPLAINTS, { after: await bank.cursor() });
  const writers = Array.from({ length: 12 }, async (_, writer) => {
    const written: string[] = [];
    const unit = writer % 2 ? bank.units.east : bank.units.westOutlet;
    for (let count = 0; count < 8; count++) written.push(await bank.register(unit));
    return written;
  });
  const written = (await Promise.all(writers)).flat();
  const told = await feed.first(written.length);
  expect([...told].sort()).toEqual([...written].sort());
  expectOrder(feed.events);
});

function expectOrder(events: { cursor: string }[]): void {
  const places = events.map(({ cursor }) => decodeCursor(cursor, 'cursor'));
  expect(places).toEqual([...new Set(places)].sort((a, b) => (a < b ? -1 : 1)));
}

test('replay turns into live without a gap or a double at the seam', async () => {
  const after = await bank.cursor();
  const written: string[] = [];
  const writing = (async () => {
    for (let count = 0; count < 40; count++) written.push(await bank.register(bank.units.east));
  })();
  await until(() => written.length > 10);
  const feeds = Array.from({ length: 5 }, () => bank.listen(leader, COMPLAINTS, { after }));
  await writing;
  for (const feed of feeds) {
    expect(await feed.first(40)).toEqual(written);
    feed.end();
  }
});

test('a replay longer than a batch is whole', async () => {
  const after = encodeCursor('0');
  const { rows } = await bank.app.pool.query<{ count: number }>(
    "select count(*)::int from event where audience = 'complaints'",
  );
  const count = rows[0]!.count;
  const missing = Math.max(0, 230 - count);
  for (let made = 0; made < missing; made += 20)
    await Promise.all(Array.from({ length: Math.min(20, missing - made) }, () => bank.register(bank.units.east)));
  const feed = bank.listen(leader, COMPLAINTS.replace(' kind', ''), { after });
  await feed.first(count + missing);
  expectOrder(feed.events);
  const managers = bank.listen(
    leader,
    `subscription ($after: EventCursor) { managerFeed(after: $after) { ... on FeedEvent { cursor }
       ... on ComplaintEvent { complaint { reference } } } }`,
    { after },
  );
  await until(() => managers.events.length === count + missing);
  expectOrder(managers.events);
});

test('F13: who was offline and comes back with the last cursor is told all that was missed, once, in order, then live', async () => {
  const before = bank.listen(leader, ESCALATIONS, { after: await bank.cursor() });
  await bank.register(bank.units.east, { categoryCode: 'FRAUD' });
  await before.first(1);
  before.end();
  const missed = [];
  for (let count = 0; count < 3; count++) missed.push(await bank.register(bank.units.east, { categoryCode: 'FRAUD' }));
  const again = bank.listen(leader, ESCALATIONS, { after: before.events.at(-1)!.cursor });
  expect(await again.first(3)).toEqual(missed);
  missed.push(await bank.register(bank.units.east, { categoryCode: 'FRAUD' }));
  expect(await again.first(4)).toEqual(missed);
});

test('position, list, subscribe: nothing is lost between', async () => {
  const written: string[] = [];
  let isOver = false;
  const writing = (async () => {
    while (!isOver) written.push(await bank.register(bank.units.westOutlet));
  })();
  await until(() => written.length > 3);
  const after = await bank.cursor();
  const page =
    '{ complaints(page: { limit: 100 }, sort: { field: RECEIVED_AT, direction: DESC }) { items { reference } } }';
  const listed = (await bank.ask(page, {}, leader)).complaints.items.map(
    (item: { reference: string }) => item.reference,
  );
  const reached = written.length;
  await until(() => written.length > reached + 3);
  const feed = bank.listen(leader, COMPLAINTS, { after });
  await until(() => written.length > reached + 6);
  isOver = true;
  await writing;
  await until(() => feed.references().includes(written.at(-1)!));
  const known = new Set([...listed, ...feed.references()]);
  expect(written.filter((reference) => !known.has(reference))).toEqual([]);
});

test.each([
  '',
  'nonsense',
  'MTo',
  'LTU',
  encodeCursor('5') + '=',
  encodeCursor('9'.repeat(19)),
  `${encodeCursor('12')}A`,
])('the cursor %j is refused as malformed', async (after) => {
  const { code, fields } = await bank.listen(leader, COMPLAINTS, { after }).problem();
  expect({ code, fields: Object.keys(fields ?? {}) }).toEqual({ code: 'BAD_USER_INPUT', fields: ['after'] });
});

test('a cursor of the future is refused', async () => {
  const future = encodeCursor(decodeCursor(await bank.cursor(), '') + 1n);
  const { code, fields } = await bank.listen(leader, COMPLAINTS, { after: future }).problem();
  expect({ code, fields: Object.keys(fields ?? {}) }).toEqual({ code: 'BAD_USER_INPUT', fields: ['after'] });
});

test('a cursor older than what is kept is refused, the oldest kept is replayed', async () => {
  const before = await bank.cursor();
  const first = await bank.register(bank.units.east);
  await bank.register(bank.units.east);
  const kept = decodeCursor(before, '') + 1n;
  await tamper(bank.databaseUrl, `delete from event where seq <= ${kept}`);
  expect((await bank.listen(leader, COMPLAINTS, { after: before }).problem()).code).toBe('CONFLICT');
  const feed = bank.listen(leader, COMPLAINTS, { after: encodeCursor(kept) });
  expect(await feed.first(1)).not.toContain(first);
});

test('without a cursor a feed starts now, and a feed that ends leaves nothing behind', async () => {
  const before = bank.openFeeds();
  const feeds = Array.from({ length: 20 }, () => bank.listen(leader, COMPLAINTS));
  await until(() => bank.openFeeds() === before + 20);
  const reference = await bank.register(bank.units.east);
  for (const feed of feeds) expect(await feed.first(1)).toEqual([reference]);
  for (const feed of feeds) feed.end();
  await until(() => bank.openFeeds() === before);
});
