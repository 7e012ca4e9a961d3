import { ANSWER, APPEAL, REOPEN } from '../aftermath.js';
import { freshKey, type TestBank } from '../harness/bank.js';
import type { Seen } from '../handling.js';
import { deciding, VISIT } from '../resolution.js';

/** An appeal that says why. */
const grievance = () => ({ grounds: '处理结果有误', idempotencyKey: freshKey() });

/** What is done after the reply, with what it needs. */
export const aftermathVerbs: Record<string, (id: string, version: number) => [string, object]> = {
  answerSurvey: (id) => [ANSWER, { id, input: { score: 4, idempotencyKey: freshKey() } }],
  recordReturnVisit: (id, version) => [VISIT, { id, input: { expectedVersion: version, outcome: 'NOT_REACHED' } }],
  fileAppeal: (id) => [APPEAL, { id, input: grievance() }],
  reopenComplaint: (id, version) => [
    REOPEN,
    { id, input: { expectedVersion: version, reason: '发现新的证据', categoryCode: 'FEES', level: 'MAJOR' } },
  ],
};

/** Ways a complaint may stand after the reply. */
export const aftermathStates = (bankOf: () => TestBank): Record<string, () => Promise<Seen>> => ({
  'answered after an investigation': () => deciding(bankOf()).replied(),
  'answered, with an appeal that waits': async () => {
    const made = await deciding(bankOf()).replied();
    await bankOf().ask('intake', APPEAL, { id: made.id, input: grievance() });
    return made;
  },
});
