import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const ADD = `mutation ($input: AddCodeInput!) { addCode(input: $input) { id version code } }`;
const RETIRE = `mutation ($id: ID!, $input: ChangeCodeInput!) { retireCode(id: $id, input: $input) { isActive } }`;
const OPEN = 'mutation ($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { id } }';
const register = async (more: object, fields: string) =>
  (await bank.ask('intake', REGISTER(fields), { input: plainComplaint(more) })).registerComplaint;

// Guard: checkUnits in complaints/intake/check-intake.ts takes the unit that is named, whatever its kind.
test('D5-三 a unit of any level can be complained of and answers for it', async () => {
  const parentId = bank.unit.head;
  const provincial = { parentId, code: '9000', kind: 'PROVINCIAL_BRANCH', name: '省分行' };
  const department = { parentId, code: '0000-1', kind: 'DEPARTMENT', name: '办公室' };
  const open = async (input: object): Promise<string> => (await bank.ask('admin', OPEN, { input })).createOrgUnit.id;
  const { head, north, northSub, northOutlet } = bank.unit;
  const unitOf = {
    HEAD_OFFICE: head,
    PROVINCIAL_BRANCH: await open(provincial),
    BRANCH: north,
    SUB_BRANCH: northSub,
    OUTLET: northOutlet,
    DEPARTMENT: await open(department),
  };
  for (const [kind, orgUnitId] of Object.entries(unitOf)) {
    expect(await register({ orgUnitId }, 'orgUnit { id kind }')).toEqual({ orgUnit: { id: orgUnitId, kind } });
  }
});

// Guard: `codeList.taken` in addCode of work/code-list.actions.ts; the four are in work/code-list-seed.ts.
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
