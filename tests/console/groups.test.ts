import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Staff } from '../../server/src/org/staff/staff.js';
import { appears, eventually, openConsole, password, vanishes, type Console } from '../harness/console.js';

let bank: Console;
beforeAll(async () => {
  bank = await openConsole({ isDemo: true });
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const groupsOf = async (filter: object) =>
  (
    await bank.ask(
      'admin',
      'query ($filter: LeadershipGroupFilter) { leadershipGroups(filter: $filter) { items { id name members { position staff { id } } } } }',
      { filter },
    )
  ).leadershipGroups.items as { id: string; name: string; members: { position: string; staff: { id: string } }[] }[];

/** Finds somebody in a field that looks people and units up. */
async function pick(page: Page, label: string, text: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option', { name: option }).first().click();
}

/** Rights and keys ask once more who one is; in the demo bank the password will do. */
async function prove(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '再次验证' });
  await dialog.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await vanishes(dialog);
}

test('an administrator appoints a deputy, having seen what it gives, and dismisses them again', async () => {
  const [group] = await groupsOf({ kind: ['HANDLING_TEAM'], orgUnitId: bank.unit.northOutlet });
  const page = await bank.visit({ as: 'admin', path: '/groups' });
  await page.getByRole('link', { name: new RegExp(group!.name) }).click();
  await appears(page.getByText('没有副组长（B 角）'));
  await page.getByRole('button', { name: '任命成员' }).click();
  const dialog = page.getByRole('dialog', { name: '任命成员' });
  await pick(page, '人员', 'teller', /员工teller/);
  await dialog.getByText('副组长', { exact: true }).click();
  await appears(dialog.getByText('取得“经办岗”：北门网点及辖内'));
  await dialog.getByRole('button', { name: '任命成员' }).click();
  await prove(page);
  await vanishes(dialog);
  await appears(page.getByText('副组长：员工teller'));
  await page.getByRole('button', { name: '免去 员工teller' }).click();
  await page.getByRole('dialog', { name: '免去' }).getByRole('button', { name: '免去' }).click();
  await appears(page.getByText('没有副组长（B 角）'));
  const [after] = await groupsOf({ kind: ['HANDLING_TEAM'], orgUnitId: bank.unit.northOutlet });
  expect(after!.members.map(({ staff }) => staff.id)).not.toContain(bank.staff.teller);
});

/** A file as a spreadsheet saves it: parts in ASCII, and parts in GB18030 by their bytes. */
const gb18030 = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

test('a roster is exported, and imported once its mistakes are mended and what it changes was seen', async () => {
  const [group] = await groupsOf({ kind: ['HANDLING_TEAM'], orgUnitId: bank.unit.southOutlet });
  const page = await bank.visit({ as: 'admin', path: `/groups/${group!.id}` });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出名单' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${group!.name}-成员名单.csv`);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toMatch(/^\uFEFF工号,姓名,组内职务,[^\n]*\r\nsouthOutlet,员工southOutlet,组长,/);

  const dialog = page.getByRole('dialog', { name: '导入名单' });
  const choose = (content: string | Buffer) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: '导入名单' }).click();
  await dialog.getByRole('button', { name: '导入名单' }).click();
  await appears(dialog.getByText('请先选择文件'));
  await choose(`${text}southTeller,员工teller,委员,,,,,,,\r\n`);
  await appears(dialog.getByText('名单有 2 处错误，未作任何更改'));
  await appears(dialog.getByText('第 3 行 · 姓名 · 与工号不符'));
  await appears(dialog.getByText('第 3 行 · 组内职务 · 应为组长、副组长或成员'));
  await choose(`${text}southTeller,员工southTeller,副组长,,,,,,,\r\n`);
  await appears(dialog.getByText('任命 1 人，调整 0 人，免去 0 人，不变 1 人'));
  await dialog.getByRole('button', { name: '导入名单' }).click();
  await prove(page);
  await vanishes(dialog);
  await appears(page.getByText('副组长：员工southTeller'));

  await page.getByRole('button', { name: '导入名单' }).click();
  await choose(gb18030('username,position\nsouthOutlet,', [0xd7, 0xe9, 0xb3, 0xa4]));
  await appears(dialog.getByText('任命 0 人，调整 0 人，免去 1 人，不变 1 人'));
  await appears(dialog.getByRole('row', { name: /员工southTeller southTeller/ }));
  await dialog.getByRole('button', { name: '导入名单' }).click();
  await appears(page.getByText('没有副组长（B 角）'));
});

test('the leader cannot be dismissed, and the page says why', async () => {
  const [group] = await groupsOf({ kind: ['OFFICE'], orgUnitId: bank.unit.south });
  const page = await bank.visit({ as: 'admin', path: `/groups/${group!.id}` });
  await appears(page.getByText('应急组织须有一名组长，请直接任命新组长替换。').first());
  expect(await page.getByRole('button', { name: /^免去/ }).count()).toBe(0);
});

