import type { Context } from '../../kernel/context.js';
import type { Complaint } from '../complaint/complaint.js';
import { ReturnVisit } from './return-visit.js';
import { Survey } from './survey.js';

/** A score up to this says that the customer is not satisfied. */
export const lowScore = 2;

/** Whether the last that the customer said of the present answer is that it does not satisfy them (D1-五.3(2), D7-四.6). */
export async function isDissatisfied({ em }: Context, { id, repliedAt }: Complaint): Promise<boolean> {
  if (!repliedAt) return false;
  const since = { complaint: id };
  const survey = await em.findOne(Survey, { ...since, state: 'ANSWERED', answeredAt: { $gte: repliedAt } });
  const [visit] = await em.find(
    ReturnVisit,
    { ...since, outcome: { $ne: 'NOT_REACHED' }, at: { $gte: repliedAt } },
    { orderBy: { at: 'desc', id: 'desc' }, limit: 1 },
  );
  if (visit && !(survey?.answeredAt && survey.answeredAt > visit.at)) return visit.outcome === 'DISSATISFIED';
  return survey !== null && survey.score! <= lowScore;
}
