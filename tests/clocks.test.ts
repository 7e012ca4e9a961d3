import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  COMPLAINT,
  openTestBank,
  plainComplaint,
  progress,
  RECORD,
  REGISTER,
  RESOLVE,
  type TestBank,
} from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());
beforeEach(() => bank.clock.advance({ hours: 24 * 30 }));
// What one test leaves open would climb on through all later ones.
const opened: string[] = [];
const tellAll = async () => {
  for (const id of opened.splice(0)) {
    const { complaint } = await bank.ask('office', COMPLAINT('version level status'), { id });
    if (complaint.status !== 'REGISTERED') continue;
    const isPlain = complaint.level === 'GENERAL' || complaint.level === 'SUGGESTION';
    if (isPlain) await bank.ask('office', RESOLVE, { id, input: resolution(complaint.version) });
    else await bank.ask('office', RECORD, { id, input: progress() });
  }
};
const resolution = (expectedVersion: number) => ({
  expectedVersion,
  categoryCode: 'FEES',
  resolutionSummary: '已退还',
  customerConsents: true,
});
afterEach(tellAll);

const CLOCK = `nextDueAt isOverdue status
  clocks { kind state startedAt warnAt dueAt metAt breachedAt fulfilledAt } escalations { trigger status }
  events { kind clock { kind state } }`;
/** A complaint with the clock of its first response alone. */
const read = async (id: string) => {
  const { complaint } = await bank.ask('office', COMPLAINT(CLOCK), { id });
  const isFirst = ({ kind }: { kind: string }) => kind === 'FIRST_RESPONSE';
  return { ...complaint, clocks: complaint.clocks.filter(isFirst) };
};
const register = async (more: object = {}) => {
  const { registerComplaint } = await bank.ask('office', REGISTER('id version receivedAt'), {
    input: plainComplaint(more),
  });
  opened.push(registerComplaint.id);
  return registerComplaint;
};
const sweptAt = async (minutes: number, from: string) => {
  bank.clock.set(new Date(new Date(from).getTime() + minutes * 60_000));
  await bank.sweep();
};
const after = (minutes: number, from: string) => new Date(new Date(from).getTime() + minutes * 60_000).toISOString();

test.each([
  ['SUGGESTION', 24],
  ['GENERAL', 24],
  ['MAJOR', 24],
  ['URGENT', 2],
])('a first response is due for level %s after %s hours from receipt, nights included', async (level, hours) => {
  const receivedAt = new Date(bank.clock.now().getTime() - 3_600_000).toISOString();
  const { id } = await register({ level, receivedAt });
  const dueAt = after(hours * 60, receivedAt);
  expect(await read(id)).toMatchObject({
    nextDueAt: dueAt,
    isOverdue: false,
    clocks: [
      {
        kind: 'FIRST_RESPONSE',
        state: 'RUNNING',
        startedAt: receivedAt,
        warnAt: after(hours * 45, receivedAt),
        dueAt,
        metAt: null,
        breachedAt: null,
        fulfilledAt: null,
      },
    ],
  });
});

test('it is warned of at three quarters, and breached at its end, not a second earlier', async () => {
  const { id, receivedAt } = await register();
  const states = [];
  for (const minutes of [18 * 60 - 1 / 60, 18 * 60, 24 * 60 - 1 / 60, 24 * 60]) {
    await sweptAt(minutes, receivedAt);
    const { clocks, isOverdue, escalations } = await read(id);
    states.push([clocks[0].state, isOverdue, escalations.length]);
  }
  expect(states).toEqual([
    ['RUNNING', false, 0],
    ['WARNED', false, 0],
    ['WARNED', false, 0],
    ['BREACHED', true, 1],
  ]);
  const { events, clocks, escalations } = await read(id);
  expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['CLOCK_BREACHED', 'CLOCK_WARNED', 'REGISTERED']);
  expect(events[0].clock).toEqual({ kind: 'FIRST_RESPONSE', state: 'BREACHED' });
  expect(clocks[0].breachedAt).toBe(after(24 * 60, receivedAt));
  expect(escalations).toEqual([{ trigger: 'NO_FIRST_RESPONSE', status: 'OPEN' }]);
});

test('what is received late is overdue at once when it is looked at', async () => {
  const receivedAt = new Date(bank.clock.now().getTime() - 30 * 3_600_000).toISOString();
  const { id } = await register({ receivedAt });
  expect((await read(id)).isOverdue).toBe(true);
  await bank.sweep();
  expect((await read(id)).events.map(({ kind }: { kind: string }) => kind)).toEqual(['CLOCK_BREACHED', 'REGISTERED']);
});

test('telling the customer a plan or progress meets it', async () => {
  const { id, receivedAt } = await register();
  await sweptAt(20 * 60, receivedAt);
  await bank.ask('office', RECORD, { id, input: progress() });
  const met = await read(id);
  expect(met.clocks).toMatchObject([{ state: 'MET', metAt: after(20 * 60, receivedAt), fulfilledAt: null }]);
  expect(met).toMatchObject({ nextDueAt: expect.any(String), isOverdue: false });
  await sweptAt(48 * 60, receivedAt);
  expect(await read(id)).toMatchObject({ clocks: [{ state: 'MET' }], escalations: [], isOverdue: false });
});

