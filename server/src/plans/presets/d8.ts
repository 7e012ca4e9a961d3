import { leader } from './demands.js';
import { withoutPeriod } from './handling-change.js';
import { groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { limitRule, stepRule } from './rule-change.js';

const { LEADERSHIP_GROUP: leaders, OFFICE: office, FIELD_TEAM: field } = groupNames;

/** D8: many customers at once: report first, go there, put it right, check again and tell everybody. */
export const d8: PlanPreset = {
  code: 'D8',
  kind: 'MASS',
  name: ['银行群体投诉应急预案', 'Contingency plan for mass complaints'],
  purpose: [
    '多名客户因同一原因投诉时，先报告、定级响应、派人到场，查明原因后整改并复查，全程公开进展，事后总结追责。',
    'When many complain of one cause: report first, respond by level, send people there, put the cause right and check again, keep customers informed throughout, review and hold to account afterwards.',
  ],
  desk: { group: 'OFFICE', clause: 'D8-三.2' },
  basis: [],
  principles: [],
  duties: [
    {
      clause: 'D8-三.1',
      who: leaders,
      what: ['组织指挥群体投诉的应急处理', 'Organises and commands the response'],
    },
    {
      clause: 'D8-四.2',
      who: leaders,
      what: ['判定性质，按级别启动响应', 'Judges the event and starts the response of its level'],
    },
    {
      clause: 'D8-三.2',
      who: office,
      what: ['处理日常事务，收集信息，居中协调', 'Does the daily work, gathers information and keeps contact'],
    },
    {
      clause: 'D8-三.3',
      who: parties.everyUnit,
      what: ['按分工落实预案，签收确认', 'Do their part of the plan and confirm that they have read it'],
    },
    {
      clause: 'D8-四.1',
      who: parties.everyUnit,
      what: ['一发生即报领导小组', 'Report to the leadership group the moment it happens'],
    },
    {
      clause: 'D8-四.3',
      who: field,
      what: ['赶到现场，摸清情况，安抚客户', 'Goes to the scene, finds out and calms customers'],
    },
    {
      clause: 'D8-四.4',
      who: office,
      what: ['核查投诉内容，找出原因', 'Verifies what is complained of and finds the cause'],
    },
    {
      clause: 'D8-四.5',
      who: parties.department,
      what: ['针对原因整改并告知客户', 'Puts the cause right and tells the customers'],
    },
    {
      clause: 'D8-四.6',
      who: office,
      what: ['整改后复查，复查人不得是整改人', 'Checks again, by somebody who did not do the work'],
    },
    {
      clause: 'D8-五.4',
      who: office,
      what: ['持续向客户公开进展', 'Keeps customers informed of progress'],
    },
    {
      clause: 'D8-五.5',
      who: office,
      what: ['有纠纷时请法律部门支持', 'Asks the legal department for support in a dispute'],
    },
    {
      clause: 'D8-五.6',
      who: office,
      what: ['评估风险并采取降低风险的措施', 'Assesses the risks and takes measures against them'],
    },
    {
      clause: 'D8-六.2',
      who: leaders,
      what: ['查清责任，逐一落实', 'Finds out who is responsible and sees to it'],
    },
    {
      clause: 'D8-六.3',
      who: office,
      what: ['据总结补上培训', 'Adds the training that the review calls for'],
    },
    {
      clause: 'D8-六.4',
      who: office,
      what: ['以演练检验预案', 'Tests the plan by drills'],
    },
  ],
  groups: [
    { kind: 'LEADERSHIP_GROUP', clause: 'D8-三.1', positions: [leader('D8-三.1')] },
    { kind: 'OFFICE', under: 'LEADERSHIP_GROUP', clause: 'D8-三.2', positions: [leader('D8-三.2')] },
    { kind: 'FIELD_TEAM', under: 'LEADERSHIP_GROUP', clause: 'D8-四.3', positions: [leader('D8-四.3')] },
  ],
  rules: [
    stepRule('E2', 15, { clause: 'D8-四.1', isOwnNumber: true }),
    stepRule('E3', 10, { clause: 'D8-四.1', isOwnNumber: true }),
    limitRule('PROGRESS', ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'], [1, 'WORKING_DAY'], {
      clause: 'D8-五.4',
      isOwnNumber: true,
    }),
    withoutPeriod('RETURN_VISIT', 'D8-四.5'),
  ],
};
