import { bankDay } from '../server/src/kernel/bank-day.js';
import {
  CHANGE_LEVEL,
  COMPLAINT,
  plainComplaint,
  progress,
  RECORD,
  REGISTER,
  REQUEST_INFO,
  RESOLVE,
  type TestBank,
} from './harness/bank.js';

/** A time of the bank's watch. */
export const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
/** The end of a day of the bank. */
export const midnightAfter = (day: string) => new Date(at(`${day} 00:00`).getTime() + 86_400_000).toISOString();

const FIELDS = `version status level nextDueAt isOverdue
  clocks { id kind state startedAt warnAt dueAt isProvisional limitCount limitUnit clause totalPausedMinutes metAt
    breachedAt fulfilledAt pauses { startedAt endedAt reason { kind } }
    revisions { reason limitCount limitUnit dueAt } }
  levelHistory { from to reason by { name } createdAt }
  escalations { trigger level status } events { kind clock { kind } }`;

/** What the tests look at of a clock. */
export interface Clock {
  id: string;
  kind: string;
  state: string;
  dueAt: string;
}

/** Ways to register complaints at a time, to speak with their customers and to look at their clocks. */
export function clocking(bankOf: () => TestBank) {
  const read = async (id: string) => (await bankOf().ask('office', COMPLAINT(FIELDS), { id })).complaint;
  const tell = (id: string, more: Parameters<typeof progress>[0] = {}) =>
    bankOf().ask('office', RECORD, { id, input: progress(more) });
  return {
    read,
    tell,
    /** The last clock of a kind. */
    clockOf: async (id: string, kind: string) =>
      (await read(id)).clocks.findLast((clock: Clock) => clock.kind === kind),
    /** Escalations that wait for a signature, as `SLA_BREACH E2`. */
    liveOf: async (id: string): Promise<string[]> =>
      (await read(id)).escalations
        .filter(({ status }: { status: string }) => status === 'OPEN')
        .map(({ trigger, level }: { trigger: string; level: string }) => `${trigger} ${level}`)
        .sort(),
    /** Registers at a time and tells the customer a plan, so that the first response is no matter any more. */
    async registeredAt(time: string, more: object = {}, isTold = true): Promise<string> {
      bankOf().clock.set(at(time));
      const { registerComplaint } = await bankOf().ask('office', REGISTER('id'), { input: plainComplaint(more) });
      if (isTold) await tell(registerComplaint.id);
      return registerComplaint.id;
    },
    /** Asks the customer for something, by default within 20 days. */
    async askCustomer(id: string, replyBy = bankDay(new Date(bankOf().clock.now().getTime() + 20 * 86_400_000))) {
      const { version: expectedVersion } = await read(id);
      const input = { expectedVersion, question: '请补充交易凭证。', replyBy };
      await bankOf().ask('office', REQUEST_INFO, { id, input });
    },
    hear: (id: string) => tell(id, { kind: 'LISTENING', direction: 'INBOUND' }),
    async sweepAt(time: string): Promise<void> {
      bankOf().clock.set(at(time));
      await bankOf().sweep();
    },
    /** Tells the customer the decision. */
    async settle(id: string): Promise<void> {
      const { version: expectedVersion } = await read(id);
      const input = { expectedVersion, categoryCode: 'FEES', resolutionSummary: '已退还', customerConsents: true };
      await bankOf().ask('office', RESOLVE, { id, input });
    },
    async changeLevel(id: string, level: string, who: 'office' | 'intake' = 'office', reason = '影响扩大') {
      const { version: expectedVersion } = await read(id);
      return bankOf().say(who, CHANGE_LEVEL, { id, input: { expectedVersion, level, reason } }, { locale: 'zh' });
    },
  };
}
