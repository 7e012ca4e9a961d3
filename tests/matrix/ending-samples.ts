import { moreTime, referral } from '../endings.js';
import { seen, type Sample } from './sample.js';

/** Arguments for what asks the customer, gives time, refers and merges. */
export const endingSamples: Record<string, Sample> = {
  requestInfo: async (at) =>
    at.complaint().then((it) => ({ id: it.id, input: { ...seen(it), question: '请补充凭证', replyBy: at.today() } })),
  referComplaint: async (at) => {
    const [it, { id: opinionById }] = [await at.screened(), await at.staff()];
    return { id: it.id, input: { ...seen(it), ...referral, opinionById } };
  },
  recordReferralReceipt: async (at) => {
    const { referralId, ...it } = await at.referred();
    const receipt = { number: '2026-18', receivedAt: new Date(0).toISOString() };
    return { id: it.id, input: { ...seen(it), referralId, receipt } };
  },
  mergeComplaint: async (at) => {
    const [target, it] = [await at.complaint(), await at.complaint()];
    return { id: it.id, input: { ...seen(it), targetId: target.id } };
  },
  requestExtension: async (at) => at.investigated().then((it) => ({ id: it.id, input: { ...seen(it), ...moreTime } })),
  reviewExtension: async (at) =>
    at.awaitingTime().then((it) => ({ id: it.id, input: { ...seen(it), decision: 'APPROVE' } })),
};
