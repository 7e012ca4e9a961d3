import { bankDay } from '../../server/src/kernel/bank-day.js';
import { moreTime, receiptOf, referred } from '../endings.js';
import {
  MERGE,
  RECORD_RECEIPT,
  REFER,
  REQUEST_EXTENSION,
  REQUEST_INFO,
  REVIEW_EXTENSION,
  type TestBank,
} from '../harness/bank.js';
import { handling, type Seen } from '../handling.js';

/** What is known of complaints beside their state: their referrals, and one that all others may be merged into. */
export interface Beside {
  bank: TestBank;
  referralOf: ReadonlyMap<string, string>;
  earlier: { id: string };
}

/** The verbs that ask, give time, merge and refer, each with what it is given. */
export const endingVerbs = (
  beside: () => Beside,
): Record<string, (id: string, version: number) => [string, object]> => ({
  requestInfo: (id, version) => [
    REQUEST_INFO,
    { id, input: { expectedVersion: version, question: '请补充凭证', replyBy: bankDay(beside().bank.clock.now()) } },
  ],
  requestExtension: (id, version) => [REQUEST_EXTENSION, { id, input: { ...moreTime, expectedVersion: version } }],
  reviewExtension: (id, version) => [
    REVIEW_EXTENSION,
    { id, input: { expectedVersion: version, decision: 'REFUSE', comment: '理由不充分' } },
  ],
  mergeComplaint: (id, version) => [MERGE, { id, input: { expectedVersion: version, targetId: beside().earlier.id } }],
  referComplaint: (id, version) => [REFER, { id, input: referred(beside().bank, version) }],
  recordReferralReceipt: (id, version) => [
    RECORD_RECEIPT,
    { id, input: receiptOf(version, beside().referralOf.get(id)) },
  ],
});

/** Ways a complaint may stand that wait for one of these verbs. */
export const endingStates = (
  beside: () => Beside & { referralOf: Map<string, string> },
): Record<string, () => Promise<Seen>> => ({
  'handed over in part': async () => {
    const { bank, referralOf } = beside();
    const { id, version } = await handling(bank).screened();
    const input = referred(bank, version, { scope: 'PART' });
    const made = (await bank.ask('office', REFER, { id, input })).referComplaint;
    referralOf.set(id, made.referrals[0].id);
    return made;
  },
  'that waits for more time': async () => {
    const { bank } = beside();
    const { id, version } = await handling(bank).investigated();
    const input = { ...moreTime, expectedVersion: version };
    return (await bank.ask('handler', REQUEST_EXTENSION, { id, input })).requestExtension;
  },
});
