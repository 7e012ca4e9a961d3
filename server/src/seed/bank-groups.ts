import { holderOf, staffIn } from './bank-staff.js';
import { demoPath, demoUnits } from './bank-units.js';
import type { DemoGroup, DemoMember, DemoPost, DemoStaff, DemoUnit } from './demo-types.js';

const inPosition =
  (position: DemoMember['position']) =>
  ({ username, post }: DemoStaff): DemoMember => ({ username, position, basis: post });
const leader = inPosition('LEADER');
const deputy = inPosition('DEPUTY');
const member = inPosition('MEMBER');
const head = (code: string) => holderOf(code, 'DEPARTMENT_HEAD');
const keyStaff = (code: string) => holderOf(code, 'KEY_STAFF');

/** Outlets left without a handling team on purpose, so that the console has gaps to show. */
export const outletsWithoutTeam: readonly string[] = ['1122', '2222', '3212'];

const headOfficeGroups: DemoGroup[] = [
  {
    key: 'LG-0000',
    kind: 'LEADERSHIP_GROUP',
    name: '总行投诉应急处理领导小组',
    orgUnitCode: '0000',
    members: [
      leader(holderOf('0000', 'PRESIDENT')),
      deputy(holderOf('0000', 'VICE_PRESIDENT', 0)),
      deputy(holderOf('0000', 'VICE_PRESIDENT', 1)),
      ...['BGS', 'YYGL', 'FXGL', 'FLHG', 'KHFW', 'XXKJ'].map((key) => member(head(`0000-${key}`))),
    ],
  },
  {
    key: 'OF-0000',
    kind: 'OFFICE',
    name: '总行投诉处理办公室',
    orgUnitCode: '0000',
    parent: 'LG-0000',
    members: [
      leader(keyStaff('0000-KHFW')),
      deputy(keyStaff('0000-FLHG')),
      member(holderOf('0000-KHFW', 'SERVICE_AGENT', 0)),
      member(holderOf('0000-FXGL', 'RISK_OFFICER')),
    ],
  },
  {
    key: 'WG-0000',
    kind: 'WORKING_GROUP',
    name: '总行投诉应急工作小组',
    orgUnitCode: '0000',
    parent: 'LG-0000',
    members: [
      leader(holderOf('0000', 'VICE_PRESIDENT', 0)),
      deputy(head('0000-KHFW')),
      ...['YYGL', 'FXGL', 'FLHG', 'XXKJ'].map((key) => member(head(`0000-${key}`))),
      member(keyStaff('0000-XXKJ')),
      member(keyStaff('0000-YYGL')),
    ],
  },
  {
    key: 'PT-0000',
    kind: 'PROJECT_TEAM',
    name: '新一代核心系统投产专项受理小组',
    orgUnitCode: '0000',
    parent: 'LG-0000',
    leadUnitCode: '0000-XXKJ',
    members: [
      leader(head('0000-XXKJ')),
      deputy(head('0000-YCYH')),
      member(holderOf('0000-WLJR', 'PRODUCT_MANAGER')),
      { ...member(keyStaff('0000-YYGL')), validForDays: 120 },
    ],
  },
  {
    key: 'FT-0000',
    kind: 'FIELD_TEAM',
    name: '总行现场处置组',
    orgUnitCode: '0000',
    parent: 'LG-0000',
    members: [leader(head('0000-AQBW')), deputy(keyStaff('0000-AQBW')), member(keyStaff('0000-BGS'))],
  },
];

const linlanGroups: DemoGroup[] = [
  {
    key: 'OF-1100',
    kind: 'OFFICE',
    name: '临澜分行投诉处理办公室',
    orgUnitCode: '1100',
    parent: 'LG-0000',
    members: [
      leader(head('1100-KHFW')),
      deputy(keyStaff('1100-KHFW')),
      member(holderOf('1100-FXGL', 'RISK_OFFICER')),
      member(head('1100-FLHG')),
    ],
  },
  {
    key: 'HT-1100',
    kind: 'HANDLING_TEAM',
    name: '临澜分行资金安全联合处理小组',
    orgUnitCode: '1100',
    members: [
      leader(holderOf('1100', 'VICE_PRESIDENT')),
      deputy(head('1100-FXGL')),
      { ...member(holderOf('1100-GRJR', 'PRODUCT_MANAGER')), validForDays: 90 },
      { ...member(holderOf('1110', 'RELATIONSHIP_MANAGER')), validForDays: 60 },
    ],
  },
  {
    key: 'FT-1100',
    kind: 'FIELD_TEAM',
    name: '临澜分行现场处置组',
    orgUnitCode: '1100',
    members: [leader(head('1100-YYGL')), member(keyStaff('1100-XXKJ'))],
  },
];

