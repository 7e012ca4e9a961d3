import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ACKNOWLEDGE, plainComplaint, REGISTER } from '../harness/bank.js';
import { appears, eventually, openConsole, vanishes, type Console } from '../harness/console.js';
import { tamper } from '../harness/database.js';

let bank: Console;
const hour = 3_600_000;

const register = async (more: object = {}) => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
  return (await bank.ask('app', REGISTER('id reference'), { input })).registerComplaint as {
    id: string;
    reference: string;
  };
};
const ago = (hours: number) => new Date(bank.clock.now().getTime() - hours * hour).toISOString();

let fraud: { id: string; reference: string };
beforeAll(async () => {
  bank = await openConsole();
  await register({ channel: 'PHONE', receivedAt: ago(30) });
  await register({ channel: 'ONLINE', level: 'SUGGESTION' });
  await register({ channel: 'ONLINE' });
  fraud = await register({ channel: 'EMAIL', categoryCode: 'FRAUD' });
  await register({
    receivedAt: ago(60),
    historical: { closedAt: ago(50), resolutionSummary: '已解释' },
  });
  await bank.sweep();
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const figure = (page: Page, name: string) =>
  page.getByRole('region', { name: '主要数字' }).getByRole('link', { name: new RegExp(`^${name}`) });

test('a manager lands on the numbers, and each opens its rows', async () => {
  const page = await bank.visit({ as: 'northLeader' });
  await appears(page.getByRole('heading', { level: 1, name: /1 件投诉已经超期，/ }));
  expect(new URL(page.url()).pathname).toBe('/dashboard');
  const opens: [name: string, number: string, rows: string][] = [
    ['超期', '1', '共 1 行'],
    ['在办', '4', '共 4 行'],
    ['受理', '5', '共 5 行'],
    ['办结', '1', '共 1 行'],
  ];
  for (const [name, number, rows] of opens) {
    await appears(figure(page, name).getByText(number, { exact: false }).first());
    await figure(page, name).click();
    await appears(page.getByText(rows));
    expect(await page.getByRole('table').locator('tbody').getByRole('row').count()).toBe(Number(number));
    await page.goBack();
  }
  await page.getByRole('link', { name: /^网络\s*2\s*件在办，0 件超期$/ }).click();
  await appears(page.getByText('共 2 行'));
});

test('the trend is there as a picture and as a table, whose numbers open their rows', async () => {
  const page = await bank.visit({ as: 'office', path: '/dashboard' });
  await appears(page.getByRole('img', { name: /近 30 天：受理 5 件/ }));
  await page.getByRole('button', { name: '近 7 天' }).click();
  await appears(page.getByRole('img', { name: /近 7 天：受理 5 件/ }));
  await page.getByRole('button', { name: '看表格' }).click();
  await eventually(() => page.getByRole('group', { name: '日期' }).getByRole('row').count(), 8);
  const received = page.getByRole('group', { name: '日期' }).getByRole('row').nth(1).getByRole('link').first();
  const count = await received.innerText();
  await received.click();
  await appears(page.getByText(`共 ${count} 行`));
});

test('the numbers follow what happens', async () => {
  const page = await bank.visit({ as: 'office', path: '/dashboard' });
  await appears(figure(page, '在办').getByText('4', { exact: false }).first());
  await register();
  await appears(figure(page, '在办').getByText('5', { exact: false }).first());
  const { escalations } = await bank.ask('office', '{ escalations { items { id } } }');
  for (const { id } of escalations.items) await bank.ask('office', ACKNOWLEDGE, { id });
  await appears(page.getByRole('heading', { level: 1, name: /没有未签收的升级。/ }));
});

test('that there is nothing to count, or nothing to be told, is said in words', async () => {
  const south = await bank.visit({ as: 'southOffice', path: '/dashboard' });
  await appears(south.getByText('期间没有投诉，也没有在办的投诉'));
  await south.getByRole('combobox', { name: '机构' }).fill('北分行');
  await south
    .getByRole('option', { name: /北分行/ })
    .first()
    .click();
  await appears(south.getByText(/统计数据没有读到/));
});

const entries = (page: Page) => page.getByRole('region', { name: '审计日志' });

test('an auditor finds what was done to a complaint, and looks at it closely', async () => {
  const page = await bank.visit({ as: 'auditor' });
  await appears(page.getByRole('heading', { level: 1, name: '审计日志' }));
  await page.getByLabel('对象编号').fill(fraud.reference);
  await page.keyboard.press('Enter');
  await eventually(
    async () => new Set(await entries(page).locator('tbody tr td:nth-child(4)').allInnerTexts()),
    new Set([fraud.reference]),
  );
  await page.getByRole('button', { name: '登记投诉' }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: /^审计记录/ });
  await appears(drawer.getByText('渠道平台'));
  await appears(drawer.getByText(/^[0-9a-f]{64}$/).first());
  await page.keyboard.press('Escape');
  await vanishes(drawer);
  await page.getByRole('combobox', { name: '操作类型' }).click();
  await page.getByRole('option', { name: '登录被拒绝' }).click();
  await page.keyboard.press('Escape');
  await appears(page.getByText('没有符合条件的记录'));
  await page.reload();
  await appears(page.getByText('没有符合条件的记录'));
  await page.getByRole('button', { name: '清除全部' }).click();
  await appears(entries(page).getByText(fraud.reference).first());
});

test('an auditor verifies the chain, and is told which entry was altered', async () => {
  const page = await bank.visit({ as: 'auditor', path: '/audit' });
  await page.getByRole('button', { name: '校验防篡改链' }).click();
  await appears(page.getByText(/^校验通过：全部 \d+ 条首尾相扣/));
  await tamper(bank.databaseUrl, "update event set kind = 'complaint.closed' where seq = 9");
  await page.getByRole('button', { name: '校验防篡改链' }).click();
  await appears(page.getByText('第 9 条异常：内容被改动。此前 8 条完好。'));
});
