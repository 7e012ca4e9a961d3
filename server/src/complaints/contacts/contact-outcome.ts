import { defineEnum } from '../../kernel/enumeration.js';

export const ContactOutcome = defineEnum('ContactOutcome', 'What a talk with the customer came to (沟通结果).', {
  CALM: 'Calm, and takes it so (情绪平稳).',
  UNDECIDED: 'Wants to think about it (待考虑).',
  UPSET: 'Upset, or does not agree (情绪激动或有异议).',
  NOT_REACHED: 'Not reached (未联系上).',
  CONFIRMED: 'Confirmed what was on file (确认属实).',
  PRESSURED: 'Was talked into it (受到劝阻或施压).',
});
export type ContactOutcome = keyof typeof ContactOutcome;
