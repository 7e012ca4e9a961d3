import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { bankDay, dayAfter } from '../../server/src/kernel/bank-day.js';
import { COMPLAINT, type PersonName } from '../harness/bank.js';
import { appears, openConsole, phone, vanishes, type Console } from '../harness/console.js';

/** Where the pictures of docs/life.md are taken from. */
const pictures = join(import.meta.dirname, '../.artifacts/life');

let bank: Console;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  bank = await openConsole();
});
afterAll(() => bank.stop());

const pages = new Map<PersonName, Page>();
/** The page of the case before somebody, who stays signed in. */
async function at(who: PersonName, id: string): Promise<Page> {
  const path = `/complaints/${id}/show`;
  const known = pages.get(who);
  const page = known ?? (await bank.visit({ as: who, path }));
  pages.set(who, page);
  if (known) await page.goto(path);
  await page.getByRole('group', { name: '可办事项' }).waitFor();
  return page;
}

/** Does a verb in its dialog, which closes when the server has taken it. */
async function does(page: Page, verb: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  const bar = page.getByRole('group', { name: '可办事项' });
  const button = bar.getByRole('button', { name: verb, exact: true });
  if (!(await button.isVisible())) {
    await bar.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: verb }).click();
  } else await button.click();
  const form = page.getByRole('dialog', { name: verb });
  await fill(form);
  await form.getByRole('button', { name: new RegExp(`^${verb}`) }).click();
  await vanishes(form);
}

const choose = (form: Locator, question: string, reply: string) =>
  form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: reply, exact: true }).check();
const options = (page: Page, name: string | RegExp) => page.getByRole('option', { name }).first();
const picked = async (page: Page, form: Locator, label: string, name: string) => {
  await form.getByRole('combobox', { name: label, exact: true }).fill(name);
  await options(page, new RegExp(name)).click();
};
const selected = async (page: Page, form: Locator, label: string, name: string | RegExp) => {
  await form.getByRole('combobox', { name: label }).click();
  await options(page, name).click();
};
const asked = async (id: string, fields: string) => (await bank.ask('office', COMPLAINT(fields), { id })).complaint;
const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 80 });

