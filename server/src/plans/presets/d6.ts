import { leader, somebody } from './demands.js';
import { replyOrderRule, replyRule, reviewRule, withoutPeriod } from './handling-change.js';
import { departments, groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { stepRule } from './rule-change.js';

const { LEADERSHIP_GROUP: leaders, OFFICE: office, HANDLING_TEAM: team } = groupNames;
const { customerService, risk, legal } = departments;

/** D6: one group for the whole bank, an office of three departments, and a team at every branch, sub-branch and outlet. */
export const d6: PlanPreset = {
  code: 'D6',
  kind: 'GENERAL',
  name: ['银行常见投诉应急预案', 'Contingency plan for common complaints'],
  purpose: [
    '全行一个领导小组，办公室由客服、风险、法律合规人员组成并把关合法合规，分支机构各有处理小组；重大和群体性投诉由领导小组启动预案。',
    'One leadership group for the whole bank, an office of customer service, risk and legal people who check that solutions are lawful, a team in every institution; what is major or mass is for the leaders to start.',
  ],
  desk: { group: 'OFFICE', clause: 'D6-三.2' },
  basis: [],
  principles: [],
  duties: [
    {
      clause: 'D6-三.1',
      who: leaders,
      what: ['组织并指导全行投诉处理', 'Organises and guides the handling in the whole bank'],
    },
    {
      clause: 'D6-五.1(1)',
      who: leaders,
      what: ['发生重大投诉即启动预案', 'Starts the response when a complaint is major'],
    },
    {
      clause: 'D6-五.1(3)',
      who: leaders,
      what: ['召开专题会议定措施', 'Calls special meetings that decide measures'],
    },
    {
      clause: 'D6-五.2(1)',
      who: leaders,
      what: ['发生群体性投诉即启动预案', 'Starts the response when complaints are many'],
    },
    {
      clause: 'D6-四.1(1)',
      who: parties.outlet,
      what: ['当场登记姓名、联系方式、时间和内容', 'Register name, contact, time and content on the spot'],
    },
    {
      clause: 'D6-四.1(2)',
      who: office,
      what: ['按类型分派到部门', 'Classifies and dispatches by type'],
    },
    {
      clause: 'D6-四.2(1)',
      who: parties.department,
      what: ['核实投诉事实', 'Verifies the facts'],
    },
    {
      clause: 'D6-四.3(1)',
      who: parties.department,
      what: ['提出处理意见', 'Proposes how to settle it'],
    },
    {
      clause: 'D6-四.3(2)',
      who: office,
      what: ['把住合法、合规关', 'Checks that it is lawful and compliant'],
    },
    {
      clause: 'D6-四.4(1)',
      who: office,
      what: ['通知部门执行已定的意见', 'Orders the departments to carry out what was decided'],
    },
    {
      clause: 'D6-四.5(1)',
      who: parties.department,
      what: ['答复投诉人', 'Answers the complainant'],
    },
    {
      clause: 'D6-四.5(2)',
      who: office,
      what: ['汇总反馈情况报领导小组', 'Sums up the replies for the leadership group'],
    },
    {
      clause: 'D6-五.1(2)',
      who: office,
      what: ['牵头各部门共拟方案', 'Draws up one solution with all departments concerned'],
    },
    {
      clause: 'D6-三.3',
      who: team,
      what: ['处理本机构的投诉', "Handles the institution's complaints"],
    },
  ],
  groups: [
    {
      kind: 'LEADERSHIP_GROUP',
      clause: 'D6-三.1',
      positions: [
        leader('D6-三.1'),
        somebody('D6-三.1', 'PRESIDENT'),
        somebody('D6-三.1', 'VICE_PRESIDENT'),
        somebody('D6-三.1', 'DEPARTMENT_HEAD'),
      ],
    },
    {
      kind: 'OFFICE',
      under: 'LEADERSHIP_GROUP',
      clause: 'D6-三.2',
      positions: [
        leader('D6-三.2'),
        ...[customerService, risk, legal].map((department) => somebody('D6-三.2', null, { department })),
      ],
    },
    {
      kind: 'HANDLING_TEAM',
      each: ['BRANCH', 'SUB_BRANCH', 'OUTLET'],
      clause: 'D6-三.3',
      positions: [
        leader('D6-三.3'),
        somebody('D6-三.3', 'OUTLET_MANAGER'),
        somebody('D6-三.3', 'RELATIONSHIP_MANAGER'),
        somebody('D6-三.3', 'TELLER'),
      ],
    },
  ],
  rules: [
    stepRule('E2', 15, { clause: 'D6-五.1(1)', isOwnNumber: true }),
    reviewRule(['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'], 'DESK', 'D6-四.3(2)'),
    replyRule('DEPARTMENT', 'D6-四.5(1)'),
    replyOrderRule(false, 'D6-四.5(1)'),
    withoutPeriod('RETURN_VISIT', 'D6-四.5(1)'),
  ],
};
