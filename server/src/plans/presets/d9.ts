import { d7 } from './d7.js';
import { deputy, leader, member } from './demands.js';
import { departments, groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { limitRule, warnRule } from './rule-change.js';

const { PROJECT_TEAM: team } = groupNames;
const { personalBanking, corporateBanking, internationalSettlement, business, operations, technology, union } =
  departments;

/** D9: while a system goes live, a team led by the trade union takes the complaints about it and reports upward. */
export const d9: PlanPreset = {
  code: 'D9',
  kind: 'SPECIAL',
  name: ['IT蓝图项目投产客户投诉处理应急预案', 'Contingency plan for complaints during the IT blueprint go-live'],
  purpose: [
    '系统上线投产期间，由工会牵头的专项小组受理与升级有关的投诉，汇总全辖情况并报省行，保证网点正常营业。',
    'While a system goes live, a team led by the trade union takes the complaints about it, sums up those of the whole branch for the provincial branch and keeps outlets working.',
  ],
  desk: { group: 'PROJECT_TEAM', clause: 'D9-二.1a' },
  basis: d7.basis.map(({ title, number }) => ({ clause: 'D9-一', title, number })),
  principles: [
    {
      clause: 'D9-三',
      text: [
        '先稳客户、再查原因：系统问题不让客户承担后果',
        'Customers first, causes second: they do not pay for a fault of the system',
      ],
      isOwn: true,
    },
    {
      clause: 'D9-三',
      text: [
        '就近受理、一口答复：网点当场接下，专项小组统一口径',
        'Taken where the customer is, answered with one voice: the outlet receives, the team words it',
      ],
      isOwn: true,
    },
    {
      clause: 'D9-三',
      text: [
        '有一报一、如实报送：数字与记录逐笔对得上',
        'Report each and report it truly: every number matches its records',
      ],
      isOwn: true,
    },
  ],
  duties: [
    {
      clause: 'D9-二.1b',
      who: team,
      what: ['协调处理与系统升级有关的投诉', 'Handles what is complained of about the upgrade'],
    },
    {
      clause: 'D9-二.1c',
      who: team,
      what: ['收集汇总全辖各支行、各部门的投诉', 'Collects the complaints of all sub-branches and departments'],
    },
    {
      clause: 'D9-二.1d',
      who: team,
      what: ['按时报省行工会和省行项目办公室', "Submits in time to the provincial branch's union and project office"],
    },
    {
      clause: 'D9-二.2b',
      who: parties.outlet,
      what: ['保证投诉渠道不中断', 'Keep every channel open'],
    },
    {
      clause: 'D9-二.2c',
      who: team,
      what: ['处理不拖延', 'Handles without delay'],
    },
    {
      clause: 'D9-二.2d',
      who: team,
      what: ['统计数字可逐笔核对', 'Keeps numbers that match their rows'],
    },
    {
      clause: 'D9-二.2e',
      who: team,
      what: ['上报和答复都属实，抽样回访核对', 'Reports and replies truthfully, checked by sample call-backs'],
    },
    {
      clause: 'D9-前言',
      who: parties.everybody,
      what: ['投产前完成投诉处理培训', 'Complete their training before the go-live'],
    },
  ],
  groups: [
    {
      kind: 'PROJECT_TEAM',
      lead: union,
      clause: 'D9-二.1a',
      positions: [
        leader('D9-二.1a'),
        ...[personalBanking, corporateBanking, internationalSettlement, business, operations, technology, union].map(
          (department) => deputy('D9-二.1e', 'DEPARTMENT_HEAD', { department }),
        ),
        deputy('D9-二.1e', 'PRESIDENT', { each: 'SUB_BRANCH' }),
        member('D9-二.1f', 'KEY_STAFF'),
        member('D9-二.1f', 'VICE_PRESIDENT'),
        member('D9-二.1f', 'DEPARTMENT_HEAD'),
        member('D9-二.1f', 'OUTLET_MANAGER'),
      ],
    },
    { kind: 'PROJECT_TEAM', each: ['SUB_BRANCH'], clause: 'D9-二.2a', positions: [leader('D9-二.2a')] },
  ],
  rules: [
    limitRule('PROGRESS', ['GENERAL', 'MAJOR', 'URGENT'], [1, 'WORKING_DAY'], {
      clause: 'D9-二.2c',
      isOwnNumber: true,
    }),
    warnRule(0.5, { clause: 'D9-二.2c', isOwnNumber: true }),
  ],
};
