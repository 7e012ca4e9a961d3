import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CLAIM, plainComplaint, REGISTER } from '../harness/bank.js';
import { appears, eventually, openConsole, vanishes, type Console } from '../harness/console.js';

let bank: Console;
const hour = 3_600_000;
let opened: number;

const filed: { id: string; reference: string }[] = [];
const register = async (more: object, atHoursAgo = 0, by: 'app' | 'southIntake' = 'app') => {
  bank.clock.set(new Date(opened - atHoursAgo * hour));
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
  filed.push((await bank.ask(by, REGISTER('id reference'), { input })).registerComplaint);
};

/** The oldest comes first by its clock; each of the first ones has something that the others lack. */
const distinct = [
  { content: '理财产品到期未赎回' },
  { channel: 'LETTER', content: '信件反映排队太久' },
  { categoryCode: 'SYSTEM_FAILURE', content: '手机银行闪退' },
  { level: 'SUGGESTION', content: '希望增加座椅' },
  { riskFlags: ['LEGAL_DISPUTE'], content: '合同条款有争议' },
  { orgUnitId: () => bank.unit.north, content: '分行大堂无人值守' },
  { complainant: { name: '钱七', phone: '13900007777', idNumber: '11010519491231002X' }, content: '年费重复扣收' },
];

