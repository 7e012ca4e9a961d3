import { deputy, leader, member } from './demands.js';
import { replyOrderRule, replyRule, withoutPeriod } from './handling-change.js';
import { groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { leadersRule } from './rule-change.js';

const { LEADERSHIP_GROUP: leaders, OFFICE: office } = groupNames;

/** D2: an office under the president's group dispatches to departments, which answer the customer and the office alike. */
export const d2: PlanPreset = {
  code: 'D2',
  kind: 'GENERAL',
  name: ['银行投诉应急预案', 'Contingency plan for complaints'],
  purpose: [
    '行长挂帅的领导小组定规则、督落实，办公室负责分类分派和跟踪，承办部门查办后同时向客户和办公室反馈，按期考核总结。',
    "The president's group makes the rules and sees to them, the office classifies, dispatches and follows up, departments report back to customer and office alike, and the work is assessed.",
  ],
  desk: { group: 'OFFICE', clause: 'D2-三.3' },
  basis: [],
  principles: [],
  duties: [
    {
      clause: 'D2-三.2(1)',
      who: leaders,
      what: ['制定、修订并发布预案', 'Writes, revises and publishes the plan'],
    },
    {
      clause: 'D2-三.2(2)',
      who: leaders,
      what: ['监督各部门的在办投诉', 'Oversees the open work of all departments'],
    },
    {
      clause: 'D2-三.2(3)',
      who: leaders,
      what: ['对应急处理作出评估总结，落实改进措施', 'Evaluates the response and sees improvements through'],
    },
    {
      clause: 'D2-三.3(1)',
      who: office,
      what: ['承担日常管理', 'Runs the daily work'],
    },
    {
      clause: 'D2-三.3(2)',
      who: office,
      what: ['接收投诉，分类并汇总', 'Receives, classifies and sums up complaints'],
    },
    {
      clause: 'D2-三.3(3)',
      who: office,
      what: ['为承办部门协调其他部门', 'Brings in other departments where one is not enough'],
    },
    {
      clause: 'D2-三.3(4)',
      who: office,
      what: ['盯住进度，直到妥善解决', 'Follows each complaint until it is settled'],
    },
    {
      clause: 'D2-三.3(5)',
      who: office,
      what: ['定期向领导小组报告', 'Reports to the leadership group'],
    },
    {
      clause: 'D2-四.4',
      who: parties.department,
      what: ['接到分派即着手调查并采取措施', 'Starts to investigate and to act as soon as a complaint arrives'],
    },
    {
      clause: 'D2-四.5',
      who: parties.department,
      what: ['处理完毕同时告知客户和办公室', 'Tells both the customer and the office when it is done'],
    },
    {
      clause: 'D2-五.3',
      who: office,
      what: ['安排经办人员培训', 'Sees to the training of handlers'],
    },
    {
      clause: 'D2-五.4',
      who: office,
      what: ['按期考核投诉处理', 'Assesses the handling of complaints for each period'],
    },
    {
      clause: 'D2-五.5',
      who: office,
      what: ['按周期组织应急演练', 'Organises drills at set intervals'],
    },
  ],
  groups: [
    {
      kind: 'LEADERSHIP_GROUP',
      clause: 'D2-三.1',
      positions: [
        leader('D2-三.1', 'PRESIDENT'),
        deputy('D2-三.1', 'VICE_PRESIDENT'),
        member('D2-三.1', 'DEPARTMENT_HEAD'),
      ],
    },
    { kind: 'OFFICE', under: 'LEADERSHIP_GROUP', clause: 'D2-三.3', positions: [leader('D2-三.3')] },
  ],
  rules: [
    leadersRule(12, { clause: 'D2-三.3(5)', isOwnNumber: true }),
    replyRule('DEPARTMENT', 'D2-四.5'),
    replyOrderRule(false, 'D2-四.5'),
    withoutPeriod('RETURN_VISIT', 'D2-四.5'),
  ],
};