test('settling the matter at once meets it, too', async () => {
  const { id, version } = await register({ categoryCode: 'FEES' });
  await bank.ask('office', RESOLVE, { id, input: resolution(version) });
  // What is due next is a call to the customer.
  const seen = await read(id);
  expect(seen).toMatchObject({ status: 'REPLIED', clocks: [{ state: 'MET' }] });
  const { clocks } = (await bank.ask('office', COMPLAINT('clocks { kind dueAt }'), { id })).complaint;
  expect(clocks).toContainEqual({ kind: 'RETURN_VISIT', dueAt: seen.nextDueAt });
});

test.each([
  [{ kind: 'PROGRESS', direction: 'INBOUND' }],
  [{ kind: 'LISTENING', direction: 'INBOUND' }],
  [{ kind: 'SOOTHING', direction: 'OUTBOUND' }],
  [{ kind: 'EXPLANATION', direction: 'OUTBOUND' }],
])('%p is no response', async (talk) => {
  const { id } = await register();
  await bank.ask('office', RECORD, { id, input: progress(talk) });
  expect(await read(id)).toMatchObject({ clocks: [{ state: 'RUNNING' }] });
});

test.each(['ACK', 'REPLY', 'INFO_REQUEST', 'ACCEPTANCE', 'REJECTION', 'RESULT'])(
  '%s cannot be written by hand',
  async (kind) => {
    const { id } = await register();
    const { extensions } = await bank.refusal('office', RECORD, { id, input: progress({ kind }) });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { kind: expect.any(String) } });
  },
);

test('a response after the end leaves it breached and says when it came', async () => {
  const { id, receivedAt } = await register();
  await sweptAt(24 * 60, receivedAt);
  await sweptAt(26 * 60, receivedAt);
  await bank.ask('office', RECORD, { id, input: progress() });
  expect(await read(id)).toMatchObject({
    isOverdue: false,
    clocks: [{ state: 'BREACHED', metAt: null, fulfilledAt: after(26 * 60, receivedAt) }],
    escalations: [{ trigger: 'NO_FIRST_RESPONSE', status: 'CANCELLED' }],
  });
});

test('a response at the very end, before anybody looked, is late', async () => {
  const { id, receivedAt } = await register();
  bank.clock.set(new Date(after(24 * 60, receivedAt)));
  await bank.ask('office', RECORD, { id, input: progress() });
  await bank.sweep();
  const at = after(24 * 60, receivedAt);
  expect(await read(id)).toMatchObject({ clocks: [{ state: 'BREACHED', breachedAt: at, fulfilledAt: at }] });
});

test('a second response changes nothing', async () => {
  const { id } = await register();
  await bank.ask('office', RECORD, { id, input: progress() });
  const first = (await read(id)).clocks;
  bank.clock.advance({ hours: 30 });
  await bank.ask('office', RECORD, { id, input: progress() });
  expect((await read(id)).clocks).toEqual(first);
});

test('two sweeps at once warn and breach once', async () => {
  const ids = [];
  for (let count = 0; count < 5; count++) ids.push((await register()).id);
  for (const hours of [18, 6]) {
    bank.clock.advance({ hours });
    await Promise.all([bank.sweep(), bank.sweep(), bank.sweep()]);
  }
  for (const id of ids) {
    const { events, escalations } = await read(id);
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['CLOCK_BREACHED', 'CLOCK_WARNED', 'REGISTERED']);
    expect(escalations).toHaveLength(1);
  }
});

test('a response while timers fire is neither refused nor lost', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 6; count++) ids.push((await register()).id);
  bank.clock.advance({ hours: 24 });
  await bank.tokenOf('office');
  await Promise.all([
    bank.sweep(),
    ...ids.map((id) => bank.ask('office', RECORD, { id, input: progress() })),
    bank.sweep(),
  ]);
  for (const id of ids) {
    const { clocks, escalations } = await read(id);
    expect(clocks).toMatchObject([{ state: 'BREACHED', fulfilledAt: expect.any(String) }]);
    expect(escalations.every(({ status }: { status: string }) => status === 'CANCELLED')).toBe(true);
  }
});

test('whatever happens in whatever order, a clock is met, late or open as the times say', async () => {
  const step = fc.record({ minutes: fc.integer({ min: 1, max: 700 }), act: fc.constantFrom('sweep', 'tell', 'talk') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { id, receivedAt } = await register();
      let minutes = 0;
      let toldAt: number | null = null;
      for (const { minutes: more, act } of [...steps, { minutes: 1, act: 'sweep' }]) {
        minutes += more;
        bank.clock.set(new Date(after(minutes, receivedAt)));
        if (act === 'sweep') await bank.sweep();
        else if (act === 'tell') await bank.ask('office', RECORD, { id, input: progress() });
        else await bank.ask('office', RECORD, { id, input: progress({ kind: 'SOOTHING' }) });
        if (act === 'tell') toldAt ??= minutes;
      }
      const end = 24 * 60;
      const late = (at: number) => (at < end ? (at < end * 0.75 ? 'RUNNING' : 'WARNED') : 'BREACHED');
      const state = toldAt === null ? late(minutes) : toldAt < end ? 'MET' : 'BREACHED';
      const found = await read(id);
      expect(found.clocks[0].state).toBe(state);
      expect(found.isOverdue).toBe(toldAt === null && minutes >= end);
      const dueAt = after(end, receivedAt);
      expect(found.nextDueAt === dueAt).toBe(toldAt === null);
      await tellAll();
    }),
    { numRuns: 25 },
  );
}, 300_000);
