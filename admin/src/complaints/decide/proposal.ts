import type { ProposeResolutionInput, ResolutionKind, Verdict } from '../../gql/graphql';
import { noAnswers, type Answers } from './Checks';

/** Kinds of resolution, the usual ones first. */
export const kinds: readonly ResolutionKind[] = [
  'EXPLANATION',
  'APOLOGY',
  'COMPENSATION',
  'SERVICE_FIX',
  'MEDIATION',
  'ADOPTED',
  'REJECTED',
  'REFERRAL',
  'OTHER',
];
/** What an investigation may find. */
export const verdicts: readonly Verdict[] = [
  'SUBSTANTIATED',
  'PARTLY',
  'UNSUBSTANTIATED',
  'UNDETERMINED',
  'NOT_APPLICABLE',
];

/** Something to be done, as it is typed. */
export interface TaskDraft {
  text: string;
  receiverId: string | undefined;
  dueOn: string;
}

/** A proposal as it is typed. */
export interface Draft {
  verdict: Verdict | undefined;
  causeCode: string | undefined;
  summary: string;
  kinds: ResolutionKind[];
  amount: string;
  mediator: string;
  mediationOn: string;
  rejectionCode: string | undefined;
  rejectionNotice: string;
  tasks: TaskDraft[];
  noEvidenceReason: string;
  checks: Answers;
}

/** Nothing said yet. */
export const noDraft: Draft = {
  verdict: undefined,
  causeCode: undefined,
  summary: '',
  kinds: [],
  amount: '',
  mediator: '',
  mediationOn: '',
  rejectionCode: undefined,
  rejectionNotice: '',
  tasks: [],
  noEvidenceReason: '',
  checks: noAnswers,
};

/** A proposal as the API takes it; what does not belong to the chosen kinds is left out. */
export function proposalInput(draft: Draft): Omit<ProposeResolutionInput, 'expectedVersion'> {
  const has = (kind: ResolutionKind) => draft.kinds.includes(kind);
  const { feasible, targeted, effective, lawful } = draft.checks;
  return {
    verdict: draft.verdict ?? null,
    causeCode: draft.causeCode ?? '',
    summary: draft.summary.trim(),
    kinds: draft.kinds,
    compensation: has('COMPENSATION') ? { amount: draft.amount.trim() || '0', currency: 'CNY' } : null,
    mediation:
      has('MEDIATION') && draft.mediationOn ? { mediator: draft.mediator.trim(), on: draft.mediationOn } : null,
    rejectionCode: has('REJECTED') ? (draft.rejectionCode ?? null) : null,
    rejectionNotice: has('REJECTED') ? draft.rejectionNotice.trim() || null : null,
    tasks: has('REJECTED')
      ? []
      : draft.tasks.map(({ text, receiverId, dueOn }) => ({ text: text.trim(), receiverId: receiverId ?? '', dueOn })),
    noEvidenceReason: draft.noEvidenceReason.trim() || null,
    checks: { feasible, targeted, effective, lawful },
  };
}
