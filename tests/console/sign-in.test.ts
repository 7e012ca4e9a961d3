import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Context } from '../../server/src/kernel/context.js';
import { system } from '../../server/src/kernel/viewer.js';
import { hashPassword } from '../../server/src/org/sign-in/password.js';
import { enrolStaff } from '../../server/src/org/staff/staff.actions.js';
import { plainComplaint, REGISTER } from '../harness/bank.js';
import { appears, eventually, openConsole, password, type Console } from '../harness/console.js';
import { startTestServer } from '../harness/server.js';

let bank: Console;

beforeAll(async () => {
  bank = await openConsole({ isDemo: true });
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const enter = async (page: Page, username: string, secret: string) => {
  await page.getByLabel('工号').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const pathOf = (page: Page) => new URL(page.url()).pathname;

test('a clerk signs in with number and password and lands on the register form', async () => {
  const page = await bank.visit();
  await appears(heading(page, '登录'));
  await enter(page, 'intake', password);
  await appears(heading(page, '登记投诉'));
  expect([pathOf(page), await page.title()]).toEqual(['/register', '登记投诉 · 接诉']);
  await appears(page.getByRole('button', { name: '个人菜单' }).getByText('员工intake'));
});

test('one signs in with the keyboard alone', async () => {
  const page = await bank.visit();
  await appears(heading(page, '登录'));
  // The number has the focus from the start.
  await page.keyboard.type('intake');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await appears(heading(page, '登记投诉'));
});

test('a wrong password is said in words; the number stays and the password is ready to be typed anew', async () => {
  const page = await bank.visit();
  await enter(page, 'handler', 'not this one');
  const alert = page.getByRole('alert').filter({ hasText: /密码/ });
  await appears(alert);
  expect(await page.getByLabel('工号').inputValue()).toBe('handler');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
  await enter(page, 'handler', password);
  await appears(heading(page, '工作台'));
});

test('nothing is sent without number and password', async () => {
  const page = await bank.visit();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await appears(page.getByText('请填写工号和密码。'));
});

test('signing out ends the session on the server too', async () => {
  const page = await bank.visit({ as: 'handler', path: '/worklist' });
  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: '个人菜单' }).click();
  await page.getByRole('menuitem', { name: '退出' }).click();
  await appears(heading(page, '登录'));
  await page.goto('/worklist');
  await appears(heading(page, '登录'));
  await page.context().addCookies(cookies);
  await page.goto('/worklist');
  await appears(heading(page, '登录'));
});

test('a server that cannot be reached is not taken for a wrong password', async () => {
  const page = await bank.visit();
  await appears(heading(page, '登录'));
  await page.route('**/graphql', (route) => route.abort());
  await enter(page, 'handler', password);
  await appears(page.getByRole('alert').filter({ hasText: '连接中断' }));
});

test('an expired session leads to the sign-in page, says so, and back to the page one was on', async () => {
  const page = await bank.visit({ as: 'reviewer', path: '/complaints' });
  await appears(page.getByText('没有在办的投诉').or(page.getByRole('table')));
  bank.clock.advance({ minutes: 31 });
  // The open page hears of it through its feed.
  await appears(heading(page, '登录'));
  await appears(page.getByText('登录已过期，请重新登录。'));
  await enter(page, 'reviewer', password);
  await appears(heading(page, '投诉'));
  expect(pathOf(page)).toBe('/complaints');
});

test('the language is switched before sign-in, is kept, and is told to screen readers', async () => {
  const page = await bank.visit();
  await page.getByRole('button', { name: '中文 / English' }).click();
  await appears(heading(page, 'Sign in'));
  await page.reload();
  await appears(heading(page, 'Sign in'));
  await eventually(() => page.evaluate(() => document.documentElement.lang), 'en');
  await page.getByRole('button', { name: '中文 / English' }).click();
  await appears(heading(page, '登录'));
  await eventually(() => page.evaluate(() => document.documentElement.lang), 'zh-CN');
});

test('an English browser is greeted in English', async () => {
  const page = await bank.visit({ locale: 'en-GB' });
  await appears(heading(page, 'Sign in'));
  await eventually(() => page.evaluate(() => document.documentElement.lang), 'en');
});

test('the theme follows the system at first; what is chosen is kept', async () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).colorScheme);
  const page = await bank.visit({ colorScheme: 'dark' });
  await page.getByRole('button', { name: '外观 深色' }).click();
  await appears(page.getByRole('button', { name: '外观 浅色' }));
  const light = await ground(page);
  await page.reload();
  await appears(page.getByRole('button', { name: '外观 浅色' }));
  expect(await ground(page)).toBe(light);
});

