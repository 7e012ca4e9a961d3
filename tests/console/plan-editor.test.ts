import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { appears, eventually, openConsole, password, vanishes, type Console } from '../harness/console.js';
import { planning, RETURN, UPDATE, type Version } from '../plans.js';

let bank: Console;
let plans: ReturnType<typeof planning>;
let draft: Version;
beforeAll(async () => {
  bank = await openConsole({ isDemo: true });
  plans = planning(bank as never);
  draft = await plans.draft();
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

const SAID = `query ($id: ID!) { planVersion(id: $id) { principles basis { title issuedOn source { id } } duties { text orgUnit { code } }
  deskGroup { name } policy { warnShare limits { clock level count unit escalates } leastLevels { categoryCode level } } } }`;
const said = async () => (await bank.ask('office', SAID, { id: draft.id })).planVersion;
const open = (as: 'office' | 'northDeputy' = 'office') => bank.visit({ as, path: `/plans/${draft.id}/edit` });
const save = (page: Page) => page.getByRole('button', { name: /^保存/ });
const limit = (page: Page) => page.getByRole('textbox', { name: '处理时限 重大 数量' });

test('a wrong value is told at its field as it is typed, and is not sent', async () => {
  const page = await open();
  await limit(page).fill('0');
  await appears(page.getByText('应为 1 至 250 的整数'));
  await appears(page.getByRole('navigation', { name: '各部分' }).getByText('1 处有误'));
  await page.getByRole('textbox', { name: '临期比例（%）' }).fill('100');
  await appears(page.getByText('应大于 0、小于 100'));
  await page.getByRole('button', { name: '添加职责' }).click();
  await save(page).click();
  await appears(page.getByText('有误，请先修改：职责分工、时限、暂停、提醒与上报'));
  await appears(page.getByText('必填'));
  expect((await plans.read(draft.id)).version).toBe(draft.version);
  await page.getByRole('button', { name: '放弃修改' }).click();
  await appears(page.getByText('没有未保存的修改'));
  expect(await limit(page).inputValue()).toBe('5');
});

test('what only the server knows is told at its field, too', async () => {
  const page = await open();
  const clause = page.getByRole('textbox', { name: '处理时限 重大 条款' });
  await clause.fill('条'.repeat(41));
  await page.keyboard.press('Control+s');
  await appears(page.getByRole('cell').filter({ has: clause }).getByText(/40/));
  expect((await plans.read(draft.id)).version).toBe(draft.version);
  await clause.fill('D5-五.3(2)');
  await appears(page.getByText('没有未保存的修改'));
});

test('every section is written with fields, and saved as it was typed', async () => {
  const page = await open();
  await page.getByRole('textbox', { name: '处理原则' }).fill('先安抚，后处理');
  await page.getByRole('button', { name: /引用总行《.*》第 1 版/ }).click();
  await page.getByRole('button', { name: '添加文件' }).click();
  const second = page.getByRole('group', { name: '第 2 份依据' });
  await second.getByLabel('文件名称').fill('客户投诉处理管理办法');
  await second.getByLabel('发文日期').fill('2020-09-15');
  await page.getByRole('button', { name: '添加职责' }).click();
  const duty = page.getByRole('group', { name: '第 1 条职责' });
  await duty.getByRole('combobox', { name: '责任机构' }).fill('北门网点');
  await page.getByRole('option', { name: /北门网点/ }).click();
  await duty.getByLabel('职责内容').fill('当日登记，当日上报');
  await page.getByText('应急组织', { exact: true }).last().click();
  await page.getByRole('combobox', { name: '应急组织' }).fill('OFFICE north');
  await page.getByRole('option', { name: /OFFICE north/ }).click();
  await page.getByRole('button', { name: '添加等级下限' }).click();
  await page.getByRole('combobox', { name: '等级下限 第 3 项 投诉类别' }).click();
  await page.getByRole('option').last().click();
  await limit(page).fill('4');
  await page.getByRole('combobox', { name: '处理时限 重大 单位' }).click();
  await page.getByRole('option', { name: '自然日' }).click();
  await page.getByRole('checkbox', { name: '处理时限 重大 升级' }).uncheck();
  await page.getByRole('textbox', { name: '临期比例（%）' }).fill('50');
  await save(page).click();
  await appears(page.getByText('没有未保存的修改'));
  expect(await said()).toMatchObject({
    principles: '先安抚，后处理',
    basis: [{ source: { id: expect.any(String) } }, { title: '客户投诉处理管理办法', issuedOn: '2020-09-15' }],
    duties: [{ text: '当日登记，当日上报', orgUnit: { code: '1101' } }],
    deskGroup: { name: 'OFFICE north' },
    policy: {
      warnShare: 0.5,
      limits: expect.arrayContaining([
        { clock: 'RESOLUTION', level: 'MAJOR', count: 4, unit: 'NATURAL_DAY', escalates: false },
      ]),
    },
  });
  expect((await said()).policy.leastLevels).toHaveLength(3);
});

const HANDLED = `query ($id: ID!) { planVersion(id: $id) { policy { handling { periods { clock count unit clause }
  staleWorkingDays reviews { level mode signOffCount clause } compensationWithoutReview compensationByDesk replyBy
  replyBeforeExecution firstHandlerKeepsGeneral appealWindowDays reopenWindowDays
  routes { categoryCode level orgUnitId groupId clause } } } routeUnits { name } } }`;

test('the rules of handling are written with fields, told at the field where they are wrong, and read afterwards', async () => {
  const page = await open();
  const field = (name: string) => page.getByRole('textbox', { name });
  await field('交接 数量').fill('0');
  await appears(page.getByText('应为 1 至 250 的整数'));
  await field('免审核赔偿额（元）').fill('一百');
  await appears(page.getByText('应为不小于 0 的金额，最多两位小数'));
  await field('免审核赔偿额（元）').fill('200000');
  await appears(page.getByText('不能低于免审核赔偿额'));
  await appears(page.getByRole('navigation', { name: '各部分' }).getByText('2 处有误'));
  await field('交接 数量').fill('2');
  await page.getByRole('checkbox', { name: '回访' }).uncheck();
  await field('长期无进展（工作日）').fill('5');
  await page.getByRole('combobox', { name: '审核方式 紧急' }).click();
  await page.getByRole('option', { name: '领导小组审批' }).click();
  await field('审核方式 紧急 会签人数').fill('2');
  await field('审核方式 紧急 条款').fill('D4-四.2(2)');
  await field('免审核赔偿额（元）').fill('200');
  await page.getByRole('radio', { name: '承办部门' }).check();
  await page.getByRole('checkbox', { name: '先答复后执行' }).uncheck();
  await page.getByRole('checkbox', { name: '首问自办一般投诉' }).check();
  await field('申诉期限（天）').fill('60');
  await page.getByRole('button', { name: '添加分派规则' }).click();
  await save(page).click();
  await appears(page.getByText('有误，请先修改：办理规则'));
  await page.getByRole('combobox', { name: '分派规则 第 1 项 投诉类别' }).click();
  await page.getByRole('option', { name: '欺诈' }).click();
  await page.getByRole('combobox', { name: '分派规则 第 1 项 机构或部门' }).fill('北门网点');
  await page.getByRole('option', { name: /北门网点/ }).click();
  await field('分派规则 第 1 项 条款').fill('D2-四.3');
  await save(page).click();
  await appears(page.getByText('没有未保存的修改'));
  const { policy, routeUnits } = (await bank.ask('office', HANDLED, { id: draft.id })).planVersion;
  expect(policy.handling).toMatchObject({
    periods: [
      { clock: 'SCREENING' },
      { clock: 'HANDOVER', count: 2, unit: 'WORKING_DAY' },
      { clock: 'FIRST_ACTION' },
      { clock: 'COOPERATION' },
      { clock: 'APPEAL' },
    ],
    staleWorkingDays: 5,
    reviews: [{}, {}, {}, { level: 'URGENT', mode: 'GROUP', signOffCount: 2, clause: 'D4-四.2(2)' }],
    compensationWithoutReview: '200',
    compensationByDesk: '50000.00',
    replyBy: 'DEPARTMENT',
    replyBeforeExecution: false,
    firstHandlerKeepsGeneral: true,
    appealWindowDays: 60,
    routes: [{ categoryCode: 'FRAUD', level: null, groupId: null, clause: 'D2-四.3' }],
  });
  expect(routeUnits).toEqual([{ name: '北门网点' }]);
  const read = await bank.visit({ as: 'office', path: `/plans/${draft.id}` });
  const rules = read.getByRole('region', { name: '分派规则' });
  await appears(rules.getByRole('row', { name: /欺诈.*任何等级.*北门网点.*D2-四.3/ }));
  await appears(read.getByRole('cell', { name: '领导小组审批，2 人会签 D4-四.2(2)' }));
});

test('what somebody else saved meanwhile is kept, told, and saved upon', async () => {
  const page = await open();
  await limit(page).fill('6');
  const { version } = await plans.read(draft.id);
  const input = { expectedVersion: version, principles: '客户至上' };
  await bank.ask('northDeputy', UPDATE, { id: draft.id, input });
  await save(page).click();
  await appears(page.getByText('您填写期间，他人保存了对以下部分的修改：处理原则。'));
  expect(await limit(page).inputValue()).toBe('6');
  await page.getByRole('button', { name: /^按最新内容重做/ }).click();
  await appears(page.getByText('没有未保存的修改'));
  await vanishes(page.getByText(/^您填写期间/));
  const now = await said();
  expect(now.principles).toBe('客户至上');
  expect(now.policy.limits).toContainEqual(expect.objectContaining({ level: 'MAJOR', count: 6 }));
});

test('what was typed survives leaving by another way, and being submitted by somebody else meanwhile', async () => {
  const page = await open();
  await limit(page).fill('9');
  await page.getByRole('link', { name: /^预案/ }).click();
  await appears(page.getByRole('heading', { level: 1, name: '应急预案' }));
  await page.goBack();
  await appears(page.getByText('已恢复您上次没有保存的修改：时限。'));
  expect(await limit(page).inputValue()).toBe('9');
  const submitted = await plans.submit(await plans.read(draft.id));
  await save(page).click();
  await appears(page.getByText('只有草稿可以修改和提交。'));
  expect(await limit(page).inputValue()).toBe('9');
  const input = { ...plans.seen(submitted), reason: '请补充' };
  await bank.ask('northLeader', RETURN, { id: draft.id, input });
  await page.getByRole('button', { name: '放弃修改' }).click();
  await appears(page.getByText('没有未保存的修改'));
  await vanishes(page.getByText(/^已恢复您上次/));
});

test('leaving asks once while something is unsaved; nobody writes in what is not theirs', async () => {
  const page = await open();
  await limit(page).fill('7');
  await page.getByRole('button', { name: '返回查看' }).click();
  await page.getByRole('button', { name: '继续填写' }).click();
  expect(await limit(page).inputValue()).toBe('7');
  await page.getByRole('button', { name: '返回查看' }).click();
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await appears(page.getByRole('heading', { level: 1, name: '北分行预案' }));
  const other = await bank.visit({ as: 'admin', path: `/plans/${draft.id}/edit` });
  await appears(other.getByText('该版本现在不能修改'));
  await eventually(() => other.getByRole('textbox', { name: '处理原则' }).count(), 0);
});

test('publishing another desk gives rights, and so asks once more who publishes', async () => {
  await plans.submit(await plans.read(draft.id));
  const page = await bank.visit({ as: 'northLeader', path: `/plans/${draft.id}` });
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '发布' });
  await appears(dialog.getByText('OFFICE north'));
  await dialog.getByText('指定时间').click();
  await dialog.getByLabel('实施时间').fill('2020-01-01T00:00');
  await appears(dialog.getByText('实施时间不能早于当前时间'));
  await dialog.getByText('立即', { exact: true }).click();
  await dialog.getByRole('button', { name: /^发布/ }).click();
  await page.getByRole('dialog', { name: '再次验证' }).getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await vanishes(dialog);
  await eventually(async () => (await plans.read(draft.id)).state, 'PUBLISHED');
});
