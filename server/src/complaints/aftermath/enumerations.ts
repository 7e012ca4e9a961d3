import { defineEnum } from '../../kernel/enumeration.js';

export const SurveyState = defineEnum('SurveyState', 'State of a survey (满意度调查状态).', {
  OPEN: 'Waits for the customer (待评价).',
  ANSWERED: 'The customer has answered (已评价).',
  LAPSED: 'Nobody need answer any more: the complaint was handled anew (已失效).',
});
export type SurveyState = keyof typeof SurveyState;

export const ReturnVisitOutcome = defineEnum('ReturnVisitOutcome', 'What a call after the reply came to (回访结果).', {
  SATISFIED: 'The customer is satisfied (满意).',
  DISSATISFIED: 'The customer is not satisfied (不满意).',
  NOT_REACHED: 'Nobody was reached (未联系上).',
});
export type ReturnVisitOutcome = keyof typeof ReturnVisitOutcome;

export const AppealState = defineEnum(
  'AppealState',
  'State of an appeal (申诉状态). One that is filed is at once accepted or out of time.',
  {
    ACCEPTED: 'Waits to be decided (已受理).',
    OUT_OF_TIME: 'Came after the time for it (逾期不受理).',
    WITHDRAWN: 'Taken back by the customer (已撤回).',
    DECIDED: 'Decided (已决定).',
  },
);
export type AppealState = keyof typeof AppealState;

export const AppealDecision = defineEnum('AppealDecision', 'What an appeal came to (申诉决定).', {
  UPHELD: 'The customer is right: the complaint is handled anew (支持).',
  PARTLY: 'The customer is right in part: the complaint is handled anew (部分支持).',
  DISMISSED: 'The decision stands (维持原决定).',
});
export type AppealDecision = keyof typeof AppealDecision;
