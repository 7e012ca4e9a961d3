import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { appears, eventually, openConsole, password, vanishes, type Console } from '../harness/console.js';
import { planning } from '../plans.js';

let bank: Console;
let plans: ReturnType<typeof planning>;
beforeAll(async () => {
  bank = await openConsole({ isDemo: true });
  plans = planning(bank as never);
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

/** Presses a verb of the page and its twin in the dialog that asks about it. */
async function confirm(page: Page, verb: string, fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: verb });
  await fill?.(dialog);
  await dialog.getByRole('button', { name: new RegExp(`^${verb}`) }).click();
  await vanishes(dialog);
}

/** Finds a unit or somebody in a field that looks them up. */
async function pick(page: Page, label: string, text: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  await page.getByRole('option', { name: option }).first().click();
}

/** What gives rights asks once more who one is; in the demo bank the password will do. */
async function prove(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '再次验证' });
  await dialog.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await vanishes(dialog);
}

test('a version is reviewed by its differences, sent back with a reason, and published', async () => {
  const draft = await plans.draft({ principles: '先安抚，后处理' });
  await plans.submit(draft);
  const leader = await bank.visit({ as: 'northLeader', path: '/plans' });
  await leader.getByRole('button', { name: /待审核/ }).click();
  await leader.getByRole('link', { name: '第 1 版' }).click();
  await appears(leader.getByRole('heading', { level: 1, name: '北分行预案' }));
  // The first plan of a unit is read against the one that it went by before.
  const against = leader.getByRole('region', { name: '版本差异' });
  await appears(against.getByRole('combobox', { name: '与哪一版比较' }).getByText('总行第 1 版'));
  await appears(against.getByRole('row', { name: /处理原则.*先安抚，后处理/ }));
  await confirm(leader, '退回修改', async (dialog) => {
    await dialog.getByRole('button', { name: '退回修改' }).click();
    await appears(dialog.getByText('必填'));
    await dialog.getByLabel('原因').fill('请写明职责');
  });
  const writer = await bank.visit({ as: 'office', path: `/plans/${draft.id}` });
  await appears(writer.getByText('退回修改：请写明职责'));
  expect(await writer.getByRole('button', { name: '发布' }).count()).toBe(0);
  await confirm(writer, '提交审核');
  await appears(writer.getByText('待审核').first());
  await leader.reload();
  await confirm(leader, '发布');
  await appears(leader.getByText('正在查看'));
  await eventually(async () => (await plans.read(draft.id)).state, 'PUBLISHED');
  const next = await plans.submit(await plans.draft({ principles: '客户至上' }));
  await leader.goto(`/plans/${next.id}`);
  const differences = leader.getByRole('region', { name: '版本差异' });
  await appears(differences.getByRole('row', { name: /处理原则.*先安抚，后处理.*客户至上/ }));
});

test('a preset is adopted, its vacancy filled, the draft submitted, published by a leader and signed for', async () => {
  const admin = await bank.visit({ as: 'admin', path: '/plans' });
  await admin.getByRole('link', { name: '套用模板' }).click();
  await admin.getByRole('radio', { name: /^D5 银行投诉处理应急预案模板/ }).check();
  await pick(admin, '适用机构', '南分行', /南分行/);
  await appears(admin.getByRole('row', { name: /升级等待（E2 投诉管理部门） 15 分钟/ }).first());
  await admin.getByRole('button', { name: '设立领导小组' }).click();
  await admin.getByRole('button', { name: '套用模板' }).click();
  await appears(admin.getByText('必填'));
  await pick(admin, '组长', 'vice', /员工vice/);
  await pick(admin, '其他成员选填', 'director', /员工director/);
  await admin.getByRole('button', { name: '套用模板' }).click();
  await prove(admin);
  await appears(admin.getByText('还有 1 个岗位空缺，补齐后才能发布（模板 D5）'));
  await appears(admin.getByText('空缺：组长'));
  for (const verb of ['修改', '提交审核', '发布'])
    expect(await admin.getByRole('button', { name: verb }).count()).toBe(0);
  const draft = new URL(admin.url()).pathname;

  const desk = await bank.visit({ as: 'southOffice', path: draft });
  await confirm(desk, '提交审核');
  const leader = await bank.visit({ as: 'vice', path: draft });
  await leader.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = leader.getByRole('dialog', { name: '发布' });
  await dialog.getByRole('button', { name: /^发布/ }).click();
  await appears(dialog.getByText('预案要求的岗位还有 1 个空缺，不能发布：投诉处理中心 – 组长'));

  await admin.getByRole('link', { name: '去应急组织设立' }).click();
  await admin.getByRole('button', { name: '设立', exact: true }).click();
  const form = admin.getByRole('dialog', { name: '设立应急组织' });
  await form.getByRole('combobox', { name: '类型' }).click();
  await admin.getByRole('option', { name: '投诉处理中心' }).click();
  await form.getByLabel('名称').fill('南分行投诉处理中心');
  await form.getByRole('combobox', { name: '所属机构' }).fill('南分行');
  await admin
    .getByRole('option', { name: /南分行/ })
    .first()
    .click();
  await form.getByRole('combobox', { name: '组长', exact: true }).fill('southIntake');
  await admin.getByRole('option', { name: /员工southIntake/ }).click();
  await form.getByRole('button', { name: /^设立应急组织/ }).click();
  await vanishes(form);

  await dialog.getByRole('button', { name: /^发布/ }).click();
  await vanishes(dialog);
  await appears(leader.getByText('已发布').first());
  await desk.reload();
  await desk.getByRole('button', { name: '签收 南分行' }).click();
  await appears(desk.getByText('已签收 1 个机构，共 1 个'));
});

