import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  openTestBank,
  plainComplaint,
  progress,
  RECORD,
  REGISTER,
  RESOLVE,
  type Speaker,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
/** Complaints by a word of ours, to name them in expectations. */
const made: Record<string, { id: string; reference: string }> = {};
const nameOf = new Map<string, string>();

async function register(name: string, more: object, who: Speaker = 'headOffice') {
  const input = plainComplaint({ content: `关于${name}的反映`, ...more });
  made[name] = (await bank.ask(who, REGISTER(), { input })).registerComplaint;
  nameOf.set(made[name]!.id, name);
  bank.clock.advance({ minutes: 1 });
}

beforeAll(async () => {
  bank = await openTestBank();
  const { unit } = bank;
  const at = (orgUnitId: string) => ({ orgUnitId });
  const who = (phone: string, idNumber?: string) => ({ complainant: { name: '张三丰', phone, idNumber } });
  await register('fraud', { ...at(unit.northOutlet), categoryCode: 'PHISHING', ...who('13912345678') });
  await register('fees', { ...at(unit.north), categoryCode: 'FEES', channel: 'EMAIL', level: 'SUGGESTION' });
  await register('product', { ...at(unit.south), categoryCode: 'PRODUCT', channel: 'MEDIA' });
  await register('urgent', { ...at(unit.southOutlet), level: 'URGENT', ...who('+86 139-1234-5678') });
  await register('person', { ...at(unit.head), ...who('010-62345678', '11010519491231002x') }, 'office');
  await register('words', {
    ...at(unit.head),
    content: '网点柜台态度恶劣，账户被冻结 Refund of ANNUAL fees; cash-back',
    customerDemand: '请求退还年费 account_fee',
  });
  await register('settled', { ...at(unit.head), categoryCode: 'FEES' });
  const input = { expectedVersion: 1, resolutionSummary: '已退', customerConsents: true };
  await bank.ask('headOffice', RESOLVE, { id: made['settled']!.id, input });
  await register('told', { ...at(unit.head) });
  await bank.ask('headOffice', RECORD, { id: made['told']!.id, input: progress() });
  await register('numbers', {
    ...at(unit.north),
    content: '卡号 6222 0212 3456 7890 123 电话13800001111 证件11010519491231002X，TEL:+86 138 0000 1111',
    customerDemand: '回电 13800001111',
    place: '门牌 13800001111',
  });
  await register(
    'past',
    {
      channel: 'OTHER',
      receivedAt: '2026-01-05T00:00:00Z',
      historical: { closedAt: '2026-02-01T00:00:00Z', resolutionSummary: '客户电话 13800001111 已回访' },
      ...at(unit.northSub),
    },
    'app',
  );
});
afterAll(() => bank.stop());

const LIST = `query ($filter: ComplaintFilter, $sort: ComplaintSort, $page: PageInput) {
  complaints(filter: $filter, sort: $sort, page: $page) { totalCount totalCountIsExact items { id } pageInfo { endCursor hasNextPage } } }`;
const find = async (filter: object, who: Speaker = 'headOffice') => {
  const { complaints } = await bank.ask(who, LIST, { filter });
  expect(complaints.totalCount).toBe(complaints.items.length);
  expect(complaints.totalCountIsExact).toBe(true);
  return complaints.items.map(({ id }: { id: string }) => nameOf.get(id)).sort();
};