/** Takes people out of office, or puts them back. */
const put = (usernames: readonly string[], isActive: boolean) =>
  bank.app.orm.em.fork().nativeUpdate(Staff, { username: { $in: [...usernames] } }, { isActive });

test('the first page says that escalations reach nobody, and leads to where', async () => {
  const leaders = ['president', 'vice', 'northLeader', 'northDeputy'];
  await put(leaders, false);
  const { escalationCoverage } = await bank.ask(
    'admin',
    'query ($id: ID!) { escalationCoverage(orgUnitId: $id) { unreachedCount } }',
    { id: bank.unit.head },
  );
  const count = escalationCoverage.unreachedCount;
  expect(count).toBeGreaterThan(100);
  const page = await bank.visit({ as: 'admin', path: '/home' });
  await page.getByRole('link', { name: `${count} 种情形升级后无人接收` }).click();
  await appears(page.getByText(`${count} 种无人接收。`));
  await put(leaders, true);
});

test('coverage names what is vacant, who is told instead, and leads to the group', async () => {
  const leaders = ['northLeader', 'northDeputy'];
  await put(leaders, false);
  const page = await bank.visit({ as: 'admin', path: '/coverage' });
  await appears(page.getByText('每一种都有在岗人员接收。'));
  await page.getByRole('combobox', { name: '升级原因' }).first().click();
  await page.getByRole('option', { name: '媒体报道' }).click();
  const gap = page.getByRole('row').filter({ hasText: 'E3' }).first();
  await appears(gap.getByText('改由总行接收'));
  await gap.getByRole('link', { name: /LEADERSHIP_GROUP north/ }).click();
  await appears(page.getByText('没有在岗的组长'));
  await put(leaders, true);
});

test('who would be told is shown for one unit, level and cause', async () => {
  const page = await bank.visit({ as: 'admin', path: `/coverage?unit=${bank.unit.northOutlet}` });
  const told = page.getByRole('region', { name: /升级由谁接收$/ });
  await appears(told.getByText('员工office、员工officeClerk'));
  await eventually(() => told.getByRole('listitem').count(), 3);
  await told.getByRole('combobox', { name: '升级原因' }).click();
  await page.getByRole('option', { name: '等级上调' }).click();
  await appears(told.getByText('此等级的投诉不会因此升级'));
});

test('the secret of a new key is shown once, and the key can be revoked', async () => {
  const page = await bank.visit({ as: 'admin', path: '/keys' });
  await page.getByRole('button', { name: '新建接口密钥' }).click();
  const dialog = page.getByRole('dialog', { name: '新建接口密钥' });
  await dialog.getByLabel('用途').fill('自助终端');
  await pick(page, '机构', '北门网点', /北门网点/);
  await dialog.getByRole('button', { name: '新建接口密钥' }).click();
  await prove(page);
  const shown = page.getByRole('dialog', { name: '“自助终端”的密钥' });
  await appears(shown);
  const secret = await shown.locator('code').innerText();
  await shown.getByRole('button', { name: '已妥善保存' }).click();
  await vanishes(shown);
  expect(await page.content()).not.toContain(secret);
  const row = page.getByRole('row').filter({ hasText: '自助终端' });
  await appears(row.getByText('员工admin'));
  await page.getByRole('button', { name: '吊销密钥 自助终端' }).click();
  await page.getByRole('dialog', { name: '吊销密钥' }).getByRole('button', { name: '吊销密钥' }).click();
  await vanishes(row);
  await page.getByText('已吊销', { exact: true }).click();
  await appears(row);
});

test('a code is added, moved up and retired', async () => {
  const page = await bank.visit({ as: 'admin', path: '/codes?list=PRODUCT' });
  await page.getByRole('button', { name: '新增代码' }).click();
  const dialog = page.getByRole('dialog', { name: '新增代码' });
  await dialog.getByLabel('代码', { exact: false }).first().fill('digital_yuan');
  await dialog.getByLabel('中文名称').fill('数字人民币');
  await dialog.getByLabel('英文名称').fill('Digital yuan');
  await dialog.getByRole('button', { name: '新增代码' }).click();
  await vanishes(dialog);
  const codes = async () => (await page.locator('tbody tr td:first-child').allInnerTexts()).slice(-2);
  await eventually(codes, ['OTHER', 'DIGITAL_YUAN']);
  await page.getByRole('button', { name: 'DIGITAL_YUAN 上移' }).click();
  await eventually(codes, ['DIGITAL_YUAN', 'OTHER']);
  await page.getByRole('button', { name: '停用 DIGITAL_YUAN' }).click();
  await page.getByRole('dialog', { name: '停用代码' }).getByRole('button', { name: '停用代码' }).click();
  await appears(page.getByRole('button', { name: '恢复使用 DIGITAL_YUAN' }));
});