test('one complaint goes through its whole life by seven people of the bank and its customer', async () => {
  // A clerk registers what the customer says.
  const counter = await bank.visit({ as: 'intake', path: '/register' });
  pages.set('intake', counter);
  await appears(counter.getByRole('heading', { level: 1, name: '登记投诉' }));
  await counter.getByRole('radio', { name: '电话' }).check({ force: true });
  await counter.getByLabel('投诉内容').fill('柜台多收了两笔手续费，要求退还并说明原因');
  await counter.getByRole('textbox', { name: '姓名' }).fill('孙晓梅');
  await counter.getByLabel('手机', { exact: true }).fill('13811112222');
  await picture(counter, '1-registered');
  await counter.getByRole('button', { name: '登记并出回执' }).click();
  await appears(counter.getByRole('heading', { level: 1, name: '已登记' }));
  const { complaints } = await bank.ask('office', '{ complaints { items { id trackingCode } } }');
  const { id } = complaints.items[0];
  const { trackingCode } = (await bank.ask('intake', COMPLAINT('trackingCode'), { id })).complaint;

  // The desk takes it up and offers it to the outlet, together with others.
  const desk = await at('office', id);
  await does(desk, '受理审查', async (form) => {
    await choose(form, '投诉是否真实', '是');
    await choose(form, '是否属于本行受理范围', '是');
    await selected(desk, form, '投诉类别', /收费争议/);
    await choose(form, '等级', '重大');
    await form.getByLabel('原因', { exact: true }).fill('涉及多名客户');
    await choose(form, '复杂程度', '复杂');
    await choose(form, '处理方式', '联合调查');
    await choose(form, '是否突发事件', '否');
    await picture(desk, '2-screened');
  });
  await does(desk, '分派', async (form) => {
    await choose(form, '接收方类型', '机构');
    await picked(desk, form, '接收方', '北门网点');
  });

  // The outlet accepts it and names who looks into it.
  const outlet = await at('outlet', id);
  await does(outlet, '接收', async () => {});
  await does(outlet, '制定调查方案', async (form) => {
    await form.getByLabel('调查范围').fill('核实收费经过和依据');
    await picked(outlet, form, '主办人', '员工outletMember');
  });

  // The lead asks another unit, which answers with what it found.
  const lead = await at('outletMember', id);
  await does(lead, '请求协办', async (form) => {
    await picked(lead, form, '协办机构', '南门网点');
    await form.getByLabel('协办事项').fill('请核实客户在贵处的另一笔收费');
  });
  const helper = await at('southOutlet', id);
  await does(helper, '答复协办', async (form) => {
    await form.getByLabel('协办意见').fill('已核实，该笔为重复收费');
    await form.getByLabel(/核查结论/).fill('重复收费属实');
  });
  const dueOn = dayAfter(bankDay(bank.clock.now()), 2);
  await at('outletMember', id);
  await does(lead, '提出处理意见', async (form) => {
    await selected(lead, form, '调查结论', '属实');
    await selected(lead, form, '根本原因', '操作失误');
    await form.getByLabel('处理意见').fill('退还多收的两笔手续费并当面道歉');
    await selected(lead, form, '处理方式', '道歉');
    await lead.keyboard.press('Escape');
    await form.getByRole('button', { name: '添加任务' }).click();
    await form.getByLabel('任务 1').fill('退还手续费');
    await picked(lead, form, '责任人', '员工handler');
    await form.getByLabel('完成期限').fill(dueOn);
    await form.getByLabel('无证据说明').fill('系统流水已核对');
    for (const name of ['切实可行', '有针对性', '有效', '合法']) await form.getByLabel(name, { exact: true }).check();
    await picture(lead, '3-proposed');
  });

  // Somebody else approves it; what was decided is done, proved, and confirmed by another.
  await at('office', id);
  await does(desk, '审核方案', async (form) => {
    for (const name of ['切实可行', '有针对性', '有效', '合法', '合理', '合规'])
      await form.getByLabel(name, { exact: true }).check();
    await picture(desk, '4-reviewed');
  });
  const worker = await bank.visit({ as: 'handler', path: `/complaints/${id}/show` });
  await worker.getByRole('button', { name: '开始任务' }).click();
  await worker.getByLabel('完成凭据').fill('退款回单已入账');
  await worker.getByRole('button', { name: '完成任务' }).click();
  await appears(worker.getByText(/待确认/).first());
  await at('office', id);
  await desk.getByRole('button', { name: '确认任务' }).click();
  await appears(desk.getByText(/已确认/).first());
  await does(desk, '答复客户', async (form) => {
    await form.getByLabel('核查情况').fill('经核实，两笔手续费均为误收。');
    await form.getByLabel('依据', { exact: true }).fill('《商业银行服务价格管理办法》第十八条');
    await form.getByLabel('理由', { exact: true }).fill('该业务不在收费范围之内，应予以退还。');
    await form.getByLabel(/对诉求的答复/).fill('两笔手续费已退还至您的账户。');
    await picture(desk, '5-answered');
  });

  // The customer says what they think of it on their own page; a clerk calls them back.
  const customer = await bank.visit({ path: '/track', ...phone });
  await customer.getByRole('textbox').first().fill(trackingCode);
  await customer.getByRole('button', { name: '查询' }).click();
  await customer.getByRole('radio', { name: '满意', exact: true }).check({ force: true });
  await customer.getByRole('button', { name: '提交评价' }).click();
  await appears(customer.getByText('已提交，谢谢。'));
  await vanishes(customer.getByRole('button', { name: '提交评价' }));
  await picture(customer, '6-rated');
  await at('intake', id);
  await does(counter, '登记回访', async (form) => {
    await choose(form, '回访结果', '满意');
    await form.getByLabel('客户意见').fill('退款已到账，客户满意');
  });

  // The desk looks back on a grave matter and closes the file.
  await at('office', id);
  await does(desk, '个案总结', async (form) => {
    await form.getByLabel('总结评估').fill('处置及时，流程须修订');
    await choose(form, '是否需要改进', '是');
    await form.getByLabel('改进措施').fill('修订柜台收费流程');
    await picked(desk, form, '责任人', '员工handler');
    await form.getByLabel('完成期限').fill(dueOn);
  });
  await does(desk, '结案', async () => {});
  await appears(desk.getByText('已结案').first());
  await picture(desk, '7-closed');
  expect(await asked(id, 'status surveys { score } returnVisits { outcome } tasks { state }')).toEqual({
    status: 'CLOSED',
    surveys: [{ score: 4 }],
    returnVisits: [{ outcome: 'SATISFIED' }],
    tasks: [{ state: 'CONFIRMED' }],
  });
  await bank.leave();
});
