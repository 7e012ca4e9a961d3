import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ACKNOWLEDGE, plainComplaint, REGISTER, type PersonName } from '../harness/bank.js';
import { appears, eventually, openConsole, phone, vanishes, type Console, type Visit } from '../harness/console.js';
import { lineTo } from '../harness/line.js';

let bank: Console;

beforeAll(async () => {
  bank = await openConsole();
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());
// Each test has a wall of its own: what earlier ones left is signed for.
beforeEach(async () => {
  for (const { id } of await openOnes()) await bank.ask('northLeader', ACKNOWLEDGE, { id });
});

const openOnes = async (): Promise<{ id: string }[]> =>
  (await bank.ask('northLeader', '{ escalations(filter: { status: [OPEN] }) { items { id } } }')).escalations.items;
const emergency = async (content: string): Promise<void> => {
  const input = plainComplaint({ content, categoryCode: 'FRAUD', orgUnitId: bank.unit.northOutlet });
  await bank.ask('app', REGISTER(), { input });
};
const card = (page: Page, title: string) => page.getByRole('article', { name: title });
const inHand = (page: Page, title: string) =>
  page.getByRole('region', { name: '已签收，处理中' }).getByRole('listitem').filter({ hasText: title });

const open = async (as: PersonName = 'northLeader', visit: Visit = {}) => {
  const page = await bank.visit({ as, path: '/wall', ...visit });
  await page.getByText('没有未签收的升级').or(page.getByRole('article')).first().waitFor();
  return page;
};

test('an escalation appears within two seconds without a reload, and the tab counts it', async () => {
  const page = await open();
  expect(await page.title()).toBe('升级墙 · 接诉');
  await emergency('银行卡在境外被盗刷');
  const began = performance.now();
  await appears(card(page, '银行卡在境外被盗刷'));
  expect(performance.now() - began).toBeLessThan(2000);
  await eventually(() => page.title(), '(1) 升级墙 · 接诉');
  await appears(
    page.getByRole('alert').filter({ hasText: '新的升级：欺诈或账户安全，重大，银行卡在境外被盗刷' }).first(),
  );
});

test('the countdown runs to the next step, which then is taken', async () => {
  await emergency('账户被冒名开通网银');
  const page = await open('northLeader', { now: bank.clock.now() });
  const shown = card(page, '账户被冒名开通网银');
  await appears(shown.getByText('距升至 E4 上级行'));
  const minutes = async () => Number((await shown.getByRole('timer').innerText()).split(':')[0]);
  expect(await minutes()).toBeGreaterThan(11);
  await page.clock.fastForward('10:00');
  await eventually(async () => (await minutes()) < 6, true);
  await page.clock.fastForward('06:00');
  await appears(shown.getByText('正在升至 E4 上级行'));
  bank.clock.advance({ minutes: 16 });
  await bank.sweep();
  await appears(shown.getByRole('img', { name: '升级阶梯，现在在 E4 上级行' }));
});

test('one key signs for the selected card, one click for another', async () => {
  await emergency('第一件盗刷');
  const page = await open();
  await appears(card(page, '第一件盗刷'));
  await page.keyboard.press('a');
  await appears(inHand(page, '第一件盗刷').getByText('员工northLeader'));
  await appears(page.getByText('没有未签收的升级'));
  await emergency('第二件盗刷');
  await card(page, '第二件盗刷').getByRole('button', { name: '签收' }).click();
  await appears(inHand(page, '第二件盗刷'));
  expect(await openOnes()).toEqual([]);
  await eventually(() => page.title(), '升级墙 · 接诉');
});

test('arrow keys choose among several cards', async () => {
  await emergency('先来的一件');
  bank.clock.advance({ seconds: 30 });
  await emergency('后来的一件');
  const page = await open();
  await appears(card(page, '先来的一件'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('a');
  await appears(inHand(page, '后来的一件'));
  await appears(card(page, '先来的一件'));
});

test('what another manager signs for leaves this wall too', async () => {
  await emergency('两人同时看到');
  const [mine, other] = await Promise.all([open(), open('northDeputy')]);
  await appears(card(mine, '两人同时看到'));
  await card(other, '两人同时看到').getByRole('button', { name: '签收' }).click();
  await vanishes(card(mine, '两人同时看到'));
  await appears(inHand(mine, '两人同时看到').getByText('员工northDeputy'));
});

test('what is signed for is resolved with a word on how', async () => {
  await emergency('需要解除的一件');
  const page = await open();
  await appears(page.getByText('解除升级，现在不能办理：须先签收'));
  await page.keyboard.press('a');
  await inHand(page, '需要解除的一件').getByRole('button', { name: '解除升级' }).click();
  const dialog = page.getByRole('dialog', { name: '解除升级' });
  await dialog.getByRole('button', { name: '解除升级' }).click();
  await appears(dialog.getByText('请写明怎么解决的'));
  await dialog.getByLabel('怎么解决的').fill('已挂失并冻结账户');
  await dialog.getByRole('button', { name: '解除升级' }).click();
  await vanishes(inHand(page, '需要解除的一件'));
});

test('a lost connection is said at once; what was missed is there after it, and said until it is read', async () => {
  const line = await lineTo(bank.url);
  try {
    const page = await open('northLeader', { by: line.url.replace(/\/$/, '') });
    await emergency('断线前的一件');
    await appears(card(page, '断线前的一件'));
    line.cut();
    await appears(page.getByText('连接中断，正在重连。画面停在'));
    await appears(card(page, '断线前的一件').getByText('签收，现在不能办理：连接中断'));
    for (const title of ['断线时甲', '断线时乙', '断线时丙']) await emergency(title);
    line.mend();
    const strip = page.getByRole('status').filter({ hasText: '期间 3 条升级已补齐，均在下方。' });
    await strip.waitFor({ timeout: 30_000 });
    for (const title of ['断线时甲', '断线时乙', '断线时丙']) await appears(card(page, title));
    await strip.getByRole('button', { name: '知道了' }).click();
    await vanishes(strip);
    await appears(page.getByText('实时'));
  } finally {
    line.close();
  }
});

test('M mutes, says so, and the choice is kept', async () => {
  const page = await open();
  await page.keyboard.press('m');
  await appears(page.getByText('已静音，新的升级不再响铃'));
  await appears(page.getByRole('button', { name: '已静音' }));
  await page.reload();
  await appears(page.getByRole('button', { name: '已静音' }));
  await page.keyboard.press('m');
  await appears(page.getByText('声音已打开'));
});

test('on a phone the first card stands in full, the others unfold at a tap', async () => {
  await emergency('手机上的第一件');
  bank.clock.advance({ seconds: 30 });
  await emergency('手机上的第二件');
  const page = await open('northLeader', phone);
  await appears(page.getByRole('button', { name: '未签收 2' }));
  await appears(card(page, '手机上的第一件').getByRole('button', { name: '签收' }));
  await page.getByRole('button', { name: '展开 手机上的第二件' }).tap();
  const sign = card(page, '手机上的第二件').getByRole('button', { name: '签收' });
  expect((await sign.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await sign.tap();
  await page.getByRole('button', { name: '已签收' }).tap();
  await appears(inHand(page, '手机上的第二件'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
});

test('a person of another branch sees nothing of it', async () => {
  const page = await open('southOffice');
  await emergency('北边的事');
  await appears(page.getByText('没有未签收的升级'));
  const seen = await open();
  await appears(card(seen, '北边的事'));
  expect([await page.getByRole('article').count(), await page.title()]).toEqual([0, '升级墙 · 接诉']);
});
