import { defineEnum } from '../kernel/enumeration.js';

export const Level = defineEnum('Level', 'Seriousness (等级); sets clocks and route.', {
  SUGGESTION: 'Suggestion (建议性).',
  GENERAL: 'General (一般).',
  MAJOR: 'Major (重大); 严重 is its alias.',
  URGENT: 'Urgent (紧急).',
});
export type Level = keyof typeof Level;

export const RiskFlag = defineEnum('RiskFlag', 'What makes a complaint dangerous (风险标识); setting one escalates.', {
  MAJOR_RISK: 'Major risk to the bank (重大风险).',
  SOCIAL_IMPACT: 'Bad effect on society (社会影响).',
  MEDIA: 'The media report it (媒体报道).',
  REPUTATION: "Risk to the bank's reputation (声誉风险).",
  LEGAL_VIOLATION: 'Breach of law suspected (违法违规).',
  LEGAL_DISPUTE: 'Dispute at law (法律纠纷).',
  FUND_SAFETY: "The customer's money is in danger (资金安全).",
  VULNERABLE: 'Elderly, disabled or otherwise in need of care (特殊群体).',
});
export type RiskFlag = keyof typeof RiskFlag;

export const EscalationLevel = defineEnum('EscalationLevel', 'Steps of the ladder (升级层级), lowest first.', {
  E0: 'The handler (经办人).',
  E1: 'The team leader (团队负责人).',
  E2: 'The desk (投诉管理部门).',
  E3: "The leadership group's deputies and leader (领导小组).",
  E4: 'The superior unit (上级行).',
});
export type EscalationLevel = keyof typeof EscalationLevel;

export const LimitedClock = defineEnum('LimitedClock', 'What a plan sets limits for, by level (时限类型).', {
  FIRST_RESPONSE: 'Plan or progress told to the customer for the first time (首次响应).',
  RESOLUTION: 'The decision told to the customer (处理时限).',
  PROGRESS: 'Progress told again and again while it takes longer (持续沟通).',
});
export type LimitedClock = keyof typeof LimitedClock;

export const RegulationCode = defineEnum(
  'RegulationCode',
  'Regulations whose limits can run beside the plan (监管时限).',
  {
    CN_2020_3: 'CBIRC order 2020 No. 3 (银行业保险业消费投诉处理管理办法): 15, 30 or 60 natural days.',
    CN_PBOC: 'PBoC rules on protecting financial consumers (金融消费者权益保护实施办法): 15 or 60 days.',
  },
);
export type RegulationCode = keyof typeof RegulationCode;
