import { leader, somebody } from './demands.js';
import { firstHandlerKeepsRule, withoutPeriod } from './handling-change.js';
import { departments, groupNames, parties } from './labels.js';
import type { PlanPreset } from './preset.js';
import { limitRule, quietSuggestions } from './rule-change.js';

const { HANDLING_TEAM: team } = groupNames;
const { department, customerService } = parties;

/** D3: customer service answers within a day, a team drawn from several departments takes what is serious. */
export const d3: PlanPreset = {
  code: 'D3',
  kind: 'GENERAL',
  name: ['银行客户投诉应急预案', 'Contingency plan for customer complaints'],
  purpose: [
    '所有投诉 24 小时内给出方案或进展，一般投诉由客服直接办结，严重投诉交由部门或高管处理，欺诈和账户安全类自动启动应急。',
    'Every complaint gets a solution or news within 24 hours; customer service settles what is general, departments or executives take what is serious, and fraud or account security starts the response by itself.',
  ],
  desk: { department: departments.customerService, clause: 'D3-2.3.1' },
  basis: [],
  principles: [
    {
      clause: 'D3-2.3.6',
      text: [
        '每起投诉都要找到根源，让同样的问题不再发生',
        'Find the root of every complaint, so that it does not happen again',
      ],
      isOwn: false,
    },
  ],
  duties: [
    {
      clause: 'D3-2.2a',
      who: customerService,
      what: ['收到投诉即刻回应', 'Acknowledges a complaint the moment it arrives'],
    },
    {
      clause: 'D3-2.3.1',
      who: customerService,
      what: ['完整记录投诉人、时间和内容', 'Records who complains, when and about what'],
    },
    {
      clause: 'D3-2.3.2',
      who: customerService,
      what: [
        '一般投诉自行办结，严重投诉提交部门或高管',
        'Settles what is general, passes on what is serious to departments or executives',
      ],
    },
    {
      clause: 'D3-2.3.3',
      who: department,
      what: ['查明原因，提出解决办法', 'Finds the cause and a way to solve it'],
    },
    {
      clause: 'D3-2.3.4',
      who: department,
      what: [
        '按调查结果选择道歉、赔偿、改进服务等方式',
        'Chooses apology, compensation, better service or other remedies from what was found',
      ],
    },
    {
      clause: 'D3-2.3.5',
      who: department,
      what: [
        '向客户讲清方案，听取其是否接受',
        'Explains the solution to the customer and hears whether it is accepted',
      ],
    },
    {
      clause: 'D3-2.4',
      who: team,
      what: ['欺诈、账户安全类投诉立即进入应急', 'Goes to emergency work at once for fraud and account security'],
    },
    {
      clause: 'D3-2.4(1)',
      who: team,
      what: [
        '先护住客户资金，再提供所需帮助',
        "Secures the customer's money first, then gives the help that is needed",
      ],
    },
  ],
  groups: [
    {
      kind: 'HANDLING_TEAM',
      clause: 'D3-2.1',
      positions: [
        leader('D3-2.1'),
        somebody('D3-2.1', 'PRESIDENT'),
        somebody('D3-2.1', 'SERVICE_AGENT'),
        somebody('D3-2.1', 'RISK_OFFICER'),
        somebody('D3-2.1', 'PRODUCT_MANAGER'),
      ],
    },
  ],
  rules: [
    limitRule('FIRST_RESPONSE', ['SUGGESTION', 'GENERAL', 'MAJOR'], [24, 'CLOCK_HOUR'], { clause: 'D3-2.2b' }),
    quietSuggestions('D3-1.2c'),
    limitRule('PROGRESS', ['GENERAL', 'MAJOR', 'URGENT'], [2, 'WORKING_DAY'], {
      clause: 'D3-2.2c',
      isOwnNumber: true,
    }),
    firstHandlerKeepsRule('D3-2.3.2'),
    withoutPeriod('RETURN_VISIT', 'D3-2.3.5'),
  ],
};