function leadershipOf({ code, name }: DemoUnit): DemoGroup {
  const superior = demoPath(code).slice(1).find(leads);
  return {
    key: `LG-${code}`,
    kind: 'LEADERSHIP_GROUP',
    name: `${name}投诉应急处理领导小组`,
    orgUnitCode: code,
    parent: `LG-${superior?.code ?? '0000'}`,
    members: [
      leader(holderOf(code, 'PRESIDENT')),
      deputy(holderOf(code, 'VICE_PRESIDENT')),
      ...['KHFW', 'YYGL'].map((key) => member(head(`${code}-${key}`))),
    ],
  };
}

function deskOf({ code, name, kind }: DemoUnit): DemoGroup {
  const isCenter = kind === 'PROVINCIAL_BRANCH' || code === '3100';
  return {
    key: `${isCenter ? 'CE' : 'OF'}-${code}`,
    kind: isCenter ? 'CENTER' : 'OFFICE',
    name: `${name}投诉处理${isCenter ? '中心' : '办公室'}`,
    orgUnitCode: code,
    parent: `LG-${code}`,
    members: [
      leader(head(`${code}-KHFW`)),
      deputy(keyStaff(`${code}-KHFW`)),
      member(keyStaff(`${code}-YYGL`)),
      member(holderOf(`${code}-KHFW`, 'SERVICE_AGENT', 1)),
    ],
  };
}

function teamOf({ code, name, kind }: DemoUnit): DemoGroup {
  const chief: DemoPost = kind === 'OUTLET' ? 'OUTLET_MANAGER' : 'PRESIDENT';
  return {
    key: `HT-${code}`,
    kind: 'HANDLING_TEAM',
    name: `${name}投诉处理小组`,
    orgUnitCode: code,
    members: [
      leader(holderOf(code, chief)),
      deputy(holderOf(code, 'RELATIONSHIP_MANAGER')),
      ...staffIn(code, 'TELLER').map(member),
    ],
  };
}

const leads = ({ kind, code }: DemoUnit) => kind === 'PROVINCIAL_BRANCH' || (kind === 'BRANCH' && code !== '1100');
const hasTeam = ({ kind, code }: DemoUnit) =>
  (kind === 'OUTLET' && !outletsWithoutTeam.includes(code)) || (kind === 'SUB_BRANCH' && code.endsWith('10'));

/** All groups of the invented bank; a parent stands before its children. */
export const demoGroups: readonly DemoGroup[] = [
  ...headOfficeGroups,
  ...linlanGroups,
  ...demoUnits.filter(leads).flatMap((unit) => [leadershipOf(unit), deskOf(unit)]),
  ...demoUnits.filter(hasTeam).map(teamOf),
];

const inGroup = (kinds: readonly DemoGroup['kind'][], code: string, positions: readonly DemoMember['position'][]) => {
  const unit = demoPath(code).find(({ code: above }) =>
    demoGroups.some((group) => group.orgUnitCode === above && kinds.includes(group.kind)),
  );
  const group = demoGroups.find((each) => each.orgUnitCode === unit?.code && kinds.includes(each.kind));
  return (group?.members ?? []).filter(({ position }) => positions.includes(position)).map(({ username }) => username);
};

/** Who leads the desk of a unit: the nearest OFFICE or CENTER on its path. */
export const deskLeaderOf = (code: string): string => inGroup(['OFFICE', 'CENTER'], code, ['LEADER'])[0] as string;

/** The deputies and then the leader of the nearest leadership group on the path of a unit. */
export const commandersOf = (code: string): string[] => [
  ...inGroup(['LEADERSHIP_GROUP'], code, ['DEPUTY']),
  ...inGroup(['LEADERSHIP_GROUP'], code, ['LEADER']),
];
