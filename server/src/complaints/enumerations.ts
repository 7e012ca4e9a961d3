import { defineEnum } from '../kernel/enumeration.js';

// Plans set rules by them.
export { Level, RiskFlag } from '../plans/policy-terms.js';

export const ComplaintStatus = defineEnum('ComplaintStatus', 'State of a complaint (投诉状态).', {
  REGISTERED: 'Recorded, numbered, clocks running; waits for screening (已登记).',
  SCREENED: "Found genuine and the bank's to handle (已受理).",
  ASSIGNED: 'Offered to a unit, group or person who has not yet accepted (待接收).',
  INVESTIGATING: 'Facts and causes are being established (调查中).',
  IN_REVIEW: 'A resolution waits for review or approval (待审核).',
  EXECUTING: 'The approved resolution is carried out (执行中).',
  REPLIED: 'The decision has been told to the complainant (已答复).',
  CLOSED: 'Everything promised is done; the file is complete (已结案).',
  REJECTED: 'Not taken up, with reason, notice and appeal right (不予受理).',
  REFERRED: 'Handed to a competent body by law (已移交).',
  WITHDRAWN: 'Taken back by the complainant (已撤回).',
});
export type ComplaintStatus = keyof typeof ComplaintStatus;

/** Work goes on until the decision is told. */
export const openStatuses: ComplaintStatus[] = [
  'REGISTERED',
  'SCREENED',
  'ASSIGNED',
  'INVESTIGATING',
  'IN_REVIEW',
  'EXECUTING',
];

export const ComplaintSubject = defineEnum('ComplaintSubject', 'Which side of the bank is complained of (涉及方面).', {
  PRODUCT: 'A product (产品).',
  SERVICE: 'Service (服务).',
  PROCESS: 'A process (流程).',
  STAFF: 'Staff (人员).',
  SYSTEM: 'A system (系统).',
  OTHER: 'Something else (其他).',
});
export type ComplaintSubject = keyof typeof ComplaintSubject;

export const ContactKind = defineEnum(
  'ContactKind',
  'Kinds of word with the customer (沟通类型); only PROGRESS and REPLY stop the 24-hour clock.',
  {
    ACK: 'Receipt with reference and tracking code (登记回执).',
    ACCEPTANCE: 'Told that it is taken up (受理告知).',
    REJECTION: 'Told that it is not taken up (不予受理告知).',
    REFERRAL: 'Told that it is handed over (移交告知).',
    PROGRESS: 'Plan or progress told to the customer (进展说明).',
    EXTENSION: 'Told that it takes longer (延期告知).',
    INFO_REQUEST: 'Asked for information (了解情况).',
    LISTENING: 'Listened to the demand (听取诉求).',
    SOOTHING: 'Calmed the customer (安抚).',
    EXPLANATION: 'Explained (解释说明).',
    REPLY: 'The decision (处理答复).',
    RESULT: 'What a promise came to (结果告知).',
    BULLETIN: 'Bulletin to all members of an emergency (进展公告).',
    RETURN_VISIT: 'Call after the reply (回访).',
    CALL_BACK: 'Check that a reply was true (抽样核实).',
  },
);
export type ContactKind = keyof typeof ContactKind;

export const ContactDirection = defineEnum('ContactDirection', 'Who spoke to whom (沟通方向).', {
  INBOUND: 'The customer to the bank (客户来联系).',
  OUTBOUND: 'The bank to the customer (联系客户).',
});
export type ContactDirection = keyof typeof ContactDirection;

export const Complexity = defineEnum('Complexity', 'How hard it is to clear up, apart from the level (复杂程度).', {
  SIMPLE: 'Simple (简单).',
  COMPLEX: 'Complex (复杂).',
});
export type Complexity = keyof typeof Complexity;

export const HandlingMode = defineEnum('HandlingMode', 'How it is to be handled (处理方式), chosen at screening.', {
  IMMEDIATE: 'Settled at once (即时解决).',
  STANDARD: 'By one unit (常规办理).',
  JOINT: 'By several departments together (联合调查).',
  EMERGENCY: 'As an emergency (应急处置).',
});
export type HandlingMode = keyof typeof HandlingMode;

export const ScreeningOutcome = defineEnum('ScreeningOutcome', 'What screening came to (初审结论).', {
  ACCEPT: 'Taken up (受理).',
  REJECT: 'Not taken up (不予受理).',
});
export type ScreeningOutcome = keyof typeof ScreeningOutcome;

export const HandoverState = defineEnum('HandoverState', 'State of a hand-over (交接状态).', {
  OFFERED: 'Waits for the receiver (待接收).',
  ACCEPTED: 'The receiver took it over (已接收).',
  RETURNED: 'The receiver refused it, with a reason (已退回).',
  RECALLED: 'Taken back before it was accepted (已收回).',
});
export type HandoverState = keyof typeof HandoverState;

export const ClockKind = defineEnum('ClockKind', 'What a limit is for (时限类型).', {
  SCREENING: 'Screened after receipt (受理审查时限).',
  HANDOVER: 'Accepted by somebody after it was taken up (交接时限).',
  FIRST_ACTION: 'Something done after it was accepted (首次处理时限).',
  COOPERATION: 'A department asked to help answers (协办时限).',
  FULFILMENT: 'What was promised in the reply is done (兑现时限).',
  APPEAL: 'An appeal is decided (申诉时限).',
  RETURN_VISIT: 'The customer is called after the reply (回访时限).',
  FIRST_RESPONSE: 'Plan or progress told within 24 hours (首次响应).',
  PROGRESS: 'Told again how it goes, each time anew until the decision is told (持续沟通).',
  RESOLUTION: 'Decision told (处理时限).',
  REGULATORY: 'Decision told, as a regulation demands (监管时限).',
});
export type ClockKind = keyof typeof ClockKind;

export const ClockState = defineEnum('ClockState', 'State of a clock (时限状态).', {
  RUNNING: 'Counting (计时中).',
  WARNED: 'Past its warning point (临期).',
  BREACHED: 'Past due (超期); stays so when fulfilled later.',
  PAUSED: 'Standing still (已暂停).',
  MET: 'Fulfilled in time (按时完成).',
  CANCELLED: 'No longer needed (已取消).',
});
export type ClockState = keyof typeof ClockState;

/** A clock in one of these may still be met. */
export const liveStates: readonly ClockState[] = ['RUNNING', 'WARNED', 'PAUSED'];

export const RevisionReason = defineEnum('RevisionReason', 'Why a clock was reckoned again (时限调整原因).', {
  LEVEL: 'The level changed (等级调整).',
  CALENDAR: 'The working calendar changed (工作日历变动).',
  EXTENSION: 'More time was approved (延期).',
});
export type RevisionReason = keyof typeof RevisionReason;
