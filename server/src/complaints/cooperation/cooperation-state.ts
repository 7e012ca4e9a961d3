import { defineEnum } from '../../kernel/enumeration.js';

export const CooperationState = defineEnum('CooperationState', 'State of a request to help (协办状态).', {
  ASKED: 'Waits for the answer of the unit asked (待答复).',
  ANSWERED: 'The unit asked has answered (已答复).',
  CANCELLED: 'No longer needed (已取消).',
});
export type CooperationState = keyof typeof CooperationState;
