import { freshKey } from '../harness/bank.js';
import { seen, type Sample } from './sample.js';

/** Arguments for what follows the reply. */
export const aftermathSamples: Record<string, Sample> = {
  answerSurvey: async (at) =>
    at.answered().then(({ trackingCode }) => ({ input: { trackingCode, score: 4, idempotencyKey: freshKey() } })),
  recordReturnVisit: async (at) =>
    at.replied().then((it) => ({ id: it.id, input: { ...seen(it), outcome: 'NOT_REACHED' } })),
  fileAppeal: async (at) =>
    at.answered().then(({ trackingCode }) => ({
      input: { trackingCode, grounds: '处理结果有误', idempotencyKey: freshKey() },
    })),
  withdrawAppeal: async (at) =>
    at.appealed().then(({ trackingCode, ...it }) => ({ id: it.id, input: { ...seen(it), trackingCode } })),
  decideAppeal: async (at) =>
    at.appealed().then((it) => ({
      id: it.id,
      input: { ...seen(it), decision: 'DISMISSED', reasons: '事实清楚', reply: '维持原处理决定。' },
    })),
  reopenComplaint: async (at) => at.replied().then((it) => ({ id: it.id, input: { ...seen(it), reason: '新证据' } })),
};
