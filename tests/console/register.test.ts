import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { plainComplaint, REGISTER } from '../harness/bank.js';
import { appears, eventually, openConsole, vanishes, type Console } from '../harness/console.js';

let bank: Console;

beforeAll(async () => {
  bank = await openConsole();
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const open = async () => {
  const page = await bank.visit({ as: 'intake', path: '/register' });
  await appears(page.getByRole('heading', { level: 1, name: '登记投诉' }));
  return page;
};
const content = (page: Page) => page.getByLabel('投诉内容');
const name = (page: Page) => page.getByRole('textbox', { name: '姓名' });
const phone = (page: Page) => page.getByLabel('手机', { exact: true });
const submit = (page: Page) => page.getByRole('button', { name: '登记并出回执' });
const receipt = (page: Page) => page.getByRole('region', { name: '投诉登记回执' });
const bar = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });

const found = async (text: string) => {
  const query = `query ($filter: ComplaintFilter) { complaints(filter: $filter) {
    items { reference channel level content category { code } complainant { name phone } } } }`;
  return (await bank.ask('intake', query, { filter: { text } })).complaints.items;
};

test('a counter clerk registers a complaint with the keyboard alone', async () => {
  const page = await open();
  await page.keyboard.press('2');
  await eventually(() => content(page).evaluate((field) => field === document.activeElement), true);
  expect(await page.getByRole('radio', { name: '电话' }).isChecked()).toBe(true);
  await page.keyboard.type('自助机吞了两千元');
  for (const words of ['退回两千元', '2,000', '孙晓梅', '13811112222']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  await page.keyboard.press('Control+Enter');
  await appears(page.getByRole('heading', { level: 1, name: '已登记' }));
  const slip = await receipt(page).innerText();
  const reference = /TS-\d{4}-\d{6}/.exec(slip)?.[0];
  expect(slip).toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/);
  expect(await found('自助机吞')).toEqual([
    expect.objectContaining({ reference, channel: 'PHONE', level: 'GENERAL', content: '自助机吞了两千元' }),
  ]);
  await page.getByRole('button', { name: '再登一件' }).click();
  expect([await content(page).inputValue(), await name(page).inputValue()]).toEqual(['', '']);
  expect(await page.getByRole('radio', { name: '现场' }).isChecked()).toBe(true);
});

test('what is missing is said under its field and counted; a phone says how many digits are short', async () => {
  const page = await open();
  await phone(page).fill('1381111222');
  await phone(page).blur();
  await appears(page.getByText('手机号少 1 位，应为 11 位'));
  await submit(page).click();
  await appears(page.getByText('请写下客户说了什么'));
  await appears(page.getByText('请填写姓名，或勾选“不留姓名”'));
  await appears(bar(page, '还有 3 处要改：投诉内容、姓名、手机'));
  await eventually(() => content(page).evaluate((field) => field === document.activeElement), true);
});

test('what only the server knows to be wrong lands under its field too', async () => {
  const page = await open();
  await content(page).fill('客户说网银密码是 abc12345');
  await name(page).fill('周小白');
  await page.getByRole('button', { name: '更多联系方式' }).click();
  await page.getByLabel('证件号码').fill('110105194912310021');
  await submit(page).click();
  await appears(bar(page, /还有 \d 处要改：.*投诉内容/));
  const described = async (label: string) => {
    const field = page.getByLabel(label);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    return page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`).innerText();
  };
  expect(await described('投诉内容')).toMatch(/密码/);
  expect(await described('证件号码')).toMatch(/证件/);
  expect(await found('网银密码')).toEqual([]);
});

test('fraud is announced as an emergency before it is sent, and is one afterwards', async () => {
  const page = await open();
  const notice = page.getByRole('heading', { name: '登记后立即通知领导小组' });
  expect(await notice.count()).toBe(0);
  await content(page).fill('接到假冒客服电话后被转走五万元');
  await page.getByRole('radio', { name: '欺诈' }).check();
  await appears(notice);
  await appears(page.getByText('等级最低为重大').first());
  await page.getByRole('checkbox', { name: '不留姓名' }).check();
  await phone(page).fill('13855556666');
  await submit(page).click();
  await appears(receipt(page));
  expect(await found('假冒客服')).toEqual([expect.objectContaining({ level: 'MAJOR', category: { code: 'FRAUD' } })]);
  const { escalations } = await bank.ask('northLeader', '{ escalations { items { trigger status } } }');
  expect(escalations.items).toContainEqual({ trigger: 'FRAUD_OR_ACCOUNT', status: 'OPEN' });
});

test('when the answer is lost on its way, trying again registers nothing twice', async () => {
  const page = await open();
  await content(page).fill('网点提前关门');
  await name(page).fill('吴大海');
  await phone(page).fill('13877778888');
  let isLost = false;
  await page.route('**/graphql', async (route) => {
    if (isLost || !route.request().postData()?.includes('registerComplaint')) return route.continue();
    isLost = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await submit(page).click();
  await appears(bar(page, '登记请求没有得到答复。可以放心重试，不会重复登记。'));
  const [registered] = await found('提前关门');
  await submit(page).click();
  await appears(receipt(page).getByText(registered.reference));
  expect(await found('提前关门')).toHaveLength(1);
});

test('a draft survives a reload, but not who the customer is; sent or cleared it is gone', async () => {
  const page = await open();
  await page.getByRole('radio', { name: '监管转办' }).check();
  await content(page).fill('贷款利率与合同不符');
  await name(page).fill('郑成功');
  await phone(page).fill('13899990000');
  await appears(page.getByText(/^草稿 .* 已保存$/));
  await page.reload();
  await eventually(() => content(page).inputValue(), '贷款利率与合同不符');
  expect(await page.getByRole('radio', { name: '监管转办' }).isChecked()).toBe(true);
  expect([await name(page).inputValue(), await phone(page).inputValue()]).toEqual(['', '']);
  await page.getByRole('button', { name: '清空' }).click();
  await eventually(() => content(page).inputValue(), '');
  await page.reload();
  await appears(page.getByRole('heading', { level: 1, name: '登记投诉' }));
  expect(await content(page).inputValue()).toBe('');
});

test('an earlier complaint from the same phone is shown while the form is filled', async () => {
  const complainant = { name: '冯九', phone: '13866667777' };
  const input = plainComplaint({ complainant, content: '信用卡额度被降', orgUnitId: bank.unit.northOutlet });
  const { registerComplaint: earlier } = await bank.ask('app', REGISTER('reference'), { input });
  const page = await open();
  await phone(page).fill('13866667777');
  await appears(page.getByText(earlier.reference));
  await appears(page.getByText('信用卡额度被降'));
  await page.getByRole('button', { name: '不是同一件' }).click();
  await vanishes(page.getByText(earlier.reference));
});

test('without a connection the form stays usable and says why it cannot be sent', async () => {
  const page = await open();
  await content(page).fill('排队机坏了');
  await appears(page.getByText('实时'));
  await page.route('**/graphql', (route) => route.abort());
  await submit(page).click();
  await appears(page.getByText('请填写姓名，或勾选“不留姓名”'));
  await name(page).fill('陈可以');
  await phone(page).fill('13810101010');
  await submit(page).click();
  await appears(bar(page, '登记请求没有得到答复'));
  expect(await content(page).inputValue()).toBe('排队机坏了');
});