test('whoever is chosen for a demanded place holds it by the demanded post', async () => {
  const page = await bank.visit({ as: 'admin', path: '/plans/adopt' });
  await page.getByRole('radio', { name: /^D2 / }).check();
  await pick(page, '适用机构', '北门支行', /北门支行/);
  await page.getByRole('button', { name: '设立领导小组' }).click();
  await pick(page, '组长：行长', 'northLeader', /员工northLeader/);
  await pick(page, '副组长：分管副行长选填', 'northDeputy', /员工northDeputy/);
  await page.getByRole('button', { name: '套用模板' }).click();
  await prove(page);
  await appears(page.getByText(/^还有 \d 个岗位空缺，补齐后才能发布（模板 D2）$/));
  await appears(page.getByText('空缺：成员：部门负责人'));
  expect(await page.getByText(/空缺：(组长：行长|副组长)/).count()).toBe(0);
});

test('staff of a unit with duties find the plan, read it and sign; who has no right is offered nothing', async () => {
  const duties = [
    { orgUnitId: bank.unit.northOutlet, text: '当日登记，当日上报' },
    { orgUnitId: bank.unit.northSub, text: '督促网点' },
  ];
  const { id } = await plans.issue({ name: null, duties });
  const page = await bank.visit({ as: 'teller', path: '/plans' });
  const waiting = page.getByRole('button', { name: /待本机构签收/ });
  await eventually(() => waiting.innerText().then((text) => text.replaceAll(/\s/g, '')), '1待本机构签收');
  await waiting.click();
  await page.getByRole('link', { name: '北分行预案' }).click();
  await appears(page.getByText('已签收 0 个机构，共 2 个'));
  await page.getByRole('button', { name: '签收 北门网点' }).click();
  await appears(page.getByText('已签收 1 个机构，共 2 个'));
  await appears(page.getByText(/^员工teller 于 .* 签收$/));
  for (const verb of ['签收 北门支行', '签收 北门网点', '修改', '提交审核', '退回修改', '发布', '废止', '起草新版本'])
    await eventually(() => page.getByRole('button', { name: verb, exact: true }).count(), 0);
  expect((await plans.read(id)).receipts).toContainEqual(
    expect.objectContaining({ acknowledgedBy: { username: 'teller' } }),
  );
});

test('another version is begun from the one in force, and a retired plan leaves its unit to the one above', async () => {
  const writer = await bank.visit({ as: 'northDeputy', path: '/plans' });
  await writer.getByRole('button', { name: '起草预案' }).click();
  const form = writer.getByRole('dialog', { name: '起草预案' });
  await form.getByRole('combobox', { name: '类型' }).click();
  await writer.getByRole('option', { name: '专项预案' }).click();
  await form.getByRole('button', { name: /^起草预案/ }).click();
  await appears(form.getByText('新预案须有名称'));
  await form.getByLabel('预案名称').fill('系统升级专项预案');
  await form.getByRole('button', { name: /^起草预案/ }).click();
  await appears(writer.getByRole('heading', { level: 1, name: '修改系统升级专项预案（第 1 版）' }));
  await writer.getByRole('button', { name: '返回查看' }).click();
  await appears(writer.getByText('其中的时限和升级规则目前只供查阅', { exact: false }));
  await confirm(writer, '提交审核');
  await appears(writer.getByText('本人起草、修改或提交的版本，须由领导小组其他成员审核发布。').first());
  const leader = await bank.visit({ as: 'northLeader', path: new URL(writer.url()).pathname });
  await confirm(leader, '发布');
  await confirm(leader, '起草新版本');
  await appears(leader.getByRole('heading', { level: 1, name: '修改系统升级专项预案（第 2 版）' }));
  await writer.reload();
  await confirm(writer, '废止', (dialog) => dialog.getByLabel('原因').fill('升级已完成'));
  await appears(writer.getByText('废止原因：升级已完成'));
});
