import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { channels, freshKey, openTestBank, REGISTER, rowCounts, type TestBank } from '../harness/bank.js';
import { literal } from '../harness/wrong-intake.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
  await bank.tokenOf('intake');
});
afterAll(() => bank.stop());

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    "'; drop table complaint; --",
    '\0',
    '\ud800',
    '%',
    '\\',
    '$1',
    '𠮷',
    '​',
    '{"a":1}',
    '../../etc',
    '',
  ),
);
const date = fc.oneof(
  fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
  fc.constantFrom('0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-11-22T24:00:00Z'),
  text,
);
const number = fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger(), fc.constantFrom(-1, 0, 1e300));
const amount = fc.oneof(number, text, fc.constantFrom('4800.00', '-0', '999999999999.99', '0.00', '00012'));
const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>, text, number);
const orJunk = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 12, arbitrary: value },
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: fc.constant(null) },
  );
const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, orJunk(value)])), {
    requiredKeys: [],
  });
const phone = fc.oneof(text, fc.constantFrom('13800001111', '010-62345678', '95588', '+4915112345678'));

const complainant = record({
  name: text,
  phone,
  email: fc.oneof(text, fc.emailAddress()),
  address: text,
  idNumber: fc.oneof(text, fc.constant('11010519491231002X')),
  customerNumber: text,
  anonymous: fc.boolean(),
  jointCount: number,
  inPerson: fc.boolean(),
  representative: record({ name: text, phone, relation: text }),
});
const fields = {
  channel: fc.constantFrom(...channels, 'FAX'),
  content: text,
  complainant: fc.oneof(complainant, fc.constant({ anonymous: true })),
  customerDemand: text,
  receivedAt: date,
  occurredAt: date,
  postedAt: date,
  lateReason: text,
  place: text,
  orgUnitId: fc.oneof(text, fc.uuid()),
  staffComplainedOfIds: fc.array(fc.oneof(text, fc.uuid()), { maxLength: 22 }),
  categoryCode: fc.oneof(text, fc.constantFrom('FRAUD', 'FEES')),
  level: fc.constantFrom('SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'),
  subject: fc.constantFrom('SERVICE', 'OTHER'),
  productCode: fc.oneof(text, fc.constantFrom('SAVINGS', 'MORTGAGE')),
  amountInvolved: amount,
  riskFlags: fc.array(fc.constantFrom('MEDIA', 'FUND_SAFETY', 'VULNERABLE'), { maxLength: 4 }),
  channelReference: text,
  historical: record({ closedAt: date, resolutionSummary: text }),
};
const sound = { channel: 'LETTER', content: '寄来的信说了很久没有答复', complainant: { anonymous: true } };
const some = fc.record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, orJunk(value)])), {
  requiredKeys: [],
});
const few = fc
  .tuple(fc.subarray(Object.keys(fields), { maxLength: 3 }), some)
  .map(([names, value]) => Object.fromEntries(names.flatMap((name) => (name in value ? [[name, value[name]]] : []))));
const old = fc.constantFrom({}, { postedAt: '0000-06-01T00:00:00Z', lateReason: '收发室移交延误' });
/** Mostly sound with a few odd fields, so that much of it is taken; sometimes odd all over. */
const input = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(old, few).map(([letter, odd]) => ({ ...sound, ...letter, ...odd })) },
  { weight: 1, arbitrary: some.map((odd) => ({ ...sound, ...odd })) },
);

const leaks =
  /\bselect\b.*\bfrom\b|insert into|\bat .+\.[jt]s:\d+|postgres|mikro|node_modules|constraint|syntax error at/i;

async function expectAnswer(who: 'intake' | 'app', query: string, variables: object) {
  const before = await rowCounts(bank);
  const { data, errors } = await bank.say(who, query, variables);
  const codes = errors?.map(({ extensions }) => extensions.code) ?? [];
  expect(['BAD_USER_INPUT', undefined]).toContain(codes[0]);
  expect(codes.length).toBe(data?.registerComplaint ? 0 : 1);
  const said = (errors ?? []).map(({ message, extensions }) => [message, ...Object.values(extensions.fields ?? {})]);
  expect(JSON.stringify(said)).not.toMatch(leaks);
  const stored = (await rowCounts(bank))['complaint']! - before['complaint']!;
  expect(stored).toBe(data?.registerComplaint ? 1 : 0);
  return stored;
}

const all = `id reference content customerDemand receivedAt occurredAt postedAt place amountInvolved channelReference
  category { code } product { code } complainant { name phone email address idNumber customerNumber jointCount
  representative { name phone relation } } staffComplainedOf { name } clocks { dueAt } title closedAt resolutionSummary`;

test('whatever is sent as variables is taken whole or refused by name, never with an error of ours', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(input, fc.constantFrom('intake' as const, 'app' as const), async (value, who) => {
      taken += await expectAnswer(who, REGISTER(all), { input: { ...value, idempotencyKey: freshKey() } });
    }),
    { numRuns: 1000 },
  );
  expect(taken).toBeGreaterThan(100);
}, 300_000);

test('whatever is written into the query is taken whole or refused by name', async () => {
  await fc.assert(
    fc.asyncProperty(input, async (value) => {
      await expectAnswer(
        'app',
        `mutation { registerComplaint(input: ${literal({ ...value, idempotencyKey: freshKey() })}) { ${all} } }`,
        {},
      );
    }),
    { numRuns: 300 },
  );
}, 300_000);

test('whatever is asked of the list is answered or refused by name', async () => {
  const query = `query ($filter: ComplaintFilter, $page: PageInput) {
    complaints(filter: $filter, page: $page) { totalCount items { id } pageInfo { endCursor } } }`;
  const filter = record({
    text,
    phone: text,
    idNumber: text,
    categoryCode: text,
    orgUnitId: fc.oneof(text, fc.uuid()),
    assigneeId: fc.oneof(text, fc.uuid()),
    receivedFrom: date,
    receivedTo: date,
    isOverdue: fc.boolean(),
    status: fc.array(fc.constantFrom('REGISTERED', 'CLOSED', 'LOST')),
  });
  const page = record({ limit: number, offset: number, after: text });
  await fc.assert(
    fc.asyncProperty(filter, page, async (filter, page) => {
      const { data, errors } = await bank.say('intake', query, { filter, page });
      expect(data?.complaints ? [] : ['BAD_USER_INPUT']).toEqual(
        errors?.map(({ extensions }) => extensions.code) ?? [],
      );
    }),
    { numRuns: 500 },
  );
}, 300_000);
