import { defineEnum } from '../../kernel/enumeration.js';

export const SurveyState = defineEnum('SurveyState', 'State of a survey (满意度调查状态).', {
  OPEN: 'Waits for the customer (待评价).',
  ANSWERED: 'The customer has answered (已评价).',
  LAPSED: 'Nobody need answer any more: the complaint was handled anew (已失效).',
});
export type SurveyState = keyof typeof SurveyState;
