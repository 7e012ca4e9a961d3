import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { COMPLAINT, plainComplaint, progress, RECORD, REGISTER, type PersonName } from '../harness/bank.js';
import { appears, eventually, openConsole, phone, vanishes, type Console } from '../harness/console.js';

let bank: Console;

beforeAll(async () => {
  bank = await openConsole();
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const register = async (more: object = {}) => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
  return (await bank.ask('app', REGISTER('id reference version trackingCode'), { input })).registerComplaint;
};
const open = async ({ id }: { id: string }, as: PersonName = 'office') => {
  const page = await bank.visit({ as, path: `/complaints/${id}/show` });
  await page.getByRole('group', { name: '可办事项' }).or(page.getByText('没有需要您办理的事项')).first().waitFor();
  return page;
};
const action = (page: Page, name: string) =>
  page.getByRole('group', { name: '可办事项' }).getByRole('button', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const send = (page: Page, name: string) =>
  dialog(page, name)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
const asked = async (id: string, fields: string) => (await bank.ask('office', COMPLAINT(fields), { id })).complaint;

test('the page shows what was said, how far it has come, the clock, and the customer masked', async () => {
  const complaint = await register({
    content: '转账一直显示处理中',
    categoryCode: 'SYSTEM_FAILURE',
    complainant: {
      name: '欧阳修远',
      phone: '13812340000',
      idNumber: '11010519491231002X',
      email: 'xiuyuan@example.com',
    },
  });
  const page = await open(complaint);
  await appears(page.getByRole('heading', { level: 1, name: '转账一直显示处理中' }));
  expect(await page.title()).toBe(`投诉 ${complaint.reference} · 接诉`);
  await appears(page.getByRole('list', { name: '环节' }).getByRole('listitem').filter({ hasText: '登记当前' }));
  await appears(page.getByText(/剩余 23 小时|剩余 24 小时/).first());
  await appears(page.getByRole('definition').filter({ hasText: '系统故障' }));
  await appears(page.getByText('138****0000'));
  const text = await page.locator('body').innerText();
  for (const secret of ['欧阳修远', '13812340000', '11010519491231002X', 'xiuyuan@example.com'])
    expect(text).not.toContain(secret);
  await appears(page.getByRole('list', { name: '经过' }).getByText('登记投诉'));
});

test('telling the customer of progress meets the first response clock', async () => {
  const complaint = await register();
  const page = await open(complaint);
  await action(page, '登记沟通').click();
  await send(page, '登记沟通');
  await appears(dialog(page, '登记沟通').getByText('请写下说了什么'));
  await dialog(page, '登记沟通').getByLabel('说了什么').fill('已电话告知三日内答复');
  await page.keyboard.press('Control+Enter');
  await vanishes(dialog(page, '登记沟通'));
  await appears(page.getByText('按时完成').first());
  await appears(page.getByRole('list', { name: '经过' }).getByText('已电话告知三日内答复'));
  const { clocks } = await asked(complaint.id, 'clocks { kind state }');
  expect(clocks).toContainEqual({ kind: 'FIRST_RESPONSE', state: 'MET' });
});

test('another level is given for a reason, and its ends are reckoned anew', async () => {
  const complaint = await register();
  const before = await asked(complaint.id, 'level clocks { kind dueAt }');
  const page = await open(complaint);
  await page.getByRole('group', { name: '可办事项' }).getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '调整等级' }).click();
  await send(page, '调整等级');
  await appears(dialog(page, '调整等级').getByText('请选择另一个等级'));
  await appears(dialog(page, '调整等级').getByText('请写明调整原因'));
  await dialog(page, '调整等级').getByText('重大', { exact: true }).click();
  await dialog(page, '调整等级').getByLabel('原因').fill('涉及多名客户');
  await page.keyboard.press('Control+Enter');
  await vanishes(dialog(page, '调整等级'));
  const story = page.getByRole('list', { name: '经过' });
  await appears(story.getByText('调整等级：一般 → 重大'));
  await appears(story.getByText('涉及多名客户'));
  const after = await asked(complaint.id, 'level clocks { kind dueAt }');
  expect(after.level).toBe('MAJOR');
  expect(after.clocks).not.toEqual(before.clocks);
});

test('a simple complaint is resolved at once, but only with the customer’s consent', async () => {
  const complaint = await register({ categoryCode: 'SERVICE_QUALITY' });
  const page = await open(complaint);
  await action(page, '当场解决').click();
  const form = dialog(page, '当场解决');
  await form.getByLabel('怎么解决的').fill('当面致歉并办结业务');
  await send(page, '当场解决');
  await appears(form.getByText('须客户同意，才能当场解决'));
  await form.getByRole('checkbox', { name: '客户同意当场解决' }).check();
  await send(page, '当场解决');
  await vanishes(form);
  await appears(page.getByRole('list', { name: '环节' }).getByRole('listitem').filter({ hasText: '答复当前' }));
  expect(await asked(complaint.id, 'status resolutionSummary')).toEqual({
    status: 'REPLIED',
    resolutionSummary: '当面致歉并办结业务',
  });
});

