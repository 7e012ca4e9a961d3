import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  channels,
  COMPLAINT,
  freshKey,
  openTestBank,
  plainComplaint,
  REGISTER,
  rowCounts,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const register = async (who: Parameters<TestBank['ask']>[0], more: object, fields: string) =>
  (await bank.ask(who, REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;

test.each(channels)('a complaint by %s is registered and numbered, and keeps its channel', async (channel) => {
  const complaint = await register(
    'app',
    { channel },
    'reference trackingCode status channel riskFlags registeredBy { id }',
  );
  expect(complaint).toMatchObject({ status: 'REGISTERED', channel, registeredBy: null });
  expect(complaint.reference).toMatch(/^TS-2026-\d{6}$/);
  expect(complaint.trackingCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(complaint.riskFlags).toEqual(channel === 'MEDIA' ? ['MEDIA'] : []);
});

test('every field comes back as it was said, the complainant masked', async () => {
  const fields = `channel content customerDemand receivedAt occurredAt postedAt place orgUnit { id } registeredUnit { id }
    staffComplainedOf { id } category { code } level subject product { code } amountInvolved riskFlags channelReference
    complainant { name phone email address idNumber customerNumber anonymous jointCount inPerson
      representative { name phone relation } }
    clocks { kind dueAt state } firstHandler { id } responsible { id } isHistorical isDrill closedAt repliedAt`;
  const complaint = await register(
    'intake',
    {
      channel: 'LETTER',
      content: '  来信反映网点服务  ',
      customerDemand: '要求书面道歉',
      receivedAt: '2026-11-22T01:00:00.000Z',
      occurredAt: '2026-11-20T01:00:00.000Z',
      postedAt: '2026-11-21T01:00:00.000Z',
      place: '南门网点大厅',
      orgUnitId: bank.unit.southOutlet,
      staffComplainedOfIds: [bank.staff.southTeller],
      categoryCode: 'WAITING_TIME',
      level: 'SUGGESTION',
      subject: 'SERVICE',
      productCode: 'MORTGAGE',
      amountInvolved: '4800.50',
      riskFlags: ['VULNERABLE'],
      channelReference: '信字 7 号',
      complainant: {
        name: '欧阳修文',
        phone: '+86 138-0000-2071',
        email: 'ouyang@example.com',
        address: '江苏省南京市鼓楼区中山路 1 号',
        idNumber: '11010519491231002x',
        customerNumber: 'C0012345',
        jointCount: 3,
        inPerson: true,
        representative: { name: '李四', phone: '010-62345678', relation: '儿子' },
      },
    },
    fields,
  );
  expect(complaint).toEqual({
    channel: 'LETTER',
    content: '来信反映网点服务',
    customerDemand: '要求书面道歉',
    receivedAt: '2026-11-22T01:00:00.000Z',
    occurredAt: '2026-11-20T01:00:00.000Z',
    postedAt: '2026-11-21T01:00:00.000Z',
    place: '南门网点大厅',
    orgUnit: { id: bank.unit.southOutlet },
    registeredUnit: { id: bank.unit.north },
    staffComplainedOf: [{ id: bank.staff.southTeller }],
    category: { code: 'WAITING_TIME' },
    level: 'SUGGESTION',
    subject: 'SERVICE',
    product: { code: 'MORTGAGE' },
    amountInvolved: '4800.50',
    riskFlags: ['VULNERABLE'],
    channelReference: '信字 7 号',
    complainant: {
      name: '欧**',
      phone: '138****2071',
      email: 'o***@example.com',
      address: '江苏省南京市****',
      idNumber: '1****************X',
      customerNumber: 'C******5',
      anonymous: false,
      jointCount: 3,
      inPerson: true,
      representative: { name: '李**', phone: '010****5678', relation: '儿子' },
    },
    clocks: [
      { kind: 'FIRST_RESPONSE', dueAt: '2026-11-23T01:00:00.000Z', state: 'RUNNING' },
      { kind: 'RESOLUTION', dueAt: expect.stringMatching(/T16:00:00.000Z$/), state: 'RUNNING' },
    ],
    firstHandler: { id: bank.staff.intake },
    responsible: { id: bank.staff.intake },
    isHistorical: false,
    isDrill: false,
    closedAt: null,
    repliedAt: null,
  });
});

test('what is not said has its default', async () => {
  const complaint = await register(
    'teller',
    {},
    `level receivedAt orgUnit { id } registeredUnit { id } category { code } riskFlags amountInvolved customerDemand
     complainant { anonymous jointCount inPerson representative { name } } firstHandler { id } registeredBy { id } version`,
  );
  const own = { id: bank.unit.northOutlet };
  expect(complaint).toEqual({
    level: 'GENERAL',
    receivedAt: bank.clock.now().toISOString(),
    orgUnit: own,
    registeredUnit: own,
    category: null,
    riskFlags: [],
    amountInvolved: null,
    customerDemand: null,
    complainant: { anonymous: false, jointCount: 1, inPerson: false, representative: null },
    firstHandler: { id: bank.staff.teller },
    registeredBy: { id: bank.staff.teller },
    version: 1,
  });
});

test('who gives no name needs no way to be reached', async () => {
  const complaint = await register('intake', { complainant: { anonymous: true } }, 'complainant { name anonymous }');
  expect(complaint.complainant).toEqual({ name: null, anonymous: true });
});

test('rare characters and emoji are kept, and found again', async () => {
  const content = '𠮷野先生反映𰻝𰻝面馆收款码失败😡👨‍👩‍👧，要求处理';
  const { id } = await register('intake', { content, complainant: { name: '𠮷野𰻞', phone: '13900001111' } }, 'id');
  const read = await bank.ask('intake', COMPLAINT('content title complainant { name }'), { id });
  expect(read.complaint).toEqual({ content, title: content, complainant: { name: '𠮷**' } });
  for (const text of ['𠮷野', '𠮷', '𰻝面馆', '收款码']) {
    const list = `query ($text: String) { complaints(filter: { text: $text }) { items { id } } }`;
    expect((await bank.ask('intake', list, { text })).complaints.items).toEqual([{ id }]);
  }
});

test.each([
  ['FRAUD', [], 'GENERAL', 'MAJOR'],
  ['TELECOM_FRAUD', [], 'SUGGESTION', 'MAJOR'],
  ['ACCOUNT_SECURITY', [], undefined, 'MAJOR'],
  ['UNAUTHORISED_TRANSFER', [], 'GENERAL', 'MAJOR'],
  ['FRAUD', [], 'URGENT', 'URGENT'],
  [undefined, ['FUND_SAFETY'], 'GENERAL', 'MAJOR'],
  ['WAITING_TIME', ['REPUTATION'], 'SUGGESTION', 'SUGGESTION'],
])('category %s with flags %p at level %s is %s', async (categoryCode, riskFlags, level, forced) => {
  expect((await register('intake', { categoryCode, riskFlags, level }, 'level')).level).toBe(forced);
});

test('a retry with the same key and body answers with the same complaint, tracking code included', async () => {
  const input = plainComplaint();
  const fields = 'id reference trackingCode receivedAt';
  const first = await bank.ask('app', REGISTER(fields), { input });
  const before = await rowCounts(bank);
  bank.clock.advance({ minutes: 3 });
  expect(await bank.ask('app', REGISTER(fields), { input })).toEqual(first);
  expect(await rowCounts(bank)).toEqual(before);
});

test('the same key with another body is refused, whatever differs', async () => {
  const input = plainComplaint();
  await bank.ask('app', REGISTER(), { input });
  for (const other of [
    { content: '另一件事' },
    { level: 'MAJOR' },
    { complainant: { name: '别人', phone: '13800001111' } },
  ]) {
    const { extensions } = await bank.refusal('app', REGISTER(), { input: { ...input, ...other } });
    expect(extensions.code).toBe('CONFLICT');
  }
});

test('keys of different callers do not meet', async () => {
  const input = plainComplaint({ channel: 'ONLINE' });
  const ids = [];
  for (const who of ['app', 'otherApp', 'intake'] as const)
    ids.push((await bank.ask(who, REGISTER('id'), { input })).registerComplaint.id);
  expect(new Set(ids).size).toBe(3);
});

test('ten retries at once make one complaint', async () => {
  const input = plainComplaint({ categoryCode: 'FRAUD' });
  const before = await rowCounts(bank);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => bank.ask('app', REGISTER('id trackingCode'), { input })),
  );
  expect(new Set(answers.map(({ registerComplaint }) => JSON.stringify(registerComplaint))).size).toBe(1);
  const after = await rowCounts(bank);
  expect([after['complaint']! - before['complaint']!, after['escalation']! - before['escalation']!]).toEqual([1, 1]);
});

test('a second key for the same words is a second complaint', async () => {
  const input = plainComplaint();
  const first = await bank.ask('intake', REGISTER('id'), { input });
  const second = await bank.ask('intake', REGISTER('id'), { input: { ...input, idempotencyKey: freshKey() } });
  expect(second.registerComplaint.id).not.toBe(first.registerComplaint.id);
});
