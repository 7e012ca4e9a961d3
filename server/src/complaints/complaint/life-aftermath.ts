import {
  app,
  desk,
  either,
  impartial,
  unappealed,
  uninvolved,
  visitor,
  worker,
  type Row,
  type Says,
} from './actors.js';
import type { ComplaintFacts } from './complaint.access.js';

/**
 * What stands against an appeal: the decision is appealed against once, nothing of the past is, and what was merged has its
 * decision where it is handled.
 */
export function barToAppeal({ isHistorical, isAppealed, openAppeals, mergedInto }: AppealedFacts): string | null {
  if (isHistorical) return 'complaint.ended';
  if (mergedInto.length) return 'reopening.handledElsewhere';
  if (openAppeals.length) return 'complaint.appealOpen';
  return isAppealed ? 'appeal.againstThisAlready' : null;
}

/** What the rules of appeals need to know of a complaint. */
export type AppealedFacts = Pick<ComplaintFacts, 'isHistorical' | 'isAppealed' | 'openAppeals' | 'mergedInto'>;

/** What was taken over from the past, or is handled as a part of another, is not taken up anew. */
const standsAlone: Says<string | null> = (_, { isHistorical, mergedInto }) => {
  if (isHistorical) return 'complaint.ended';
  return mergedInto.length ? 'reopening.handledElsewhere' : null;
};

const inTime: Says<string | null> = (_, { reopenClosesAt, now }) =>
  reopenClosesAt !== null && new Date(reopenClosesAt) <= now ? 'reopening.tooLate' : null;

/** The part of the table of life that follows the answer. */
export const aftermath = {
  /** 评价, D1-五.3(2): by an app for the customer, or noted by staff who had no part in it */
  answerSurvey: {
    actor: either(app, worker),
    from: ['REPLIED', 'CLOSED', 'REJECTED'],
    to: [],
    otherwise: 'survey.notOpen',
    guards: [impartial, (_, { openSurveys }) => (openSurveys.length ? null : 'survey.notOpen'), uninvolved],
    isPointless: ({ openSurveys }) => !openSurveys.length,
  },
  /** 登记回访, D7-四.6 */
  recordReturnVisit: {
    actor: visitor,
    from: ['REPLIED'],
    to: [],
    otherwise: 'reply.notReplied',
    guards: [impartial, (_, { dueReturnVisits }) => (dueReturnVisits.length ? null : 'returnVisit.notDue'), uninvolved],
    isPointless: ({ dueReturnVisits }) => !dueReturnVisits.length,
  },
  /** 提出申诉, D5-五.4(2): by an app for the customer, or by staff at their request */
  fileAppeal: {
    actor: either(app, worker),
    from: ['REPLIED', 'CLOSED', 'REJECTED', 'REFERRED'],
    to: [],
    otherwise: 'appeal.nothingDecided',
    guards: [impartial, (_, facts) => barToAppeal(facts)],
    isPointless: (facts) => barToAppeal(facts) !== null,
  },
  /** 重新办理 */
  reopenComplaint: {
    actor: desk,
    from: ['REPLIED', 'CLOSED', 'REJECTED', 'REFERRED', 'WITHDRAWN'],
    to: ['SCREENED'],
    otherwise: 'reopening.inWork',
    guards: [impartial, standsAlone, unappealed, inTime],
    isPointless: ({ isHistorical, mergedInto }) => isHistorical || mergedInto.length > 0,
  },
} as const satisfies Readonly<Record<string, Row>>;
