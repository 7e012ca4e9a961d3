import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { plainComplaint, REGISTER } from '../harness/bank.js';
import { appears, eventually, openConsole, password, vanishes, type Console } from '../harness/console.js';

let bank: Console;
beforeAll(async () => {
  bank = await openConsole({ isDemo: true });
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const line = (page: Page, name: string) => page.getByRole('treeitem', { name });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('an administrator lands on what waits, and every number opens what it counts', async () => {
  const page = await bank.visit({ as: 'admin' });
  await appears(page.getByRole('heading', { name: '待办' }));
  await appears(page.getByText('没有需要处理的事项。'));
});

test('the tree is walked with the keyboard, opens one level at a time, and shows the unit beside it', async () => {
  const asked: string[] = [];
  const page = await bank.visit({ as: 'admin', path: '/units' });
  await appears(line(page, '南分行'));
  page.on('request', (request) => {
    if (request.postData()?.includes('query UnitRows')) asked.push(request.postDataJSON().variables.filter.parentId);
  });
  await line(page, '南分行').focus();
  await page.keyboard.press('ArrowUp');
  await eventually(async () => (await focused(page)).startsWith('北分行'), true);
  expect(await line(page, '北分行').getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('ArrowRight');
  await appears(line(page, '北门支行'));
  expect(asked).toEqual([bank.unit.north]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await appears(page.getByRole('heading', { level: 2, name: '北门支行' }));
  await appears(page.getByText('辖内员工 3 人'));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await vanishes(line(page, '北门支行'));
  await page.keyboard.press('End');
  await eventually(async () => (await focused(page)).startsWith('南分行'), true);
});

test('a unit is found by name, and the tree opens along the way to it', async () => {
  const page = await bank.visit({ as: 'admin', path: '/units' });
  await page.getByRole('searchbox', { name: '名称或机构号' }).fill('南门');
  await page.getByRole('button', { name: /南门网点/ }).click();
  await appears(page.getByRole('heading', { level: 2, name: '南门网点' }));
  await eventually(() => line(page, '南门网点').getAttribute('aria-selected'), 'true');
});

test('a unit is added, renamed and closed', async () => {
  const page = await bank.visit({ as: 'admin', path: `/units/${bank.unit.south}` });
  await page.getByRole('button', { name: '新增下级' }).click();
  const form = page.getByRole('dialog', { name: '新增下级' });
  await form.getByLabel('名称').fill('南湖网点');
  await form.getByLabel('机构号').fill('1000');
  await form.getByRole('combobox', { name: '类型' }).click();
  await page.getByRole('option', { name: '网点' }).click();
  await vanishes(page.getByRole('listbox'));
  await page.keyboard.press('Control+Enter');
  await appears(form.getByText('该机构号已被使用'));
  await form.getByLabel('机构号').fill('2002');
  await page.keyboard.press('Control+Enter');
  await appears(page.getByRole('heading', { level: 2, name: '南湖网点' }));
  await appears(page.getByText('没有投诉处理小组'));
  await page.getByRole('button', { name: '改名' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('南湖支点');
  await page.keyboard.press('Control+Enter');
  await appears(page.getByRole('heading', { level: 2, name: '南湖支点' }));
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /停用/ }).click();
  await eventually(() => page.getByRole('button', { name: '改名' }).count(), 0);
});

test('a move shows beforehand who gains and who loses, and meets what somebody else has changed', async () => {
  const page = await bank.visit({ as: 'admin', path: `/units/${bank.unit.northSub}` });
  await page.getByRole('button', { name: '移动' }).click();
  const form = page.getByRole('dialog', { name: '移动' });
  await form.getByRole('combobox', { name: '新的上级行' }).fill('南分行');
  await page.getByRole('option', { name: /南分行/ }).click();
  const consequences = form.getByRole('region', { name: '移动的影响' });
  await appears(consequences.getByText('一并划转：2 个机构、3 名员工、1 个应急组织。'));
  await appears(consequences.getByText('失去权限 7 人'));
  await appears(consequences.getByText('员工southOffice'));
  const rename = `mutation ($id: ID!) { updateOrgUnit(id: $id, input: { expectedVersion: 1, name: "北门中心支行" }) { id } }`;
  await bank.ask('admin', rename, { id: bank.unit.northSub });
  await page.keyboard.press('Control+Enter');
  await appears(form.getByRole('region', { name: '他人刚刚的改动' }).getByText('+ 北门中心支行').first());
  await appears(consequences);
  await page.keyboard.press('Control+Enter');
  await appears(page.getByRole('dialog', { name: '再次验证身份' }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await vanishes(form);
  await appears(page.getByRole('heading', { level: 2, name: '北门中心支行' }));
  const back = `mutation ($id: ID!, $to: ID!) { moveOrgUnit(id: $id, input: { expectedVersion: 3, parentId: $to }) { pathNames } }`;
  expect(await bank.ask('admin', back, { id: bank.unit.northSub, to: bank.unit.north })).toMatchObject({
    moveOrgUnit: { pathNames: ['总行', '北分行', '北门中心支行'] },
  });
});

test('a role is granted with the keyboard alone', async () => {
  const page = await bank.visit({ as: 'admin', path: '/grants' });
  const button = page.getByRole('button', { name: '授予岗位' });
  await appears(button);
  const tabTo = async (name: string) => {
    for (let step = 0; step < 40; step += 1) {
      const label = await page.evaluate(() => {
        const each = document.activeElement as HTMLInputElement | null;
        if (!each?.matches('input, button, [role=combobox]')) return '';
        const labels = [...(each?.labels ?? [])].map((one) => one.textContent);
        const by = each?.getAttribute('aria-labelledby')?.split(' ') ?? [];
        return [...labels, ...by.map((id) => document.getElementById(id)?.textContent), each?.textContent].join(' ');
      });
      if (label.includes(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${name}`);
  };
  await tabTo('授予岗位');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: '授予岗位' });
  await appears(form);
  await tabTo('员工');
  await page.keyboard.type('southTeller');
  await appears(page.getByRole('option', { name: /员工southTeller/ }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo('岗位');
  await page.keyboard.press('Enter');
  await appears(page.getByRole('listbox'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await vanishes(page.getByRole('listbox'));
  await tabTo('机构');
  await page.keyboard.type('南门');
  await appears(page.getByRole('option', { name: /南门网点/ }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  // The demo has no second factor: the password is asked once more, and the field has the focus.
  await appears(page.getByRole('dialog', { name: '再次验证身份' }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await vanishes(form);
  await appears(page.getByText('已提交授权：经办岗'));
  const query = `query ($id: ID!) { roleGrants(staffId: $id) { items { role state withSubtree orgUnit { name } } } }`;
  expect(await bank.ask('admin', query, { id: bank.staff.southTeller })).toEqual({
    roleGrants: { items: [{ role: 'HANDLER', state: 'EFFECTIVE', withSubtree: true, orgUnit: { name: '南门网点' } }] },
  });
});

test('what one administrator granted waits for another, who finds it on the landing page', async () => {
  const id = bank.staff.reviewer;
  const waitFor = (grantedBy: string | null) =>
    bank.app.pool.query('update role_grant set approved_at = null, granted_by_id = $2 where staff_id = $1', [
      id,
      grantedBy,
    ]);
  await waitFor(bank.staff.admin);
  const page = await bank.visit({ as: 'admin' });
  await page.getByRole('link', { name: '1 项岗位授权待复核' }).click();
  await appears(page.getByRole('heading', { level: 1, name: '岗位授权' }));
  await appears(page.getByText('须由另一名系统管理员复核。').first());
  expect(await page.getByRole('button', { name: '复核', exact: true }).count()).toBe(0);
  await waitFor(null);
  await page.reload();
  await page.getByRole('button', { name: '复核', exact: true }).click();
  await page.getByRole('dialog', { name: '复核' }).getByRole('button', { name: /复核/ }).click();
  await page.getByRole('dialog', { name: '再次验证身份' }).getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await appears(page.getByText('已复核：员工reviewer 审核岗'));
  await appears(page.getByText('没有符合条件的授权'));
});

test('a person is found by unit and role, and their page says what they hold and lets it be taken back', async () => {
  const page = await bank.visit({ as: 'admin', path: '/staff' });
  await page.getByRole('combobox', { name: /岗位/ }).click();
  await page.getByRole('option', { name: '经办岗' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '员工handler' }).click();
  await appears(page.getByRole('heading', { level: 1, name: '员工handler' }));
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('dialog', { name: '撤销' }).getByRole('button', { name: /撤销/ }).click();
  await appears(page.getByText('已终止'));
  await page.goto(`/staff/${bank.staff.northLeader}`);
  await appears(page.getByText('LEADERSHIP_GROUP north'));
});

test('the console says why a person can see a complaint, and that nothing lets them', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet });
  const { reference } = (await bank.ask('app', REGISTER(), { input })).registerComplaint;
  const page = await bank.visit({ as: 'admin', path: `/staff/${bank.staff.northLeader}` });
  await page.getByRole('button', { name: '为什么能看到' }).click();
  const dialog = page.getByRole('dialog', { name: '为什么能看到' });
  await dialog.getByLabel('投诉编号').fill(reference);
  await page.keyboard.press('Enter');
  await appears(dialog.getByText(`员工northLeader可以查看投诉 ${reference}。`));
  await appears(dialog.getByText(/任LEADERSHIP_GROUP north组长/));
  await dialog.getByLabel('投诉编号').fill('TS-1999-000001');
  await page.keyboard.press('Enter');
  await appears(dialog.getByText('没有这个投诉编号或机构'));
  await page.goto(`/staff/${bank.staff.teller}`);
  await page.getByRole('button', { name: '为什么能看到' }).click();
  await dialog.getByText('一个机构的投诉').click();
  await dialog.getByRole('button', { name: '查询' }).click();
  await appears(dialog.getByText(/没有查看北门网点投诉的岗位/));
});

test('somebody is entered with a first password, and leaves', async () => {
  const page = await bank.visit({ as: 'admin', path: '/staff' });
  await page.getByRole('button', { name: '新增员工' }).click();
  const form = page.getByRole('dialog', { name: '新增员工' });
  await form.getByLabel('姓名').fill('林小满');
  await form.getByLabel('工号').fill('linxiaoman');
  await form.getByRole('combobox', { name: '所在机构' }).fill('南门');
  await page.getByRole('option', { name: /南门网点/ }).click();
  await form.getByRole('button', { name: '随机生成' }).click();
  expect(await form.getByLabel('初始密码').inputValue()).toMatch(/^\w{16}$/);
  await page.keyboard.press('Control+Enter');
  await appears(page.getByRole('heading', { level: 1, name: '林小满' }));
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /停用/ }).click();
  await appears(page.getByRole('heading', { level: 1, name: '林小满 已停用' }).or(page.getByText('已停用').first()));
});