test('an escalation is raised with a reason and stands in the timeline', async () => {
  const complaint = await register();
  const page = await open(complaint);
  await action(page, '升级').click();
  const form = dialog(page, '升级');
  await form.getByRole('radio', { name: 'E3 领导小组' }).check();
  await form.getByLabel('原因').fill('客户称将联系媒体');
  await send(page, '升级');
  await vanishes(form);
  await appears(page.getByRole('list', { name: '经过' }).getByText('客户称将联系媒体'));
  const { escalations } = await asked(complaint.id, 'escalations { trigger level status cause }');
  expect(escalations).toEqual([expect.objectContaining({ trigger: 'MANUAL', level: 'E3', status: 'OPEN' })]);
});

test('what cannot be done now stays visible and says why', async () => {
  const page = await open(await register({ level: 'MAJOR' }));
  await appears(page.getByText('当场解决，现在不能办理：重大、紧急投诉不能当场解决'));
  expect(await action(page, '当场解决').count()).toBe(0);
});

test('what somebody else does appears by itself', async () => {
  const complaint = await register();
  const page = await open(complaint);
  const input = {
    ...progress({ summary: '同事已致电客户' }),
    idempotencyKey: crypto.randomUUID(),
    expectedVersion: complaint.version,
  };
  await bank.ask('officeClerk', RECORD, { id: complaint.id, input });
  await appears(page.getByRole('list', { name: '经过' }).getByText('同事已致电客户'));
  await appears(page.getByText('按时完成').first());
});

test('of two who act at the same time the second is told, sees the latest and can do it again', async () => {
  const complaint = await register();
  const page = await open(complaint);
  await action(page, '登记沟通').click();
  const form = dialog(page, '登记沟通');
  await form.getByLabel('说了什么').fill('第二个电话');
  const input = {
    ...progress({ summary: '第一个电话' }),
    idempotencyKey: crypto.randomUUID(),
    expectedVersion: complaint.version,
  };
  await bank.ask('officeClerk', RECORD, { id: complaint.id, input });
  await send(page, '登记沟通');
  await appears(form.getByText('有人刚更新了这件投诉，已为您载入最新内容。'));
  expect(await form.getByLabel('说了什么').inputValue()).toBe('第二个电话');
  await appears(form.getByRole('region', { name: '刚刚的改动' }).getByText('员工officeClerk'));
  await form.getByRole('button', { name: '按最新内容重做' }).click();
  await vanishes(form);
  const { contacts } = await asked(complaint.id, 'contacts(limit: 10) { summary }');
  expect(contacts.map(({ summary }: { summary: string }) => summary)).toEqual(
    expect.arrayContaining(['第一个电话', '第二个电话']),
  );
});

test('what one may not see looks like what is not there', async () => {
  const { id } = await register();
  const look = async (path: string) => {
    const page = await bank.visit({ as: 'southOffice', path });
    await page.getByText('未找到该投诉，或您无权查看。').waitFor();
    return page.getByRole('main').innerText();
  };
  const hidden = await look(`/complaints/${id}/show`);
  expect(await look('/complaints/01a20000-0000-7000-8000-000000000000/show')).toBe(hidden);
  expect(await look('/complaints/nonsense/show')).toBe(hidden);
});

test('customers follow their complaint by its code on a phone, without signing in', async () => {
  const complaint = await register({ content: '只有银行能看的内容' });
  const input = {
    ...progress({ summary: '我行已为您核对账目' }),
    idempotencyKey: crypto.randomUUID(),
    expectedVersion: complaint.version,
  };
  await bank.ask('office', RECORD, { id: complaint.id, input });
  const page = await bank.visit({ path: '/track', ...phone });
  await page.getByRole('button', { name: '查询' }).click();
  await appears(page.getByText('请填写查询码'));
  await page.getByLabel('查询码').fill('AAAA-BBBB-CCCC-DDDD');
  await page.keyboard.press('Enter');
  await appears(page.getByText('没有查到。'));
  await page.getByLabel('查询码').fill(complaint.trackingCode.toLowerCase());
  await page.getByRole('button', { name: '查询' }).click();
  await appears(page.getByRole('heading', { level: 1, name: complaint.reference }));
  await appears(page.getByText('我行已为您核对账目'));
  expect(await page.locator('body').innerText()).not.toMatch(/只有银行能看|张三丰|1380000|员工/);
  expect(page.url()).not.toContain(complaint.trackingCode);
  const isWider = () => document.documentElement.scrollWidth > innerWidth;
  await eventually(() => page.evaluate(isWider), false);
});
