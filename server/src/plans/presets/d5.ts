import { leader } from './demands.js';
import { periodRule, replyOrderRule, replyRule, reviewRule, withoutPeriod } from './handling-change.js';
import { groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { limitRule, stepRule } from './rule-change.js';

const { LEADERSHIP_GROUP: leaders, CENTER: centre } = groupNames;

/** D5: the centre transfers, reviews and answers within three or five working days, and the leaders hear appeals. */
export const d5: PlanPreset = {
  code: 'D5',
  kind: 'GENERAL',
  name: ['银行投诉处理应急预案模板', 'Contingency plan for complaint handling, template'],
  purpose: [
    '中心登记转交、审核方案并答复，部门限时查办：一般投诉 3 个工作日、重大投诉 5 个工作日；客户不满意可向领导小组申诉。',
    'The centre transfers, reviews and replies, departments work to a limit of 3 working days for general and 5 for major complaints, and a customer may appeal to the leadership group.',
  ],
  desk: { group: 'CENTER', clause: 'D5-四.2' },
  basis: [],
  principles: [],
  duties: [
    {
      clause: 'D5-四.1',
      who: leaders,
      what: ['制定和修订预案，监督其落实', 'Writes and revises the plan and oversees that it is followed'],
    },
    {
      clause: 'D5-五.4(2)',
      who: leaders,
      what: ['受理客户申诉', "Decides customers' appeals"],
    },
    {
      clause: 'D5-六.1(2)',
      who: leaders,
      what: ['按事件性质确定应对措施', 'Takes measures to suit the event'],
    },
    {
      clause: 'D5-五.2(1)',
      who: centre,
      what: ['随到随登记、分类、转交', 'Registers, classifies and transfers as complaints come'],
    },
    {
      clause: 'D5-五.2(2)',
      who: parties.department,
      what: ['及时查清事实，拿出解决方案', 'Finds out what happened and proposes a solution in time'],
    },
    {
      clause: 'D5-五.2(3)',
      who: centre,
      what: ['审核方案是否合理、有效', 'Reviews whether a solution is reasonable and effective'],
    },
    {
      clause: 'D5-五.2(4)',
      who: centre,
      what: ['把方案告知客户，并跟踪兑现', 'Tells the customer the solution and follows it through'],
    },
    {
      clause: 'D5-五.4(1)',
      who: centre,
      what: ['办结后及时告知结果', 'Tells the result once it is done'],
    },
    {
      clause: 'D5-六.1(1)',
      who: centre,
      what: [
        '涉及重大风险或社会影响的，及时上报领导小组',
        'Brings major risk or harm to society before the leadership group',
      ],
    },
    {
      clause: 'D5-六.2(1)',
      who: centre,
      what: ['媒体关注时主动沟通，统一发布权威信息', 'Speaks with the media early and with one voice'],
    },
    {
      clause: 'D5-六.2(2)',
      who: centre,
      what: ['跟踪报道，失实的请求更正', 'Follows what is reported and asks for corrections'],
    },
    {
      clause: 'D5-六.3',
      who: centre,
      what: ['事后总结原因，落实改进', 'Reviews the causes afterwards and sees improvements through'],
    },
  ],
  groups: [
    { kind: 'LEADERSHIP_GROUP', clause: 'D5-四.1', positions: [leader('D5-四.1')] },
    { kind: 'CENTER', under: 'LEADERSHIP_GROUP', clause: 'D5-四.2', positions: [leader('D5-四.2')] },
  ],
  rules: [
    limitRule('RESOLUTION', ['GENERAL'], [3, 'WORKING_DAY'], { clause: 'D5-五.3(1)' }),
    limitRule('RESOLUTION', ['MAJOR'], [5, 'WORKING_DAY'], { clause: 'D5-五.3(2)' }),
    stepRule('E2', 15, { clause: 'D5-六.1(1)', isOwnNumber: true }),
    reviewRule(['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'], 'DESK', 'D5-五.2(3)'),
    replyRule('DESK', 'D5-五.2(4)'),
    replyOrderRule(true, 'D5-五.2(4)'),
    periodRule('APPEAL', [15, 'WORKING_DAY'], { clause: 'D5-五.4(2)', isOwnNumber: true }),
    withoutPeriod('RETURN_VISIT', 'D5-五.4(1)'),
  ],
};
