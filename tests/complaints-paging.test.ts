import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  openTestBank,
  plainComplaint,
  progress,
  RECORD,
  REGISTER,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
const count = 45;
const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'];
beforeAll(async () => {
  bank = await openTestBank();
  for (let index = 0; index < count; index++) {
    const more = {
      level: levels[index % 4],
      content: `第 ${index} 件`,
      staffComplainedOfIds: [bank.staff.southTeller],
    };
    const input = plainComplaint({ ...more, orgUnitId: index % 3 ? bank.unit.north : bank.unit.south });
    const { id } = (await bank.ask('headOffice', REGISTER(), { input })).registerComplaint;
    // A third has no clock that still runs; several share one moment.
    if (index % 3 === 0) await bank.ask('headOffice', RECORD, { id, input: progress() });
    if (index % 5 === 0) bank.clock.advance({ minutes: 1 });
  }
});
afterAll(() => bank.stop());

const LIST = `query ($filter: ComplaintFilter, $sort: ComplaintSort, $page: PageInput) {
  complaints(filter: $filter, sort: $sort, page: $page) {
    totalCount totalCountIsExact
    items { id reference level receivedAt nextDueAt } pageInfo { endCursor hasNextPage } } }`;
type Item = { id: string; reference: string; level: string; receivedAt: string; nextDueAt: string | null };
const list = async (variables: object, who: Speaker = 'headOffice') =>
  (await bank.ask(who, LIST, variables)).complaints as {
    totalCount: number;
    totalCountIsExact: boolean;
    items: Item[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };

const keys: Record<string, (item: Item) => string> = {
  RECEIVED_AT: ({ receivedAt }) => receivedAt,
  NEXT_DUE_AT: ({ nextDueAt }) => nextDueAt ?? '9999',
  LEVEL: ({ level }) => level,
  REFERENCE: ({ reference }) => reference,
};
const sorts = Object.keys(keys).flatMap((field) => ['ASC', 'DESC'].map((direction) => ({ field, direction })));

/** All rows in the order the sort promises, with the id as tiebreaker in the same direction. */
const inOrder = (items: Item[], { field, direction }: { field: string; direction: string }) => {
  const keyed = items.map((item) => ({ id: item.id, key: `${keys[field]!(item)} ${item.id}` }));
  const sorted = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
  return direction === 'ASC' ? sorted : sorted.reverse();
};
const idsOf = (items: Item[]) => items.map(({ id }) => id);

async function walk(sort: object, limit: number, filter = {}): Promise<Item[]> {
  const found: Item[] = [];
  for (let after: string | null = null; ;) {
    const { items, pageInfo, totalCount } = await list({ sort, filter, page: { limit, after } });
    found.push(...items);
    expect(items.length).toBeLessThanOrEqual(limit);
    expect(pageInfo.hasNextPage).toBe(found.length < totalCount);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

describe.each(sorts)('by $field $direction', (sort) => {
  test('a keyset walk meets every row once, in order, with or without a clock', async () => {
    for (const limit of [1, 7, 45, 100]) {
      const found = await walk(sort, limit);
      expect(idsOf(found)).toEqual(inOrder(found, sort));
      expect(new Set(idsOf(found)).size).toBe(count);
    }
  });

  test('pages by offset are the same rows', async () => {
    const whole = idsOf(await walk(sort, 100));
    for (const [offset, limit] of [
      [0, 10],
      [10, 10],
      [40, 10],
      [44, 1],
      [45, 10],
      [10_000, 10],
    ] as const) {
      const { items, totalCount } = await list({ sort, page: { offset, limit } });
      expect(idsOf(items)).toEqual(whole.slice(offset, offset + limit));
      expect(totalCount).toBe(count);
    }
  });
});

test('however pages are cut, the walk is the same', async () => {
  const cuts = fc.record({ sort: fc.constantFrom(...sorts), limit: fc.integer({ min: 2, max: 30 }) });
  await fc.assert(
    fc.asyncProperty(cuts, async ({ sort, limit }) => {
      const found = await walk(sort, limit, { level: ['MAJOR', 'GENERAL'] });
      expect(idsOf(found)).toEqual(inOrder(found, sort));
      expect(found.every(({ level }) => level === 'MAJOR' || level === 'GENERAL')).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('what comes in while somebody pages neither repeats nor hides a row', async () => {
  const sort = { field: 'RECEIVED_AT', direction: 'DESC' };
  const { items, pageInfo } = await list({ sort, page: { limit: 20 } });
  const input = plainComplaint({ orgUnitId: bank.unit.head, staffComplainedOfIds: [bank.staff.headOffice] });
  await bank.ask('teller', REGISTER(), { input });
  const rest = await list({ sort, page: { limit: 100, after: pageInfo.endCursor } });
  const met = [...idsOf(items), ...idsOf(rest.items)];
  expect(new Set(met).size).toBe(count);
  expect(met).toHaveLength(count);
});

test('newest receipt comes first, 25 at a time, unless asked otherwise', async () => {
  const { items, pageInfo } = await list({});
  expect(items).toHaveLength(25);
  expect(idsOf(items)).toEqual(idsOf((await walk({ field: 'RECEIVED_AT' }, 100)).slice(0, 25)));
  expect(pageInfo.hasNextPage).toBe(true);
});

test.each([
  [{ limit: 0 }, ['page.limit']],
  [{ limit: -1 }, ['page.limit']],
  [{ limit: 101 }, ['page.limit']],
  [{ offset: -1 }, ['page.offset']],
  [{ offset: 10_001 }, ['page.offset']],
  [{ limit: 1000, offset: -5 }, ['page.limit', 'page.offset']],
  [{ offset: 1, after: 'x' }, ['page.after']],
  [{ after: '' }, ['page.after']],
  [{ after: 'nonsense' }, ['page.after']],
  [{ after: Buffer.from('[]').toString('base64url') }, ['page.after']],
  [{ after: Buffer.from('null').toString('base64url') }, ['page.after']],
  [{ limit: 2.5 }, ['page.limit']],
])('page %p is refused', async (page, fields) => {
  const { extensions } = await bank.refusal('headOffice', LIST, { page });
  expect([extensions.code, Object.keys(extensions.fields!)]).toEqual(['BAD_USER_INPUT', fields]);
});

test('a cursor of another order, another list, or made up is refused', async () => {
  const { endCursor } = (await list({ sort: { field: 'LEVEL' } })).pageInfo;
  const escalations = '{ escalations { pageInfo { endCursor } } }';
  const foreign = (await bank.ask('headOffice', escalations)).escalations.pageInfo.endCursor;
  const forge = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const id = '01a209d2-0000-7000-8000-000000000000';
  for (const after of [
    endCursor,
    foreign,
    forge('receivedAt desc', 'yesterday', id),
    forge('receivedAt desc', "2026-01-01'; drop table complaint; --", id),
    forge('receivedAt desc', '2026-01-01', 'no id'),
    forge('receivedAt desc', '2026-01-01\0', id),
    forge('receivedAt desc', '2026-01-01', id, 'more'),
    forge('receivedAt desc', 7, id),
    forge('content desc', 'a', id),
  ]) {
    const { extensions } = await bank.refusal('headOffice', LIST, { page: { after } });
    expect([extensions.code, Object.keys(extensions.fields!)]).toEqual(['BAD_USER_INPUT', ['page.after']]);
  }
});

test('somebody else’s cursor opens no more than their own', async () => {
  const { pageInfo } = await list({ page: { limit: 1 } });
  const { items, totalCount } = await list({ page: { limit: 100, after: pageInfo.endCursor } }, 'southOffice');
  expect(totalCount).toBe(15);
  expect(items.length).toBeLessThanOrEqual(15);
});

test('a list costs the same number of statements however long it is and whatever hangs on it', async () => {
  const rich = `query ($page: PageInput) { complaints(page: $page) { totalCount items { id title reference
    category { name parent { name } } orgUnit { name pathNames parent { name } } registeredUnit { name }
    registeredBy { name } responsible { name orgUnit { name } } staffComplainedOf { name } complainant { name phone }
    clocks { state dueAt } contacts(limit: 5) { summary by { name } } allowedActions { code blockedBy }
    events(limit: 5) { kind actor { name } contact { summary } }
    escalations { cause notices { staff { name } } allowedActions { code } complaint { reference } } } } }`;
  const statements = async (limit: number) => {
    const { pool } = bank.app;
    const query = pool.query.bind(pool);
    let asked = 0;
    pool.query = ((...args: [{ text?: string }]) => {
      // Timers and sign-ins look at tables of their own, now and then.
      if (args[0].text?.includes('"complaint"')) asked++;
      return (query as (...all: unknown[]) => unknown)(...args);
    }) as never;
    try {
      const { complaints } = await bank.ask('headOffice', rich, { page: { limit } });
      expect(complaints.items).toHaveLength(Math.min(limit, count));
    } finally {
      pool.query = query as never;
    }
    return asked;
  };
  // The rows and the count.
  expect([await statements(1), await statements(90)]).toEqual([2, 2]);
});

test.each([0, -1, 101, 2_147_483_647])('a limit of %i on what hangs on a complaint is refused', async (limit) => {
  const [{ id }] = (await list({ page: { limit: 1 } })).items as [Item];
  for (const field of ['contacts', 'events']) {
    const query = `query ($id: ID!, $limit: Int!) { complaint(id: $id) { ${field}(limit: $limit) { kind } } }`;
    expect((await bank.refusal('headOffice', query, { id, limit })).extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('what happened to a complaint is read back page by page', async () => {
  const [{ id }] = (await list({ page: { limit: 1 } })).items as [Item];
  for (let index = 0; index < 4; index++)
    await bank.ask('headOffice', RECORD, { id, input: progress({ kind: 'SOOTHING' }) });
  const query = `query ($id: ID!, $limit: Int!, $before: EventCursor) {
    complaint(id: $id) { events(limit: $limit, before: $before) { cursor kind } } }`;
  const whole = (await bank.ask('headOffice', query, { id, limit: 100 })).complaint.events;
  const found: { cursor: string }[] = [];
  for (let before: string | null = null; found.length < whole.length; before = found.at(-1)!.cursor)
    found.push(...(await bank.ask('headOffice', query, { id, limit: 2, before })).complaint.events);
  expect(found).toEqual(whole);
  const { extensions } = await bank.refusal('headOffice', query, { id, limit: 2, before: 'nonsense' });
  expect(extensions.code).toBe('BAD_USER_INPUT');
});