describe('each filter', () => {
  const all = ['fees', 'fraud', 'numbers', 'past', 'person', 'product', 'settled', 'told', 'urgent', 'words'];
  const but = (...names: string[]) => all.filter((name) => !names.includes(name));
  test.each<[string, () => object, string[]]>([
    ['nothing', () => ({}), all],
    ['status', () => ({ status: ['REPLIED'] }), ['settled']],
    ['two states', () => ({ status: ['REPLIED', 'CLOSED'] }), ['past', 'settled']],
    ['no state at all', () => ({ status: [] }), []],
    ['level', () => ({ level: ['MAJOR', 'SUGGESTION'] }), ['fees', 'fraud']],
    ['channel', () => ({ channel: ['MEDIA', 'EMAIL'] }), ['fees', 'product']],
    ['risk flag', () => ({ riskFlag: ['MEDIA', 'LEGAL_DISPUTE'] }), ['product']],
    ['category', () => ({ categoryCode: 'FEES' }), ['fees', 'settled']],
    ['category with what is below', () => ({ categoryCode: 'PRODUCT' }), ['fees', 'product', 'settled']],
    ['category at the top', () => ({ categoryCode: 'FRAUD' }), ['fraud']],
    ['category that is part of a code', () => ({ categoryCode: 'FEE' }), []],
    ['category with wildcards', () => ({ categoryCode: '%' }), []],
    ['unit', () => ({ orgUnitId: bank.unit.southOutlet }), ['urgent']],
    ['unit with what is below', () => ({ orgUnitId: bank.unit.north }), ['fees', 'fraud', 'numbers', 'past']],
    ['unit at the top', () => ({ orgUnitId: bank.unit.head }), all],
    ['unit that is none', () => ({ orgUnitId: '%' }), []],
    ['who answers', () => ({ assigneeId: bank.staff.office }), ['past', 'person']],
    ['received from', () => ({ receivedFrom: '2026-11-23T02:03:00Z' }), but('fees', 'fraud', 'past', 'product')],
    ['received to, that moment excluded', () => ({ receivedTo: '2026-11-23T02:01:00Z' }), ['fraud', 'past']],
    ['in work', () => ({ isOpen: true }), but('past', 'settled')],
    ['not in work', () => ({ isOpen: false }), ['past', 'settled']],
    ['of the past', () => ({ isHistorical: true }), ['past']],
    ['not of the past', () => ({ isHistorical: false }), but('past')],
    ['phone', () => ({ phone: '13912345678' }), ['fraud', 'urgent']],
    ['phone as it is spoken', () => ({ phone: ' 0086 139 1234 5678 ' }), ['fraud', 'urgent']],
    ['phone in wide digits', () => ({ phone: '１３９１２３４５６７８' }), ['fraud', 'urgent']],
    ['part of a phone', () => ({ phone: '1391234567' }), []],
    ['phone with a wildcard', () => ({ phone: '139%' }), []],
    ['id number', () => ({ idNumber: '11010519491231002X' }), ['person']],
    ['id number as it is written', () => ({ idNumber: '110105 19491231 002x' }), ['person']],
    ['part of an id number', () => ({ idNumber: '1101051949' }), []],
    [
      'all together',
      () => ({ orgUnitId: bank.unit.head, isOpen: false, categoryCode: 'PRODUCT', text: '反映' }),
      ['settled'],
    ],
    ['what excludes each other', () => ({ status: ['REPLIED'], isOpen: true }), []],
  ])('%s', async (_what, filter, expected) => {
    expect(await find(filter())).toEqual(expected);
  });

  test('overdue, and not', async () => {
    expect(await find({ isOverdue: true })).toEqual([]);
    const before = bank.clock.now();
    bank.clock.advance({ hours: 3 });
    expect(await find({ isOverdue: true })).toEqual(['urgent']);
    expect(await find({ isOverdue: false })).toEqual(but('urgent'));
    bank.clock.advance({ hours: 22 });
    expect(await find({ isOverdue: true })).toEqual(but('past', 'settled', 'told'));
    bank.clock.set(before);
  });
});

describe('full text', () => {
  test.each([
    ['冻', ['words']],
    ['冻结', ['words']],
    ['柜台态度恶劣', ['words']],
    ['态度 账户', ['words']],
    ['结冻', []],
    ['态度 张三丰', []],
    ['退还年费', ['words']],
    ['refund', ['words']],
    ['ANNUAL FEES', ['words']],
    ['ｒｅｆｕｎｄ', ['words']],
    ['cash-back', ['words']],
    ['cash', ['words']],
    ['account_fee', ['words']],
    ['refund 冻结', ['words']],
    ['refund nothing', []],
    ['ref', []],
    ['!!', []],
    ["' or 1=1 --", []],
    ['%', []],
    ['关于', ['fees', 'fraud', 'past', 'person', 'product', 'settled', 'told', 'urgent']],
  ])('%s finds %p', async (text, expected) => {
    expect(await find({ text })).toEqual(expected);
  });

  test('finds a number, whole or its last part, in small letters too', async () => {
    const { reference } = made['fees']!;
    for (const text of [reference, reference.toLowerCase(), reference.split('-')[2]!])
      expect(await find({ text })).toEqual(['fees']);
  });

  test('严重 is another word for MAJOR', async () => {
    expect(await find({ text: '严重' })).toEqual(['fraud']);
  });

  test('longer than 100 characters is refused', async () => {
    const { extensions } = await bank.refusal('headOffice', LIST, { filter: { text: '很'.repeat(101) } });
    expect(extensions.fields).toEqual({ 'filter.text': expect.any(String) });
  });
});

test('a filter finds only what its viewer may see, and counts only that', async () => {
  expect(await find({ phone: '13912345678' }, 'southOffice')).toEqual(['urgent']);
  expect(await find({ phone: '13912345678' }, 'office')).toEqual(['fraud']);
  expect(await find({ text: '关于' }, 'teller')).toEqual([]);
  expect(await find({ orgUnitId: bank.unit.south }, 'office')).toEqual([]);
});

test('numbers of cards, ids and phones are masked wherever text is shown', async () => {
  const query = `query ($reference: String!) { complaint(reference: $reference) {
    title content customerDemand place resolutionSummary } }`;
  for (const name of ['numbers', 'past']) {
    const answer = JSON.stringify(await bank.ask('headOffice', query, made[name]));
    expect(answer).not.toMatch(/13800001111|138 0000 1111|6222|11010519491231002X/);
    expect(answer).toContain('138****1111');
  }
});
