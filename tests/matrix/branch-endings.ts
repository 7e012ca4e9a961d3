import { bankDay } from '../../server/src/kernel/bank-day.js';
import { moreTime, referral } from '../endings.js';
import { REFER, REQUEST_EXTENSION } from '../harness/bank.js';
import type { TestServer } from '../harness/server.js';

interface Standing {
  id: string;
  version: number;
}

interface Parts {
  screened(): Promise<Standing>;
  investigated(): Promise<Standing>;
  enrol(orgUnitId: string): Promise<{ id: string }>;
  // As `done` of the branch, for the two who act here.
  // oxlint-disable-next-line typescript/no-explicit-any
  done(who: 'DESK' | 'HANDLER', query: string, variables: object): Promise<any>;
  branchId: string;
  server: Pick<TestServer, 'clock'>;
}

/** New things of a branch that wait to be ended one way or another. */
export const endingsOf = ({ screened, investigated, enrol, done, branchId, server }: Parts) => ({
  /** A complaint of which a part was handed over by law, without a receipt yet. */
  referred: async (): Promise<Standing & { referralId: string }> => {
    const { id, version: expectedVersion } = await screened();
    const opinionById = (await enrol(branchId)).id;
    const input = { ...referral, expectedVersion, scope: 'PART', opinionById };
    const { version, referrals } = (await done('DESK', REFER, { id, input })).referComplaint;
    return { id, version, referralId: referrals[0].id };
  },
  /** A complaint for which its handler has asked for more time. */
  awaitingTime: async (): Promise<Standing> => {
    const { id, version: expectedVersion } = await investigated();
    return (await done('HANDLER', REQUEST_EXTENSION, { id, input: { ...moreTime, expectedVersion } })).requestExtension;
  },
  /** A day on which a customer may still answer. */
  today: () => bankDay(server.clock.now()),
});
