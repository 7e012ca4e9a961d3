import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findings } from '../harness/axe.js';
import { ACKNOWLEDGE, plainComplaint, REGISTER, type PersonName } from '../harness/bank.js';
import { DRAFT } from '../plans.js';
import { appears, openConsole, phone, vanishes, type Console } from '../harness/console.js';

// Three dozen pages are looked at one by one.
jest.setTimeout(900_000);

let bank: Console;
let complaintId: string;
let groupId: string;
let planVersionId: string;
let draftId: string;

beforeAll(async () => {
  bank = await openConsole({ isDemo: true });
  const orgUnitId = bank.unit.northOutlet;
  const register = async (more: object): Promise<string> =>
    (await bank.ask('app', REGISTER('id'), { input: plainComplaint({ orgUnitId, ...more }) })).registerComplaint.id;
  complaintId = await register({ categoryCode: 'FRAUD', content: '存款被盗取', amountInvolved: '4800' });
  await register({ categoryCode: 'ACCOUNT_SECURITY', content: '账户被冻结', riskFlags: ['MEDIA'] });
  bank.clock.advance({ minutes: 1 });
  await register({ level: 'SUGGESTION', content: '建议增加座椅' });
  const { escalations } = await bank.ask('northLeader', '{ escalations { items { id } } }');
  await bank.ask('northLeader', ACKNOWLEDGE, { id: escalations.items[0].id });
  planVersionId = (await bank.ask('admin', '{ plans { items { versions { id } } } }')).plans.items[0].versions[0].id;
  const draft = { orgUnitId: bank.unit.north, name: '北分行预案', duties: [{ orgUnitId, text: '及时上报' }] };
  draftId = (await bank.ask('northLeader', DRAFT, { input: draft })).draftPlanVersion.id;
  groupId = (await bank.ask('admin', '{ leadershipGroups { items { id } } }')).leadershipGroups.items[0].id;
});
afterAll(() => bank.stop());
afterEach(() => bank.leave());

/** Every route, whose it is, and words that are there once it is whole. */
const routes: readonly (readonly [
  path: () => string,
  as: PersonName | undefined,
  ready: Record<'zh' | 'en', string>,
])[] = [
  [() => '/login', undefined, { zh: '演示数据均为虚构', en: 'All demo data is invented' }],
  [() => '/track', undefined, { zh: '查询码在登记回执上', en: 'The tracking code is on your receipt' }],
  [() => '/home', 'teller', { zh: '您的岗位', en: 'Your roles' }],
  [() => '/account', 'teller', { zh: '当前', en: 'This one' }],
  [() => '/register', 'intake', { zh: '系统故障', en: 'System failure' }],
  [() => '/worklist', 'office', { zh: '第 1–3 行', en: 'Rows 1–3' }],
  [() => '/mine', 'office', { zh: '没有符合筛选条件', en: 'No complaint matches' }],
  [() => '/complaints', 'office', { zh: '第 1–3 行', en: 'Rows 1–3' }],
  [() => `/complaints/${complaintId}/show`, 'office', { zh: '谁负责', en: 'Who is responsible' }],
  [() => '/complaints/nonsense/show', 'office', { zh: '未找到该投诉', en: 'No such complaint' }],
  [() => '/escalations', 'northLeader', { zh: '第 1–', en: 'Rows 1–' }],
  [() => '/dashboard', 'northLeader', { zh: '从哪里来', en: 'Where they come from' }],
  [() => '/audit', 'auditor', { zh: '链序号', en: 'Place in chain' }],
  [() => '/wall', 'northLeader', { zh: '已签收，处理中', en: 'Acknowledged, in hand' }],
  [() => '/home', 'admin', { zh: '没有需要处理的事项', en: 'Nothing waits' }],
  [() => `/units/${bank.unit.northOutlet}`, 'admin', { zh: '概况', en: 'About' }],
  [() => '/staff', 'admin', { zh: '第 1–', en: 'Rows 1–' }],
  [() => `/staff/${bank.staff.northLeader}`, 'admin', { zh: '基本信息', en: 'Employee number' }],
  [() => `/grants?filter=${encodeURIComponent('{"state":["EFFECTIVE"]}')}`, 'admin', { zh: '第 1–', en: 'Rows 1–' }],
  [() => `/groups/${groupId}`, 'admin', { zh: '规则检查', en: 'Rules' }],
  [() => '/coverage', 'admin', { zh: '种情形', en: 'were looked at' }],
  [() => '/keys', 'admin', { zh: '渠道平台', en: '渠道平台' }],
  [() => '/calendar?year=2026', 'admin', { zh: '国庆节 · 放假', en: 'National Day' }],
  [() => '/codes', 'admin', { zh: 'BUSINESS_HANDLING', en: 'BUSINESS_HANDLING' }],
  [() => '/plans', 'admin', { zh: '第 1–', en: 'Rows 1–' }],
  [() => '/plans/adopt', 'admin', { zh: 'D9 ', en: 'D9 ' }],
  [() => `/plans/${draftId}/edit`, 'northLeader', { zh: '尚未与法规原文核对', en: 'to be verified' }],
  [() => `/plans/${planVersionId}`, 'northLeader', { zh: '版本历史', en: 'Shown here' }],
  [() => '/nowhere', 'northLeader', { zh: '没有这个页面', en: 'There is no such page' }],
];

