import { defineEnum } from '../../kernel/enumeration.js';

export const Remedy = defineEnum('Remedy', 'What a customer may do who disagrees with the decision (救济途径).', {
  REVIEW: 'Ask the superior unit to look into it again (核查); always open.',
  MEDIATION: 'Ask an independent body to mediate (调解).',
  ARBITRATION: 'Go to arbitration where the contract provides for it (仲裁).',
  LITIGATION: 'Go to court (诉讼).',
});
export type Remedy = keyof typeof Remedy;
