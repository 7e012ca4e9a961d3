import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const ADD = `mutation ($input: AddCodeInput!) { addCode(input: $input) { id version code } }`;
const RETIRE = `mutation ($id: ID!, $input: ChangeCodeInput!) { retireCode(id: $id, input: $input) { isActive } }`;
const register = async (more: object, fields: string) =>
  (await bank.ask('intake', REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;

// A rule in checkUnits on the kind of the unit makes this fail.
test('D5-三 a unit of any level can be complained of and answers for it', async () => {
  const kinds = { head: 'HEAD_OFFICE', north: 'BRANCH', northSub: 'SUB_BRANCH', northOutlet: 'OUTLET' } as const;
  for (const [place, kind] of Object.entries(kinds)) {
    const orgUnitId = bank.unit[place as keyof typeof kinds];
    expect(await register({ orgUnitId }, 'orgUnit { id kind }')).toEqual({ orgUnit: { id: orgUnitId, kind } });
  }
});

// Dropping the check `codeList.taken` of addCode makes this fail, as does dropping a seed category.
test('D5-五.1(2) complaints fall into four kinds and those that the bank adds; a code is never used again', async () => {
  for (const code of ['BUSINESS_HANDLING', 'SERVICE_ATTITUDE', 'PRODUCT', 'OTHER'])
    expect(await register({ categoryCode: code }, 'category { code }')).toEqual({ category: { code } });
  const input = { list: 'CATEGORY', code: 'QUEUE_MACHINE', nameZh: '叫号机', nameEn: 'Queue machine' };
  const { addCode } = await bank.ask('admin', ADD, { input });
  expect(await register({ categoryCode: input.code }, 'category { code }')).toEqual({ category: { code: input.code } });
  await bank.ask('admin', RETIRE, { id: addCode.id, input: { expectedVersion: addCode.version } });
  const { extensions } = await bank.refusal('admin', ADD, { input: { ...input, nameZh: '另一种' } });
  expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { code: expect.any(String) } });
});
