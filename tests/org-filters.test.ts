import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBank, type Bank } from './org-bank.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
  await bank.hire('wang', bank.east);
});
afterAll(() => bank.stop());

const lists = [
  ['staffMembers', 'StaffFilter', 'wang'],
  ['orgUnits', 'OrgUnitFilter', '东'],
] as const;
const query = (list: string, type: string) => `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;
const texts = [
  ['NUL', '\u0000'],
  ['NUL within', 'a\u0000b'],
  ['half a surrogate pair', '\ud83d'],
  ['101 characters', 'x'.repeat(101)],
  ['101 spaces', ' '.repeat(101)],
  ['nothing', ''],
] as const;

test.each(lists.flatMap(([list, type]) => texts.map(([name, text]) => [list, name, type, text] as const)))(
  'the text of %s is refused when it is %s',
  async (list, _name, type, text) => {
    const refusal = await bank.refusal(query(list, type), { filter: { text } }, bank.anna);
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', fields: { 'filter.text': expect.any(String) } });
  },
);

test.each(lists)('the text of %s is looked for as it stands', async (list, type, word) => {
  const count = async (text: string) =>
    (await bank.ask(query(list, type), { filter: { text } }, bank.anna))[list].totalCount;
  expect(await count(word)).toBeGreaterThan(0);
  expect(await count(` ${word} `)).toBe(await count(word));
  expect(await count('😀'.repeat(100))).toBe(0);
  for (const text of [' ', '%', '_', '\\', "'"]) expect(await count(text)).toBe(0);
});

test.each([
  ['staffMembers', 'StaffFilter', 'orgUnitId'],
  ['orgUnits', 'OrgUnitFilter', 'parentId'],
  ['orgUnits', 'OrgUnitFilter', 'underId'],
  ['leadershipGroups', 'LeadershipGroupFilter', 'orgUnitId'],
])('%s(%s): what is no id matches nothing in %s', async (list, type, field) => {
  await bank.ask(query('staffMembers', 'StaffFilter'), {}, bank.anna);
  for (const value of ['', ' ', 'nobody', '\u0000', '\ud83d']) {
    const { totalCount } = (await bank.ask(query(list, type), { filter: { [field]: value } }, bank.anna))[list];
    expect(totalCount).toBe(0);
  }
});
