import { demoUnits } from './bank-units.js';
import type { DemoPost, DemoStaff, DemoUnit } from './demo-types.js';
import { seededRandom } from './random.js';

/** The branch where four of the nine demo sign-ins and the demo API key stand. */
export const demoBranchCode = '1100';

/** The nine people whom the sign-in page offers, one for each way of looking at the system. */
export const demoSignIns: readonly DemoStaff[] = [
  { username: 'admin', name: '顾言之', post: 'KEY_STAFF', orgUnitCode: '0000-XXKJ' },
  { username: 'intake', name: '林晓棠', post: 'SERVICE_AGENT', orgUnitCode: '1100-KHFW' },
  { username: 'handler', name: '高敬轩', post: 'KEY_STAFF', orgUnitCode: '1100-YYGL' },
  { username: 'reviewer', name: '宋清如', post: 'RISK_OFFICER', orgUnitCode: '1100-FLHG' },
  { username: 'office', name: '许望舒', post: 'DEPARTMENT_HEAD', orgUnitCode: '1100-KHFW' },
  { username: 'leader', name: '沈怀远', post: 'PRESIDENT', orgUnitCode: '0000' },
  { username: 'outlet', name: '罗玉成', post: 'OUTLET_MANAGER', orgUnitCode: '2111' },
  { username: 'auditor', name: '陆知秋', post: 'KEY_STAFF', orgUnitCode: '0000-SJB' },
  { username: 'trainer', name: '温如玉', post: 'KEY_STAFF', orgUnitCode: '0000-RLZY' },
];

const postsByKind: Record<DemoUnit['kind'], readonly DemoPost[]> = {
  HEAD_OFFICE: ['PRESIDENT', 'VICE_PRESIDENT', 'VICE_PRESIDENT'],
  PROVINCIAL_BRANCH: ['PRESIDENT', 'VICE_PRESIDENT'],
  BRANCH: ['PRESIDENT', 'VICE_PRESIDENT'],
  SUB_BRANCH: ['PRESIDENT', 'RELATIONSHIP_MANAGER'],
  OUTLET: ['OUTLET_MANAGER', 'RELATIONSHIP_MANAGER', 'TELLER', 'TELLER'],
  DEPARTMENT: ['DEPARTMENT_HEAD', 'KEY_STAFF'],
};

function postsOf({ code, kind }: DemoUnit): readonly DemoPost[] {
  if (code.endsWith('-KHFW')) return ['DEPARTMENT_HEAD', 'SERVICE_AGENT', 'SERVICE_AGENT', 'KEY_STAFF'];
  if (code.endsWith('-FXGL')) return ['DEPARTMENT_HEAD', 'RISK_OFFICER'];
  if (/-(GRJR|CFGL|XYK|WLJR)$/.test(code)) return ['DEPARTMENT_HEAD', 'PRODUCT_MANAGER'];
  return postsByKind[kind];
}

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱郭何马罗梁郑谢韩唐冯于董萧程曹袁邓傅曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金郝孔白崔康毛邱秦江史侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文',
];
const givenNames =
  '志远 雅静 国梁 思颖 建波 丽萍 浩然 婉清 文博 秀珍 子谦 晓燕 立群 佳宁 永康 美琪 宏毅 雪梅 景行 若兰 振宇 春华 书恒 慧敏 德厚 明玥 启航 素芬 一鸣 诗涵 克勤 梦洁 承志 月娥 嘉树 红霞 俊杰 静怡 守义 芷晴 大伟 凤英 泽民 语桐 光明 玉兰 鹏程 欣悦 维新 桂香'.split(
    ' ',
  );

function inventNames(count: number): string[] {
  const random = seededRandom(20_260_105);
  const taken = new Set(demoSignIns.map(({ name }) => name));
  const names: string[] = [];
  while (names.length < count) {
    const name = random.pick(surnames) + random.pick(givenNames);
    if (taken.has(name)) continue;
    taken.add(name);
    names.push(name);
  }
  return names;
}

function hire(): DemoStaff[] {
  const vacancies = demoUnits.flatMap((unit) => {
    const filled = demoSignIns.filter(({ orgUnitCode }) => orgUnitCode === unit.code).map(({ post }) => post);
    const posts = [...postsOf(unit)];
    for (const post of filled) if (post && posts.includes(post)) posts.splice(posts.indexOf(post), 1);
    return posts.map((post) => ({ post, orgUnitCode: unit.code }));
  });
  const names = inventNames(vacancies.length);
  return vacancies.map((vacancy, index) => ({
    username: String(100_101 + index * 7),
    name: names[index] as string,
    ...vacancy,
  }));
}

/** Everybody who works for the invented bank, the nine sign-ins first. */
export const demoStaff: readonly DemoStaff[] = [...demoSignIns, ...hire()];

/** Those with that post in exactly that unit. */
export function staffIn(orgUnitCode: string, post?: DemoPost): DemoStaff[] {
  return demoStaff.filter((staff) => staff.orgUnitCode === orgUnitCode && (!post || staff.post === post));
}

/** The first with that post in that unit, the `nth` of several; throws when there is nobody. */
export function holderOf(orgUnitCode: string, post: DemoPost, nth = 0): DemoStaff {
  const holder = staffIn(orgUnitCode, post)[nth];
  if (!holder) throw new Error(`Nobody is ${post} in ${orgUnitCode}`);
  return holder;
}
