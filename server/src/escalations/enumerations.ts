import { defineEnum } from '../kernel/enumeration.js';

// Plans set the times of its steps.
export { EscalationLevel } from '../plans/policy-terms.js';

export const EscalationTrigger = defineEnum('EscalationTrigger', 'Why a matter is brought to those above (升级原因).', {
  FRAUD_OR_ACCOUNT: 'Fraud, account security or money in danger (欺诈或账户安全).',
  LEVEL_RAISED: 'The level is or became major or urgent (等级上调).',
  MEDIA: 'The media report it (媒体报道).',
  MAJOR_RISK: 'Major risk (重大风险).',
  SOCIAL_IMPACT: 'Bad effect on society (社会影响).',
  REPUTATION: 'Risk to the reputation (声誉风险).',
  LEGAL_VIOLATION: 'A law may have been broken, or there is a legal dispute (违法违规).',
  VULNERABLE_CUSTOMER: 'The customer needs special care (特殊群体).',
  NO_FIRST_RESPONSE: 'No plan or progress told within the limit (首次响应逾期).',
  SLA_WARNING: 'The decision is nearly due (临期).',
  SLA_BREACH: 'The decision was not told within the limit (超期).',
  PROGRESS_MISSED: 'The customer was not told again how it goes (未按期沟通).',
  PROMISE_MISSED: 'What was promised to the customer was not done in time (承诺逾期).',
  UNASSIGNED: 'Nobody has taken it over within the limit (未分派).',
  NO_ACTION: 'Nothing was done after it was accepted (接收后未处理).',
  STALE: 'Nothing has happened for long (长期无进展).',
  COOPERATION_OVERDUE: 'A department asked to help has not answered (协办逾期).',
  REPEAT_COMPLAINT: 'The same customer complains again (重复投诉).',
  DISSATISFIED: 'The customer is not satisfied with the answer (客户不满意).',
  APPEAL_FILED: 'The customer appeals (客户申诉).',
  HANDOVER_REFUSED: 'Those asked to take it over returned it more than once (多次退回).',
  MANUAL: 'Somebody asked for it (人工升级).',
});
export type EscalationTrigger = keyof typeof EscalationTrigger;

export const EscalationStatus = defineEnum('EscalationStatus', 'State of an escalation.', {
  OPEN: 'Nobody has signed for it (未签收).',
  ACKNOWLEDGED: 'Somebody has signed for it and is on it (已签收).',
  RESOLVED: 'Ended by a person (已解除).',
  CANCELLED: 'Its cause went away (已取消).',
});
export type EscalationStatus = keyof typeof EscalationStatus;

export const NoticeChannel = defineEnum('NoticeChannel', 'How a notice reaches a person (通知渠道).', {
  CONSOLE: 'Live in the console or an app of the bank (控制台).',
});
export type NoticeChannel = keyof typeof NoticeChannel;
