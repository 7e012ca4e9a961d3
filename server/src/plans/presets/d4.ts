import { deputy, leader, member } from './demands.js';
import { reviewRule } from './handling-change.js';
import { departments, groupNames, parties } from './labels.js';
import type { DepartmentDemand, PlanPreset } from './preset.js';
import { leadersRule } from './rule-change.js';

const { LEADERSHIP_GROUP: leaders, WORKING_GROUP: working } = groupNames;
const { generalOffice, operations, risk, legal, customerService, technology } = departments;
const headOf = (department: DepartmentDemand) => member('D4-三.1(3)', 'DEPARTMENT_HEAD', { department });

/** D4: customer service judges whether it is an emergency, a working group acts as the leadership group approves. */
export const d4: PlanPreset = {
  code: 'D4',
  kind: 'GENERAL',
  name: ['银行消费者投诉应急预案', 'Contingency plan for consumer complaints'],
  purpose: [
    '客户服务部接收并判断是否属于突发事件，是则当即启动；应急工作小组调查、拟定方案，经领导小组审批后执行。',
    'Customer service judges on arrival whether it is an emergency and if so starts the response; the working group investigates and proposes, and acts once the leadership group has approved.',
  ],
  desk: { department: customerService, clause: 'D4-四.1(1)' },
  basis: [],
  principles: [],
  duties: [
    {
      clause: 'D4-三.1',
      who: leaders,
      what: [
        '统领应急处置：组长全面负责，副组长协助',
        'Leads the response: its leader in full charge, the deputy at hand',
      ],
    },
    {
      clause: 'D4-四.1(1)',
      who: parties.customerService,
      what: [
        '接收投诉，当场判断是否属于突发事件',
        'Receives complaints and judges at once whether one is an emergency',
      ],
    },
    {
      clause: 'D4-四.1(2)',
      who: parties.customerService,
      what: ['判定为突发事件的，同时启动预案', 'Starts the response with that judgement'],
    },
    {
      clause: 'D4-四.2(1)',
      who: working,
      what: ['组织调查', 'Investigates'],
    },
    {
      clause: 'D4-四.2(2)',
      who: working,
      what: ['拟定处理方案，报领导小组审批', 'Proposes a solution for the leadership group to approve'],
    },
    {
      clause: 'D4-四.2(3)',
      who: working,
      what: ['照批准的方案执行，改动须重新报批', 'Carries out what was approved; a change needs approval again'],
    },
    {
      clause: 'D4-四.3①',
      who: working,
      what: ['稳住客户情绪，听清诉求，做好说明', 'Calms customers, hears what they ask for and explains'],
    },
    {
      clause: 'D4-四.3②',
      who: working,
      what: ['拉通相关部门，尽快解决', 'Brings the departments together for a quick end'],
    },
    {
      clause: 'D4-四.3③',
      who: working,
      what: ['随时沟通，按频次向上级报告进展', 'Keeps everybody informed and reports upward at set intervals'],
    },
    {
      clause: 'D4-四.3④',
      who: working,
      what: ['引导舆论，避免事态扩大', 'Guides public opinion, so that it does not spread'],
    },
    {
      clause: 'D4-四.3⑤',
      who: leaders,
      what: ['对负有责任的人员追责', 'Holds those responsible to account'],
    },
  ],
  groups: [
    {
      kind: 'LEADERSHIP_GROUP',
      clause: 'D4-三.1',
      positions: [
        leader('D4-三.1', 'PRESIDENT'),
        deputy('D4-三.1', 'VICE_PRESIDENT'),
        ...[generalOffice, operations, risk, legal, customerService, technology].map(headOf),
      ],
    },
    {
      kind: 'WORKING_GROUP',
      under: 'LEADERSHIP_GROUP',
      clause: 'D4-三.2',
      positions: [
        // That the leader is a deputy of the leadership group is a rule of every working group, not of this plan alone.
        leader('D4-三.2'),
        deputy('D4-三.2', 'DEPARTMENT_HEAD', { department: customerService }),
        member('D4-三.2', 'DEPARTMENT_HEAD'),
        member('D4-三.2', 'KEY_STAFF'),
      ],
    },
  ],
  rules: [
    leadersRule(12, { clause: 'D4-四.3③', isOwnNumber: true }),
    reviewRule(['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'], 'GROUP', 'D4-四.2(2)'),
  ],
};
