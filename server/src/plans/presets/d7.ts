import { leader } from './demands.js';
import { periodRule, replyOrderRule } from './handling-change.js';
import { groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { limitRule } from './rule-change.js';

const { LEADERSHIP_GROUP: leaders, OFFICE: office } = groupNames;

/** D7: whoever is asked first stays answerable, channels stay open, and the customer is visited again afterwards. */
export const d7: PlanPreset = {
  code: 'D7',
  kind: 'GENERAL',
  name: ['银行处理客户投诉应急预案', 'Contingency plan for handling customer complaints'],
  purpose: [
    '以首问负责和部门协作为基础：渠道保持畅通，简单问题当场解决，复杂重大的联合调查，方案落实有监督，办结有回访。',
    'Whoever is asked first stays answerable and departments help each other: channels stay open, simple matters end on the spot, grave ones are investigated jointly, solutions are supervised and customers asked again.',
  ],
  desk: { group: 'OFFICE', clause: 'D7-三.2' },
  basis: [
    {
      clause: 'D7-二.1/2/5',
      title: [
        '银行业营业网点服务突发事件应急处理工作指引',
        'Guidance on handling service emergencies at bank outlets (China Banking Association)',
      ],
      number: '银协发〔2009〕51号',
    },
    {
      clause: 'D7-二.1/2/5',
      title: ['本行客户投诉处理管理办法', "The bank's own rules on handling customer complaints"],
      number: null,
    },
    {
      clause: 'D7-二.3',
      title: ['省分行首问负责制实施办法', "The provincial branch's rules on first-responder responsibility"],
      number: null,
    },
    {
      clause: 'D7-二.4',
      title: ['省分行客户服务协作流程', "The provincial branch's cooperation flow for customer service"],
      number: null,
    },
    {
      clause: 'D7-二.1/2/5',
      title: [
        '省分行IT蓝图项目投产工作客户投诉处理应急预案',
        "The provincial branch's contingency plan for complaints during the IT blueprint go-live",
      ],
      number: null,
    },
  ],
  principles: [
    {
      clause: 'D7-五.1',
      text: ['尊重客户，先听后说，不与客户争执', 'Respect customers, listen before speaking, never quarrel'],
      isOwn: false,
    },
    {
      clause: 'D7-五.2',
      text: ['坦诚沟通，弄清客户真正的诉求', 'Speak openly and find out what the customer really asks for'],
      isOwn: false,
    },
    {
      clause: 'D7-五.3',
      text: ['投诉信息只给办理人员看', 'Only those who handle a complaint see it'],
      isOwn: false,
    },
    {
      clause: 'D7-五.4',
      text: ['因失职引发投诉的，依规追责', 'Whoever caused a complaint by neglect answers for it'],
      isOwn: false,
    },
  ],
  duties: [
    {
      clause: 'D7-三.1',
      who: leaders,
      what: ['组织指挥投诉处理，协调各部门', 'Organises and commands the handling across departments'],
    },
    {
      clause: 'D7-三.2',
      who: office,
      what: ['具体实施', 'Carries it out'],
    },
    {
      clause: 'D7-二.3',
      who: parties.everybody,
      what: ['首问负责：移交被接收之前，由首问人负责', 'First asked, first answerable, until a hand-over is accepted'],
    },
    {
      clause: 'D7-二.4',
      who: parties.department,
      what: ['接到协办请求按时答复', 'Answers requests for cooperation in time'],
    },
    {
      clause: 'D7-四.1',
      who: office,
      what: [
        '确认各渠道每日可用，投诉逐件登记',
        'Confirms each day that channels are open and registers every complaint',
      ],
    },
    {
      clause: 'D7-四.2',
      who: office,
      what: ['判断性质和处理方式，能当场解决的当场解决', 'Judges nature and mode, and ends on the spot what is plain'],
    },
    {
      clause: 'D7-四.3',
      who: office,
      what: ['复杂、重大投诉组织多部门联合调查', 'Has several departments investigate what is complex or major'],
    },
    {
      clause: 'D7-四.4',
      who: parties.department,
      what: ['方案可行、对症、有效、合法', 'Makes solutions feasible, targeted, effective and lawful'],
    },
    {
      clause: 'D7-四.5',
      who: office,
      what: ['派人监督方案落实，监督人不得是执行人', 'Has somebody other than the executor confirm what was done'],
    },
    {
      clause: 'D7-四.6',
      who: office,
      what: ['反馈结果并回访，据客户意见改进', 'Replies, visits again and improves by what customers say'],
    },
    {
      clause: 'D7-六.1',
      who: office,
      what: ['按周期组织演练', 'Organises drills at set intervals'],
    },
    {
      clause: 'D7-六.2',
      who: office,
      what: ['演练覆盖从接收到回访六个环节', 'Covers all six phases, from receipt to return visit, in each drill'],
    },
  ],
  groups: [
    { kind: 'LEADERSHIP_GROUP', clause: 'D7-三.1', positions: [leader('D7-三.1')] },
    { kind: 'OFFICE', under: 'LEADERSHIP_GROUP', clause: 'D7-三.2', positions: [leader('D7-三.2')] },
  ],
  rules: [
    limitRule('PROGRESS', ['MAJOR', 'URGENT'], [2, 'WORKING_DAY'], { clause: 'D7-五.2', isOwnNumber: true }),
    replyOrderRule(false, 'D7-四.6'),
    periodRule('RETURN_VISIT', [5, 'WORKING_DAY'], { clause: 'D7-四.6', isOwnNumber: true }),
  ],
};
