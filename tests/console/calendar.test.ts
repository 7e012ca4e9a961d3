import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { findings } from '../harness/axe.js';
import { plainComplaint, REGISTER } from '../harness/bank.js';
import { appears, openConsole, vanishes, type Console } from '../harness/console.js';

// A session lasts by the bank's clock, its cookie by the browser's: the bank must not be behind it.
const year = new Date().getUTCFullYear() + 1;
const now = new Date(`${year}-12-30T02:00:00Z`);
let bank: Console;
beforeAll(async () => {
  bank = await openConsole({ isDemo: true, clock: new ManualClock(now) });
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const open = (path: string, as: 'admin' | 'office' = 'admin') => bank.visit({ as, path, now });
const day = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const header = 'date,kind,nameZh,nameEn';

async function importInto(page: Page, file: { name: string; mimeType: string; lines: readonly string[] }) {
  const form = page.getByRole('dialog', { name: '导入日历' });
  if ((await form.count()) === 0) await page.getByRole('button', { name: '导入日历' }).click();
  const buffer = Buffer.from(file.lines.join('\n'));
  await form.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: file.mimeType, buffer });
  await form.getByRole('button', { name: /导入日历/ }).click();
  return form;
}

test('a year shows its holidays, make-up workdays and today in words, and arrow keys walk its days', async () => {
  const page = await open('/calendar?year=2026');
  await appears(page.getByText('已发布'));
  await appears(page.getByText('1–7 国庆节 · 放假'));
  await appears(day(page, '10月10日 星期六，调休上班，国庆节'));
  await page.goto('/calendar');
  const today = page.locator('[aria-current=date]:not(a)');
  await appears(today.getByText('12月30日'));
  await today.focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('12月31日');
});

test('who may not change the calendar reads it, and nothing in it can be pressed', async () => {
  const page = await open('/calendar?year=2026', 'office');
  await appears(page.getByText('您可以查看'));
  await appears(page.getByText('1–7 国庆节 · 放假'));
  expect(await day(page, '10月1日').count()).toBe(0);
  expect(await page.getByRole('button', { name: '发布日历' }).count()).toBe(0);
});

test('a day of a published year is made a holiday and an ordinary day again', async () => {
  const page = await open('/calendar?year=2026');
  await day(page, '12月30日 星期三，工作日').click();
  const form = page.getByRole('dialog', { name: '修改日期' });
  await appears(form.getByText('改动立即生效'));
  await form.getByText('放假', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await appears(form.getByRole('alert'));
  await form.getByLabel('中文名称').fill('行庆');
  await form.getByLabel('英文名称').fill('Jubilee');
  await page.keyboard.press('Control+Enter');
  await vanishes(form);
  await day(page, '12月30日 星期三，放假，行庆').click();
  await form.getByText('按工作日').click();
  await page.keyboard.press('Control+Enter');
  await vanishes(form);
  await appears(day(page, '12月30日 星期三，工作日'));
});

test('a wrong file is refused line by line; a right one is published after it was seen what moves', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet });
  await bank.ask('app', REGISTER(), { input });
  const page = await open('/calendar');
  await page.getByRole('button', { name: '下一年' }).click();
  await appears(page.getByText('未发布'));
  const next = year + 1;
  const wrong = [header, `${next}-01-01,OFF,元旦,New Year`, `${next}-01-02,HALF,元旦,x`, `${next}-02-30,OFF,春节,x`];
  const form = await importInto(page, { name: 'notice.csv', mimeType: 'text/csv', lines: wrong });
  const problems = form.getByRole('list', { name: '内容中的问题' });
  await appears(problems.getByText('第 3 行 kind · 应为 OFF'));
  await appears(problems.getByText('第 4 行 date · 不是有效日期'));
  const days = [3, 4, 5, 6, 7].map((date) => ({ name: '元旦', date: `${next}-01-0${date}`, isOffDay: true }));
  const notice = JSON.stringify({ year: next, days });
  await importInto(page, { name: 'notice.json', mimeType: 'application/json', lines: [notice] });
  await vanishes(form);
  await appears(day(page, /^1月4日 .*放假，元旦/));
  await page.getByRole('button', { name: '发布日历' }).click();
  const publishing = page.getByRole('dialog', { name: '发布日历' });
  await appears(publishing.getByText('放假 5 天，调休上班 0 天'));
  const moves = publishing.getByRole('region', { name: '发布的影响' });
  await appears(moves.getByText(/其中 \d+ 个到期时间会变动/));
  await appears(moves.getByRole('row', { name: new RegExp(`${next}年1月`) }).first());
  await publishing.getByRole('button', { name: /发布日历/ }).click();
  await vanishes(publishing);
  await appears(page.getByText(new RegExp(`${year}-12-30 由员工admin发布`)));
  expect(await page.getByRole('button', { name: '发布日历' }).count()).toBe(0);
});

test('each end of a complaint is explained day by day', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet });
  const { registerComplaint } = await bank.ask('app', REGISTER('id'), { input });
  const page = await open(`/complaints/${registerComplaint.id}/show`, 'office');
  await page.getByRole('button', { name: /处理时限/ }).click();
  const dialog = page.getByRole('dialog', { name: /处理时限/ });
  await appears(dialog.getByRole('list', { name: '逐日计算' }).getByText(/元旦/).first());
  expect(await findings(page)).toEqual([]);
  await page.goto('/worklist');
  const pane = page
    .getByRole('complementary')
    .or(page.getByRole('region'))
    .getByRole('button', { name: /处理时限|到期/ });
  await pane.last().click();
  await appears(page.getByRole('list', { name: '逐日计算' }));
});
