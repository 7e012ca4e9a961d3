import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { COMPLAINT, type PersonName } from '../harness/bank.js';
import { findings } from '../harness/axe.js';
import { appears, openConsole, vanishes, type Console } from '../harness/console.js';
import { handling } from '../handling.js';

let bank: Console;
let make: ReturnType<typeof handling>;
beforeAll(async () => {
  bank = await openConsole();
  make = handling(bank);
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const open = async (id: string, as: PersonName) => {
  const page = await bank.visit({ as, path: `/complaints/${id}/show` });
  await page.getByRole('group', { name: '可办事项' }).waitFor();
  return page;
};
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const begin = async (page: Page, verb: string) => {
  await page.getByRole('group', { name: '可办事项' }).getByRole('button', { name: verb, exact: true }).click();
  return dialog(page, verb);
};
const send = (page: Page, verb: string) =>
  dialog(page, verb)
    .getByRole('button', { name: new RegExp(`^${verb}`) })
    .click();
const asked = async (id: string, fields: string) => (await bank.ask('office', COMPLAINT(fields), { id })).complaint;
const answer = (page: Page, question: string, reply: string) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: reply, exact: true }).check();

test('the desk takes a complaint up, and what it forgot to answer is named at its place', async () => {
  const { id } = await make.registered({ categoryCode: 'FEES' });
  const page = await open(id, 'office');
  const form = await begin(page, '受理审查');
  await send(page, '受理审查');
  await appears(form.getByRole('alert').first());
  await answer(page, '投诉是否真实', '是');
  await answer(page, '是否属于本行受理范围', '是');
  await answer(page, '复杂程度', '复杂');
  await answer(page, '处理方式', '常规办理');
  await answer(page, '是否突发事件', '否');
  await send(page, '受理审查');
  await appears(form.getByText('复杂或重大以上的投诉须联合调查或应急处置'));
  expect(await findings(page)).toEqual([]);
  await answer(page, '处理方式', '联合调查');
  await send(page, '受理审查');
  await vanishes(form);
  expect(await asked(id, 'status complexity handlingMode isEmergency')).toEqual({
    status: 'SCREENED',
    complexity: 'COMPLEX',
    handlingMode: 'JOINT',
    isEmergency: false,
  });
  await appears(page.getByRole('list', { name: '经过' }).getByText('受理投诉'));
});

test('what is not for the bank is rejected with a reason that the customer is told', async () => {
  const { id } = await make.registered();
  const page = await open(id, 'office');
  const form = await begin(page, '受理审查');
  await answer(page, '审查结论', '不予受理');
  await answer(page, '投诉是否真实', '是');
  await answer(page, '是否属于本行受理范围', '否');
  await form.getByLabel('不予受理原因').click();
  await page.getByRole('option', { name: '不属于本行业务' }).click();
  await form.getByLabel('告知客户的内容').fill('该产品由保险公司承保，请联系保险公司。');
  await send(page, '受理审查');
  await vanishes(form);
  await appears(page.getByRole('definition').filter({ hasText: '不属于本行业务' }));
  expect((await asked(id, 'status')).status).toBe('REJECTED');
});

test('a complaint is offered to an outlet, returned, offered to a person and accepted', async () => {
  const { id } = await make.screened();
  const desk = await open(id, 'office');
  const offer = async (kind: string, name: string) => {
    const form = await begin(desk, '分派');
    await answer(desk, '接收方类型', kind);
    await form.getByRole('combobox', { name: '接收方', exact: true }).fill(name);
    await desk
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
    await send(desk, '分派');
    await vanishes(form);
  };
  const { orgUnit } = await asked((await make.registered()).id, 'orgUnit { name }');
  await offer('机构', orgUnit.name);
  await appears(desk.getByRole('definition').filter({ hasText: orgUnit.name }).nth(1));
  const outlet = await open(id, 'outlet');
  const refusal = await begin(outlet, '退回');
  await send(outlet, '退回');
  await appears(refusal.getByText('请选择退回原因'));
  await refusal.getByLabel('退回原因').click();
  await outlet.getByRole('option', { name: '分派部门有误' }).click();
  await send(outlet, '退回');
  await vanishes(refusal);
  // The desk sees it come back by itself.
  await appears(desk.getByRole('list', { name: '经过' }).getByText('退回交接：分派部门有误'));
  await offer('人员', '员工handler');
  const handler = await open(id, 'handler');
  const form = await begin(handler, '接收');
  await send(handler, '接收');
  await vanishes(form);
  expect(await asked(id, 'status responsible { id }')).toEqual({
    status: 'INVESTIGATING',
    responsible: { id: bank.staff.handler },
  });
  const plan = await begin(handler, '制定调查方案');
  await plan.getByLabel('调查范围').fill('核实收费经过');
  await plan.getByRole('combobox', { name: '主办人' }).fill('员工handler');
  await handler
    .getByRole('option', { name: /员工handler/ })
    .first()
    .click();
  await send(handler, '制定调查方案');
  await vanishes(plan);
  await appears(handler.getByRole('definition').filter({ hasText: '核实收费经过' }));
});