beforeAll(async () => {
  bank = await openConsole();
  opened = bank.clock.now().getTime();
  for (const [index, { orgUnitId, ...more }] of distinct.entries()) {
    await register({ ...more, ...(orgUnitId && { orgUnitId: orgUnitId() }) }, index === 0 ? 30 : 20 - index);
  }
  for (let index = distinct.length; index < 13; index += 1) await register({}, 20 - index);
  await register({ orgUnitId: bank.unit.southOutlet, content: '南边的投诉' }, 5, 'southIntake');
  bank.clock.set(new Date(opened));
  await bank.sweep();
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const north = () => filed.slice(0, 13).map(({ reference }) => reference);
const rows = async (page: Page) => {
  const texts = await page.getByRole('table').locator('tbody').getByRole('row').allInnerTexts();
  return texts.map((text) => /TS-\d{4}-\d{6}/.exec(text)?.[0]);
};
const open = async () => {
  const page = await bank.visit({ as: 'office', path: '/worklist' });
  await eventually(() => rows(page), north().slice(0, 10));
  return page;
};
const pane = (page: Page) => page.getByRole('region', { name: '所选投诉' });

test('the nearest clock comes first; pages follow each other; other branches are not there', async () => {
  const page = await open();
  await appears(page.getByText('1 件已经超期，最久一件超期 6 小时'));
  await appears(page.getByText('第 1–10 行，共 13 行'));
  await page.getByRole('button', { name: '下一页' }).click();
  await eventually(() => rows(page), north().slice(10));
  await appears(page.getByText('第 11–13 行，共 13 行'));
  await page.getByRole('button', { name: '上一页' }).click();
  await eventually(() => rows(page), north().slice(0, 10));
});

test('each count is the number of rows behind it', async () => {
  const page = await open();
  const counts = page.getByRole('group', { name: '按状态筛选' });
  await eventually(() => counts.getByText('–').count(), 0);
  for (const button of await counts.getByRole('button').all()) {
    const [count = ''] = /\d+/.exec(await button.innerText()) ?? [];
    await button.click();
    const range = page.getByText(new RegExp(`行，共 ${count} 行`));
    await appears((count === '0' ? page.getByText('没有符合筛选条件的投诉') : range).first());
  }
});

const choices: readonly (readonly [label: string, option: string, expected: number[]])[] = [
  ['状态', '已受理', []],
  ['等级', '建议性', [3]],
  ['渠道', '信函', [1]],
  ['风险标识', '法律纠纷', [4]],
  ['投诉类别', '系统故障', [2]],
  ['超期', '是', [0]],
];

const openFilters = async () => {
  const page = await open();
  await page.getByRole('button', { name: /^筛选/ }).click();
  const panel = page.getByRole('region', { name: '筛选条件' });
  await appears(panel);
  return { page, panel };
};
const expectRows = (page: Page, expected: readonly number[]) =>
  expected.length === 0
    ? page.getByText('没有符合筛选条件的投诉').waitFor()
    : eventually(
        () => rows(page),
        expected.map((index) => filed[index]?.reference),
      );

test('every choice narrows the list, and clearing them brings all back', async () => {
  const { page, panel } = await openFilters();
  for (const [label, option, expected] of choices) {
    await panel.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await page.keyboard.press('Escape');
    await expectRows(page, expected);
    await panel.getByRole('button', { name: '清除全部' }).click();
    await appears(page.getByText('共 13 行'));
  }
});

test('a unit, typed by name, narrows the list to it and those below', async () => {
  const { page, panel } = await openFilters();
  const unit = panel.getByRole('combobox', { name: '机构（含辖内）' });
  await unit.fill('北门网');
  await page.getByRole('option', { name: /^北门网点/ }).click();
  await appears(page.getByText('共 12 行'));
  expect(await rows(page)).not.toContain(filed[5]!.reference);
});

test('days of receipt narrow the list', async () => {
  const { page, panel } = await openFilters();
  const dayOf = (hoursAgo: number) => new Date(opened - (hoursAgo - 8) * hour).toISOString().slice(0, 10);
  const received = filed.slice(0, 13).map((_, index) => dayOf(index === 0 ? 30 : 20 - index));
  const first = received[0]!;
  const then = received.flatMap((day, index) => (day === first ? [index] : []));
  await panel.getByLabel('收到时间至').fill(first);
  await expectRows(page, then.slice(0, 10));
  await panel.getByLabel('收到时间从').fill(dayOf(0));
  await (dayOf(0) === first ? expectRows(page, then.slice(0, 10)) : expectRows(page, []));
});

test('words, a whole phone number and a whole id number find the one complaint', async () => {
  const { page, panel } = await openFilters();
  const find = async (label: string, text: string, expected: number[]) => {
    await panel.getByLabel(label).fill(text);
    await page.keyboard.press('Tab');
    await expectRows(page, expected);
    await panel.getByLabel(label).fill('');
    await page.keyboard.press('Tab');
    await appears(page.getByText('共 13 行'));
  };
  await find('关键词或编号', '重复扣收', [6]);
  await find('关键词或编号', filed[2]!.reference, [2]);
  await find('客户手机（完整号码）', '13900007777', [6]);
  await find('客户手机（完整号码）', '13900007778', []);
  await find('证件号码（完整）', '11010519491231002X', [6]);
  await find('客户手机（完整号码）', '1390000', []);
  await panel.getByLabel('关键词或编号').fill('重复扣收');
  await panel.getByLabel('客户手机（完整号码）').fill('13900007777');
  await page.keyboard.press('Tab');
  await expectRows(page, [6]);
  await panel.getByRole('button', { name: '清除全部' }).click();
  await appears(page.getByText('共 13 行'));
  await eventually(
    () =>
      panel
        .getByLabel(/关键词|客户手机/)
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
    ['', ''],
  );
});

test('J, K and Enter move through the rows and open one', async () => {
  const page = await open();
  await appears(pane(page).getByText(filed[0]!.reference));
  await page.keyboard.press('j');
  await appears(pane(page).getByText(filed[1]!.reference));
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await appears(pane(page).getByText(filed[1]!.reference));
  await page.keyboard.press('o');
  await appears(page.getByRole('heading', { level: 1, name: '信件反映排队太久' }));
  await page.keyboard.press('Escape');
  await appears(page.getByRole('heading', { level: 1, name: '工作台' }));
});

test('the search box finds from every page', async () => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('闪退');
  await page.keyboard.press('Enter');
  await appears(page.getByRole('heading', { level: 1, name: '投诉', exact: true }));
  await expectRows(page, [2]);
});

test('a row changed by somebody else is replaced where it stands', async () => {
  const page = await open();
  const row = page.getByRole('row').filter({ hasText: filed[3]!.reference });
  expect(await row.innerText()).not.toContain('officeClerk');
  const { complaint } = await bank.ask('officeClerk', 'query ($id: ID!) { complaint(id: $id) { version } }', {
    id: filed[3]!.id,
  });
  await bank.ask('officeClerk', CLAIM, { id: filed[3]!.id, version: complaint.version });
  await appears(row.getByText('员工officeClerk'));
  expect(await rows(page)).toEqual(north().slice(0, 10));
});

test('what an app registers meanwhile waits behind a button, so that rows do not jump', async () => {
  const page = await bank.visit({ as: 'office', path: '/complaints' });
  await eventually(async () => (await rows(page)).length, 10);
  const before = await rows(page);
  await register({ content: '刚刚进来的投诉' });
  const arrived = page.getByRole('button', { name: '1 件新投诉，点此显示' });
  await appears(arrived);
  expect(await rows(page)).toEqual(before);
  await arrived.click();
  await eventually(async () => (await rows(page))[0], filed.at(-1)?.reference);
  await vanishes(arrived);
});