test('language and theme outlive a sign-out', async () => {
  const page = await bank.visit({ as: 'handler', path: '/worklist' });
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await page.getByRole('button', { name: 'Personal menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await appears(heading(page, 'Sign in'));
  await page.reload();
  await appears(page.getByRole('button', { name: 'Appearance Dark' }));
});

test('in demo mode an invented person is picked with one click', async () => {
  const ctx = new Context(bank.app, system);
  const passwordHash = await hashPassword('jiesu-demo');
  await enrolStaff(ctx, { username: 'leader', name: '林岚', orgUnitId: bank.unit.north, passwordHash });
  const page = await bank.visit();
  await appears(page.getByText('演示数据均为虚构'));
  await page.getByRole('button', { name: '领导小组组长 leader' }).click();
  await appears(heading(page, '林岚，您好'));
});

test('without demo mode no invented people are offered', async () => {
  const real = await startTestServer();
  try {
    const page = await bank.visit({ by: real.url, path: '/track' });
    const asked = page.waitForResponse(/\/readyz$/);
    await page.goto('/login');
    await appears(heading(page, '登录'));
    expect(((await (await asked).json()) as { mode: string }).mode).toBe('PRODUCTION');
    expect(await page.getByText('演示').count()).toBe(0);
  } finally {
    await real.stop();
  }
});

const stops: readonly (readonly ['office' | 'northLeader' | 'teller' | undefined, string, string])[] = [
  ['office', '/worklist', '工作台'],
  ['office', '/mine', '我经办'],
  ['office', '/complaints', '投诉'],
  ['office', '/register', '登记投诉'],
  ['northLeader', '/escalations', '升级'],
  ['northLeader', '/wall', '升级墙'],
  ['northLeader', '/nowhere', '没有这个页面'],
  ['teller', '/home', '员工teller，您好'],
  [undefined, '/track', '投诉进度查询'],
];

test('every page says that this is a demo', async () => {
  for (const [as, path, title] of stops) {
    const page = await bank.visit({ ...(as && { as }), path });
    await appears(heading(page, title));
    await appears(page.getByText('演示', { exact: true }));
    await page.context().close();
  }
});

test('what a clerk types and reads is nowhere in the browser’s storage or address', async () => {
  const input = plainComplaint({ content: '存款被他人支取', orgUnitId: bank.unit.northOutlet });
  await bank.ask('app', REGISTER(), { input });
  const page = await bank.visit({ as: 'intake', path: '/register' });
  await page.getByLabel('投诉内容').fill('银行卡被盗刷');
  await page.getByRole('textbox', { name: '姓名' }).fill('赵六一');
  await page.getByLabel('手机', { exact: true }).fill('13812345678');
  await appears(page.getByText(/^草稿 .* 已保存$/));
  await page.getByRole('button', { name: '登记并出回执' }).click();
  await appears(heading(page, '已登记'));
  await page.getByRole('link', { name: '打开这件投诉' }).click();
  await appears(heading(page, '银行卡被盗刷'));
  await page.goto('/complaints');
  await page.getByRole('button', { name: /^筛选/ }).click();
  await page.getByLabel('客户手机（完整号码）').fill('13812345678');
  await page.keyboard.press('Tab');
  await appears(page.getByText('共 1 行'));
  expect(page.url()).not.toContain('138');
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toMatch(/赵|张|138|盗刷|支取|员工/);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});