/** What a theme can change. */
const colours = ['color-contrast', 'link-in-text-block'];

/** Everything in the light theme; in the dark one what a theme can change. */
async function bothThemes(page: Page): Promise<string[]> {
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await findings(page, colours))];
}

// Colours are the same in both languages.
test.each([
  ['zh', bothThemes],
  ['en', findings],
] as const)('nothing hinders anybody on any page, in %s', async (language, look) => {
  const found: string[] = [];
  for (const [path, as, ready] of routes) {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const way = { path: path(), locale, colorScheme: 'light', reducedMotion: 'reduce' } as const;
    const page = await bank.visit({ ...(as && { as }), ...way });
    await page.getByText(ready[language]).first().waitFor();
    found.push(...(await look(page)));
    await page.context().close();
  }
  expect(found).toEqual([]);
});

test('nor on what opens above a page, nor on a phone', async () => {
  const found: string[] = [];
  const page = await bank.visit({ as: 'office', path: `/complaints/${complaintId}/show`, reducedMotion: 'reduce' });
  for (const verb of ['登记沟通', '升级', '认领']) {
    await page.getByRole('button', { name: verb, exact: true }).click();
    await page.getByRole('dialog', { name: verb }).waitFor();
    found.push(...(await findings(page)));
    await page.keyboard.press('Escape');
    await vanishes(page.getByRole('dialog', { name: verb }));
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  found.push(...(await findings(page)));
  await page.goto(`/plans/${draftId}`);
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('dialog', { name: '提交审核' }).waitFor();
  found.push(...(await findings(page)));
  await page.goto('/worklist');
  await page.getByRole('button', { name: /^筛选/ }).click();
  await page.getByRole('region', { name: '筛选条件' }).waitFor();
  found.push(...(await findings(page)));
  await page.getByRole('combobox', { name: '状态' }).click();
  await page.getByRole('listbox').waitFor();
  found.push(...(await findings(page)));
  for (const [path, as] of [
    ['/wall', 'northLeader'],
    ['/worklist', 'office'],
    ['/register', 'intake'],
    ['/track', undefined],
    ['/dashboard', 'northLeader'],
    ['/audit', 'auditor'],
    ['/plans', 'teller'],
    [`/plans/${planVersionId}`, 'teller'],
  ] as const) {
    const small = await bank.visit({ ...(as && { as }), path, ...phone, reducedMotion: 'reduce' });
    await small.getByRole('heading', { level: 1 }).waitFor();
    await small.waitForLoadState('networkidle');
    found.push(...(await findings(small)));
  }
  expect(found).toEqual([]);
});

test('nor on what an administrator opens', async () => {
  const found: string[] = [];
  const open = async (path: string, verbs: readonly string[]) => {
    const page = await bank.visit({ as: 'admin', path, reducedMotion: 'reduce' });
    for (const verb of verbs) {
      await page.getByRole('button', { name: verb, exact: true }).click();
      await page.getByRole('dialog', { name: verb }).waitFor();
      found.push(...(await findings(page)));
      await page.keyboard.press('Escape');
      await vanishes(page.getByRole('dialog', { name: verb }));
    }
    return page;
  };
  await open(`/units/${bank.unit.northOutlet}`, ['新增下级', '改名', '停用']);
  await open(`/staff/${bank.staff.intake}`, ['为什么能看到', '授予岗位', '停用', '撤销']);
  await open('/staff', ['新增员工']);
  const page = await bank.visit({ as: 'admin', path: `/units/${bank.unit.northSub}`, reducedMotion: 'reduce' });
  await page.getByRole('button', { name: '移动' }).click();
  await page.getByRole('combobox', { name: '新的上级行' }).fill('南分行');
  await page.getByRole('option', { name: /南分行/ }).click();
  await appears(page.getByRole('region', { name: '移动的影响' }));
  found.push(...(await bothThemes(page)));
  const adopting = await bank.visit({ as: 'admin', path: '/plans/adopt', reducedMotion: 'reduce' });
  await adopting.getByRole('radio', { name: /^D9 / }).check();
  await adopting.getByRole('button', { name: /^设立专项受理小组/ }).click();
  await appears(adopting.getByRole('group', { name: /^设立专项受理小组/ }));
  found.push(...(await bothThemes(adopting)));
  expect(found).toEqual([]);
});

/** Whatever can be used with a pointer; of a group of radios one is a stop, and arrows do the rest. */
const usable =
  'a[href], button:not([disabled]), input:not([type=radio]), input[type=radio]:checked, textarea:not([readonly], [aria-hidden=true]), [role=combobox], [tabindex="0"]';

/** Tabs through a page from its top and answers what could not be reached. */
async function unreachable(page: Page): Promise<string[]> {
  const wanted = await page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (each) => each.checkVisibility() && each.tabIndex >= 0,
    );
    for (const each of all) each.dataset['wanted'] = 'yes';
    (document.activeElement as HTMLElement | null)?.blur();
    return all.length;
  }, usable);
  for (let step = 0; step < wanted + 20; step += 1) {
    await page.keyboard.press('Tab');
    const isDone = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      if (focused?.dataset['wanted']) focused.dataset['wanted'] = '';
      return !document.querySelector('[data-wanted="yes"]');
    });
    if (isDone) break;
  }
  const at = new URL(page.url()).pathname;
  return page.evaluate(
    (path) =>
      [...document.querySelectorAll('[data-wanted="yes"]')].map((each) => `${path}: ${each.outerHTML.slice(0, 160)}`),
    at,
  );
}

test('every link, field, row and action is reached with the keyboard', async () => {
  const missed: string[] = [];
  const places = [
    '/login',
    '/account',
    '/worklist',
    '/register',
    '/escalations',
    '/dashboard',
    '/audit',
    '/wall',
    '/plans',
    'show',
  ];
  for (const [path, as, ready] of routes.filter(([each]) => places.some((place) => each().includes(place)))) {
    const page = await bank.visit({ ...(as && { as }), path: path() });
    await page.getByText(ready.zh).first().waitFor();
    await page.waitForLoadState('networkidle');
    missed.push(...(await unreachable(page)));
    await page.context().close();
  }
  expect(missed).toEqual([]);
});

test('a dialog takes the focus, and gives it back to the button that opened it', async () => {
  const page = await bank.visit({ as: 'office', path: `/complaints/${complaintId}/show` });
  const button = page.getByRole('button', { name: '登记沟通', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '登记沟通' });
  await appears(dialog);
  expect(await dialog.evaluate((each) => each.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await vanishes(dialog);
  expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
});

test('the first stop leads past the navigation to the content', async () => {
  const page = await bank.visit({ as: 'office', path: '/worklist' });
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});
