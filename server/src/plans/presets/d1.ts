import { leader } from './demands.js';
import { replyRule, withoutPeriod } from './handling-change.js';
import { groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { limitRule } from './rule-change.js';

const { LEADERSHIP_GROUP: leaders, CENTER: centre, HANDLING_TEAM: team } = groupNames;

/** D1: a centre handles complaints from intake to reply, outlets deal with what is daily and practise. */
export const d1: PlanPreset = {
  code: 'D1',
  kind: 'GENERAL',
  name: ['银行投诉专项应急预案', 'Special contingency plan for complaints'],
  purpose: [
    '以投诉处理中心为主线，受理、调查、处理、反馈一体运行；突发、复杂和群体投诉由中心直接启动预案，网点负责日常处理和演练。',
    'One centre takes, investigates, settles and answers complaints, and starts the response itself when they are sudden, complex or many; outlets handle what is daily and practise.',
  ],
  desk: { group: 'CENTER', clause: 'D1-四.2' },
  basis: [],
  principles: [
    {
      clause: 'D1-五.2(2)',
      text: [
        '调查看全、看实、不偏不倚，结论以证据为准',
        'Investigate the whole of it, without taking sides, and conclude from evidence',
      ],
      isOwn: false,
    },
    {
      clause: 'D1-五.2(3)',
      text: [
        '调查不以牺牲客户权益为代价，隐私只在必要时查看',
        "Customers' rights come first, and what is private is looked at only where needed",
      ],
      isOwn: false,
    },
  ],
  duties: [
    {
      clause: 'D1-四.1',
      who: leaders,
      what: [
        '统一组织、指挥投诉处理，协调各方资源',
        'Organises and commands the handling, and brings the parties together',
      ],
    },
    {
      clause: 'D1-五.4(2)',
      who: leaders,
      what: ['应急期间坐镇指挥，对各方督办', 'Commands during an emergency and urges those who are late'],
    },
    {
      clause: 'D1-五.1(2)',
      who: centre,
      what: [
        '接收投诉并初步审核是否真实、属于受理范围',
        'Receives complaints and screens whether they are genuine and within scope',
      ],
    },
    {
      clause: 'D1-五.1(3)',
      who: centre,
      what: ['登记入系统，确定分类和等级', 'Registers them with category and level'],
    },
    {
      clause: 'D1-五.2(1)',
      who: centre,
      what: ['为每项调查划定范围、指定责任人', 'Sets the scope of each investigation and one person who leads it'],
    },
    {
      clause: 'D1-五.3(2)',
      who: centre,
      what: ['告知客户处理结果，并做满意度调查', 'Tells the customer the result and asks how satisfied they are'],
    },
    {
      clause: 'D1-五.3(3)',
      who: centre,
      what: ['发现违法违规的，移交有权部门', 'Refers what breaks the law to the authority for it'],
    },
    {
      clause: 'D1-五.4(1)',
      who: centre,
      what: [
        '遇突发、复杂、群体投诉立即启动预案',
        'Starts the response at once when complaints are sudden, complex or many',
      ],
    },
    {
      clause: 'D1-四.3',
      who: team,
      what: ['处理本网点的日常投诉', "Handles the outlet's daily complaints"],
    },
    {
      clause: 'D1-五.5(1)',
      who: parties.outlet,
      what: ['按周期开展应急演练', 'Hold drills at set intervals'],
    },
    {
      clause: 'D1-五.5(2)',
      who: centre,
      what: ['按周期组织投诉处理培训', 'Holds training at set intervals'],
    },
  ],
  groups: [
    { kind: 'LEADERSHIP_GROUP', clause: 'D1-四.1', positions: [leader('D1-四.1')] },
    { kind: 'CENTER', under: 'LEADERSHIP_GROUP', clause: 'D1-四.2', positions: [leader('D1-四.2')] },
    { kind: 'HANDLING_TEAM', each: ['OUTLET'], clause: 'D1-四.3', positions: [leader('D1-四.3')] },
  ],
  rules: [
    limitRule('PROGRESS', ['MAJOR', 'URGENT'], [1, 'WORKING_DAY'], { clause: 'D1-五.4(3)', isOwnNumber: true }),
    replyRule('DESK', 'D1-四.2'),
    withoutPeriod('RETURN_VISIT', 'D1-五.3(2)'),
  ],
};
