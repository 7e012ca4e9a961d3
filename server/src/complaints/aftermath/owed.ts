import type { EntityManager } from '@mikro-orm/postgresql';
import { SlaClock } from '../clocks/sla-clock.js';
import { liveStates } from '../enumerations.js';
import { Appeal } from './appeal.js';
import { Survey } from './survey.js';

/** The clock of a return visit that nobody has made yet. */
export const dueReturnVisit = {
  kind: 'RETURN_VISIT' as const,
  $or: [{ state: [...liveStates] }, { state: 'BREACHED' as const, fulfilledAt: null }],
};

/** What is waited for after the answer: the customer's word, the leaders', and a call to the customer. */
export async function owedAfter(em: EntityManager, complaint: string) {
  return {
    openSurveys: await em.find(Survey, { complaint, state: 'OPEN' }),
    openAppeals: await em.find(Appeal, { complaint, state: 'ACCEPTED' }),
    dueReturnVisits: await em.find(SlaClock, { complaint, ...dueReturnVisit }),
  };
}
