import { defineEnum } from '../../kernel/enumeration.js';

export const ResolutionKind = defineEnum(
  'ResolutionKind',
  'Kinds of resolution (处理方式), several at once (D3-2.3.4).',
  {
    REJECTED: 'Not taken up after an investigation (不予受理); always reviewed, and the only kind.',
    MEDIATION: 'Settled through a mediator (调解).',
    COMPENSATION: 'Money (赔偿).',
    APOLOGY: 'An apology (道歉).',
    SERVICE_FIX: 'Service or product put right (改进服务).',
    EXPLANATION: 'An explanation (解释说明).',
    REFERRAL: 'Handed to a competent body (移交).',
    ADOPTED: 'A suggestion taken up (采纳建议).',
    OTHER: 'Something else (其他).',
  },
);
export type ResolutionKind = keyof typeof ResolutionKind;

export const Verdict = defineEnum('Verdict', 'What the investigation found (调查结论).', {
  SUBSTANTIATED: 'It is so (属实).',
  PARTLY: 'Part of it is so (部分属实).',
  UNSUBSTANTIATED: 'It is not so (不属实).',
  UNDETERMINED: 'It cannot be found out (无法查实).',
  NOT_APPLICABLE: 'There is nothing to find out: a suggestion (不适用).',
});
export type Verdict = keyof typeof Verdict;

export const ResolutionState = defineEnum('ResolutionState', 'State of a version of the resolution (处理方案状态).', {
  PROPOSED: 'Waits for approval (待审核).',
  RETURNED: 'Sent back (已退回).',
  APPROVED: 'To be carried out (已批准).',
  VOID: 'Revised since: what was approved no longer counts (已作废).',
});
export type ResolutionState = keyof typeof ResolutionState;

export const MediationOutcome = defineEnum('MediationOutcome', 'What a mediation came to (调解结果).', {
  AGREED: 'Agreed, in writing (达成协议).',
  FAILED: 'Not agreed: the investigation goes on (调解未成).',
});
export type MediationOutcome = keyof typeof MediationOutcome;

/** What every resolution must answer (D7-四.4), then what a review adds (D5-五.2(3), D6-四.3(2)). */
export const proposalChecks = ['feasible', 'targeted', 'effective', 'lawful'] as const;
export const reviewChecks = ['reasonable', 'compliant', ...proposalChecks] as const;
