import type { DemoUnit, DemoUnitKind } from './demo-types.js';

type Tree = readonly [code: string, kind: DemoUnitKind, name: string, children?: readonly Tree[]];

const departmentNames = {
  BGS: '办公室',
  KHFW: '客户服务部',
  YCYH: '远程银行中心',
  YYGL: '运营管理部',
  FXGL: '风险管理部',
  FLHG: '法律合规部',
  XXKJ: '信息科技部',
  GRJR: '个人金融部',
  GSJR: '公司金融部',
  XYK: '信用卡中心',
  CFGL: '财富管理部',
  WLJR: '网络金融部',
  RLZY: '人力资源部',
  AQBW: '安全保卫部',
  SJB: '审计部',
  GH: '工会',
} as const;

const departments = (owner: string, ...keys: (keyof typeof departmentNames)[]): Tree[] =>
  keys.map((key) => [`${owner}-${key}`, 'DEPARTMENT', departmentNames[key]]);

const outlets = (...rows: [code: string, name: string][]): Tree[] =>
  rows.map(([code, name]) => [code, 'OUTLET', `${name}网点`]);

const linlan: Tree = [
  '1100',
  'BRANCH',
  '临澜分行',
  [
    ...departments('1100', 'KHFW', 'YYGL', 'FXGL', 'FLHG', 'GRJR', 'XXKJ'),
    ['1110', 'SUB_BRANCH', '城东支行', outlets(['1111', '东门路'], ['1112', '槐树街'], ['1113', '东湖新村'])],
    ['1120', 'SUB_BRANCH', '滨江支行', outlets(['1121', '沿江大道'], ['1122', '码头街'])],
    ['1130', 'SUB_BRANCH', '高新支行', outlets(['1131', '科创园'], ['1132', '大学城'])],
  ],
];

const beiling: Tree = [
  '2000',
  'PROVINCIAL_BRANCH',
  '北岭省分行',
  [
    ...departments('2000', 'KHFW', 'YYGL', 'FLHG'),
    [
      '2100',
      'BRANCH',
      '云泽分行',
      [
        ...departments('2100', 'KHFW', 'YYGL'),
        ['2110', 'SUB_BRANCH', '云泽中心支行', outlets(['2111', '鼓楼前'], ['2112', '荷塘路'])],
        ['2120', 'SUB_BRANCH', '北苑支行', outlets(['2121', '北苑'], ['2122', '石桥镇'])],
      ],
    ],
    [
      '2200',
      'BRANCH',
      '青屏分行',
      [
        ...departments('2200', 'KHFW', 'YYGL'),
        ['2210', 'SUB_BRANCH', '青屏城关支行', outlets(['2211', '城关'], ['2212', '西市口'])],
        ['2220', 'SUB_BRANCH', '松岗支行', outlets(['2221', '松岗'], ['2222', '矿区新街'])],
      ],
    ],
  ],
];

const nanting: Tree = [
  '3000',
  'PROVINCIAL_BRANCH',
  '南汀省分行',
  [
    ...departments('3000', 'KHFW', 'YYGL', 'FLHG'),
    [
      '3100',
      'BRANCH',
      '海堤分行',
      [
        ...departments('3100', 'KHFW', 'YYGL'),
        ['3110', 'SUB_BRANCH', '海堤港区支行', outlets(['3111', '渔港路'], ['3112', '保税区'])],
        ['3120', 'SUB_BRANCH', '银滩支行', outlets(['3121', '银滩'], ['3122', '椰林街'])],
      ],
    ],
    [
      '3200',
      'BRANCH',
      '汐川分行',
      [
        ...departments('3200', 'KHFW', 'YYGL'),
        ['3210', 'SUB_BRANCH', '汐川城南支行', outlets(['3211', '城南'], ['3212', '文庙'])],
        ['3220', 'SUB_BRANCH', '竹溪支行', outlets(['3221', '竹溪'], ['3222', '茶市'])],
      ],
    ],
  ],
];

const headOffice: Tree = [
  '0000',
  'HEAD_OFFICE',
  '澜江银行总行',
  [
    ...departments('0000', ...(Object.keys(departmentNames) as (keyof typeof departmentNames)[])),
    // Run by head office directly, with no leadership group of its own: its escalations reach the head office's at E3.
    linlan,
    beiling,
    nanting,
  ],
];

function flatten([code, kind, name, children = []]: Tree, parent?: string): DemoUnit[] {
  return [{ code, kind, name, ...(parent && { parent }) }, ...children.flatMap((child) => flatten(child, code))];
}

/** All units of the invented bank, parents first. */
export const demoUnits: readonly DemoUnit[] = flatten(headOffice);

const byCode = new Map(demoUnits.map((unit) => [unit.code, unit]));

/** The unit with that code; throws when the bank has none. */
export function demoUnit(code: string): DemoUnit {
  const unit = byCode.get(code);
  if (!unit) throw new Error(`The demo bank has no unit ${code}`);
  return unit;
}

/** The unit and those above it, nearest first. */
export function demoPath(code: string): DemoUnit[] {
  const unit = demoUnit(code);
  return unit.parent ? [unit, ...demoPath(unit.parent)] : [unit];
}

/** Whether `code` is `ancestor` or lies below it. */
export function isWithin(code: string, ancestor: string): boolean {
  return demoPath(code).some((unit) => unit.code === ancestor);
}
