import {
  beingHandled,
  desk,
  either,
  forLeaders,
  handler,
  impartial,
  leaders,
  onceTakenUp,
  othersRequest,
  reviewer,
  undecided,
  unheld,
  type Row,
} from './actors.js';
import type { ComplaintFacts } from './complaint.access.js';

const waitsForReceipt = ({ referralsWithoutReceipt }: ComplaintFacts) => referralsWithoutReceipt.length > 0;

/** The part of the table of life about more time, and about ends other than an answer. */
export const endings = {
  /** 申请延期, 办法 */
  requestExtension: {
    actor: handler,
    from: beingHandled,
    to: [],
    otherwise: 'complaint.notBeingHandled',
    guards: [
      impartial,
      (_, facts) => (facts.liveDecisionClocks.length ? null : 'extension.noTimeRuns'),
      (_, facts) => (facts.openExtensions.length ? 'extension.waitsAlready' : null),
    ],
    isPointless: ({ liveDecisionClocks, openExtensions }) => !liveDecisionClocks.length || openExtensions.length > 0,
  },
  /** 审批延期: somebody else, and the leaders the second time */
  reviewExtension: {
    actor: either(desk, leaders, reviewer),
    from: beingHandled,
    to: [],
    otherwise: 'complaint.notBeingHandled',
    guards: [impartial, othersRequest, forLeaders],
    isPointless: ({ openExtensions }) => !openExtensions.length,
  },
  /** 移交, D1-五.3(3) */
  referComplaint: {
    actor: desk,
    from: ['SCREENED', 'ASSIGNED', 'INVESTIGATING', 'IN_REVIEW', 'EXECUTING'],
    to: ['REFERRED'],
    otherwise: 'complaint.notToRefer',
    guards: [impartial],
  },
  recordReferralReceipt: {
    actor: desk,
    from: onceTakenUp,
    to: [],
    otherwise: 'complaint.ended',
    guards: [(_, facts) => (waitsForReceipt(facts) ? null : 'referral.nothingWaits')],
    isPointless: (facts) => !waitsForReceipt(facts),
  },
  /** 合并 */
  mergeComplaint: {
    actor: desk,
    from: undecided,
    to: ['CLOSED'],
    otherwise: 'complaint.notToMerge',
    guards: [impartial, unheld, (_, { duplicates }) => (duplicates.length ? 'merge.hasDuplicates' : null)],
  },
} as const satisfies Readonly<Record<string, Row>>;
