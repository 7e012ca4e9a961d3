import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ACKNOWLEDGE,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RAISE,
  RECORD,
  REGISTER,
  RESOLVE,
  RESOLVE_ESCALATION,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

type Level = 'E2' | 'E3' | 'E4';
const delay = { E2: 30, E3: 15, E4: 60 };
const timeout = { E2: 240, E3: 120, E4: 120 };
const above = { E2: 'E3', E3: 'E4', E4: 'E4' } as const;

/** What is expected of the escalation that people ask for, by the rules as they are written. */
class Expected {
  status: 'NONE' | 'OPEN' | 'ACKNOWLEDGED' | 'RESOLVED' | 'CANCELLED' = 'NONE';
  level: Level = 'E2';
  nextAt: number | null = null;
  isReplied = false;
  raisedCount = 0;

  raise(level: Level, now: number): boolean {
    if (!this.isLive) this.raisedCount++;
    if (!this.isLive || level > this.level) this.standOn(level, now);
    return true;
  }

  /** The decision is told: what was raised before has lost its cause. */
  settle(): void {
    this.isReplied = true;
    if (this.isLive) this.status = 'CANCELLED';
    this.nextAt = null;
  }

  acknowledge(now: number): boolean {
    if (!this.isLive) return false;
    if (this.status === 'OPEN') {
      this.status = 'ACKNOWLEDGED';
      this.nextAt = now + timeout[this.level];
    }
    return true;
  }

  resolve(): boolean {
    if (this.status !== 'ACKNOWLEDGED') return false;
    this.status = 'RESOLVED';
    this.nextAt = null;
    return true;
  }

  sweep(now: number): void {
    if (this.nextAt === null || this.nextAt > now) return;
    if (this.status === 'OPEN') this.standOn(above[this.level], now);
    else this.standOn(this.level, now);
  }

  private get isLive(): boolean {
    return this.status === 'OPEN' || this.status === 'ACKNOWLEDGED';
  }

  private standOn(level: Level, now: number): void {
    this.status = 'OPEN';
    this.level = level;
    this.nextAt = now + delay[level];
  }
}

const act = fc.oneof(
  fc.record({ kind: fc.constant('raise' as const), level: fc.constantFrom<Level>('E2', 'E3', 'E4') }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 260 }) }),
  fc.record({
    kind: fc.constantFrom('acknowledge' as const, 'resolve' as const, 'settle' as const, 'twoSweeps' as const),
  }),
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** One complaint, what the rules expect of it, and when it began. */
interface Played {
  id: string;
  expected: Expected;
  start: number;
}
const minutesOf = ({ start }: Played) => (bank.clock.now().getTime() - start) / 60_000;

async function play(played: Played, step: Act): Promise<void> {
  const { id, expected } = played;
  if (step.kind === 'raise') {
    await expectAnswer(expected.raise(step.level, minutesOf(played)), RAISE, { id, level: step.level });
  } else if (step.kind === 'wait') {
    bank.clock.advance({ minutes: step.minutes });
    expected.sweep(minutesOf(played));
    await bank.sweep();
  } else if (step.kind === 'twoSweeps') {
    expected.sweep(minutesOf(played));
    await Promise.all([bank.sweep(), bank.sweep()]);
  } else if (step.kind === 'settle') await settle(played);
  else await sign(played, step.kind);
  await expectAsModelled(played);
}

async function settle({ id, expected }: Played): Promise<void> {
  if (expected.isReplied) return;
  expected.settle();
  bank.clock.advance({ minutes: 1 });
  const { version } = (await bank.ask('office', COMPLAINT('version'), { id })).complaint;
  const input = { expectedVersion: version, resolutionSummary: '已解释清楚', customerConsents: true };
  await bank.ask('office', RESOLVE, { id, input });
  bank.clock.advance({ minutes: 1 });
}

async function sign(played: Played, kind: 'acknowledge' | 'resolve'): Promise<void> {
  const [newest] = await escalationsOf(played.id);
  if (!newest) return;
  const { expected } = played;
  const isAccepted = kind === 'acknowledge' ? expected.acknowledge(minutesOf(played)) : expected.resolve();
  await expectAnswer(isAccepted, kind === 'acknowledge' ? ACKNOWLEDGE : RESOLVE_ESCALATION, newest);
}

async function expectAnswer(isAccepted: boolean, query: string, variables: object): Promise<void> {
  const { errors } = await bank.say('office', query, variables);
  expect(errors?.map(({ extensions }) => extensions.code) ?? []).toEqual(isAccepted ? [] : ['CONFLICT']);
}

async function escalationsOf(id: string) {
  const fields = 'escalations { id version trigger status level nextAt nextLevel }';
  const { escalations } = (await bank.ask('office', COMPLAINT(fields), { id })).complaint;
  return escalations.filter(({ trigger }: { trigger: string }) => trigger === 'MANUAL');
}

async function expectAsModelled({ id, expected, start }: Played): Promise<void> {
  const found = await escalationsOf(id);
  const { status, level, nextAt, raisedCount } = expected;
  expect(found).toHaveLength(raisedCount);
  const dueAt = nextAt === null ? null : new Date(start + nextAt * 60_000).toISOString();
  const nextLevel = status === 'OPEN' ? above[level] : null;
  expect(found.slice(0, 1)).toMatchObject(raisedCount ? [{ status, level, nextAt: dueAt, nextLevel }] : []);
}

test('whatever people and timers do in whatever order, an escalation stands where the rules put it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (steps) => {
      const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, categoryCode: 'FEES' });
      const { id } = (await bank.ask('app', REGISTER(), { input })).registerComplaint;
      await bank.ask('office', RECORD, { id, input: progress() });
      const played = { id, expected: new Expected(), start: bank.clock.now().getTime() };
      for (const step of steps) await play(played, step);
      // What one case leaves open would climb on through all later ones.
      await bank.app.pool.query('update escalation set next_at = null');
    }),
    { numRuns: 40 },
  );
}, 300_000);
