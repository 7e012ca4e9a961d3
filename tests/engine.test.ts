import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { runSweeps } from '../server/src/kernel/engine.js';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type TestBank } from './harness/bank.js';
import { ownerSql } from './harness/database.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());
// What earlier tests left open climbs before the next one begins.
beforeEach(async () => {
  bank.clock.advance({ hours: 24 });
  await bank.sweep();
});

const downMs = 2 * 3_600_000;

/** Complaints whose first response falls due one after the other in the next two hours; all have been warned of. */
async function fallDue(count: number): Promise<{ id: string; dueAt: number }[]> {
  const due: { id: string; dueAt: number }[] = [];
  const now = bank.clock.now().getTime();
  for (let number = 0; number < count; number++) {
    // Those received later are not those due later.
    const dueAt = now + (((number * 7) % count) + 0.5) * (downMs / count);
    const receivedAt = new Date(dueAt - 24 * 3_600_000).toISOString();
    const { registerComplaint } = await bank.ask('office', REGISTER('id'), { input: plainComplaint({ receivedAt }) });
    due.push({ id: registerComplaint.id, dueAt });
  }
  await bank.sweep();
  return due.toSorted((a, b) => a.dueAt - b.dueAt);
}

const STORY = 'clocks { kind state } events { kind lateMinutes } escalations { trigger status }';
/** A complaint with the clock that is looked at here. */
async function read(id: string) {
  const { complaint } = await bank.ask('office', COMPLAINT(STORY), { id });
  return { ...complaint, clocks: complaint.clocks.filter(({ kind }: { kind: string }) => kind === 'FIRST_RESPONSE') };
}
const once = {
  clocks: [{ state: 'BREACHED' }],
  events: [{ kind: 'CLOCK_BREACHED' }, { kind: 'CLOCK_WARNED' }, { kind: 'REGISTERED', lateMinutes: null }],
  escalations: [{ trigger: 'NO_FIRST_RESPONSE', status: 'OPEN' }],
};

const BREACHES = `query ($from: DateTimeISO!, $after: String) {
  auditEntries(filter: { kind: ["complaint.clockBreached"], occurredFrom: $from }, sort: { field: AT, direction: ASC },
    page: { limit: 100, after: $after }) {
    items { subject { id } details { name value } } pageInfo { endCursor hasNextPage } } }`;

/** What the audit log holds of clocks found breached from a time on, oldest first. */
async function breachesSince(from: Date): Promise<{ id: string; lateSeconds: number }[]> {
  const found = [];
  for (let after: string | null = null; ;) {
    const { auditEntries } = await bank.ask('auditor', BREACHES, { from, after });
    for (const { subject, details } of auditEntries.items as {
      subject: { id: string };
      details: { name: string; value: string }[];
    }[]) {
      found.push({ id: subject.id, lateSeconds: Number(details.find(({ name }) => name === 'lateSeconds')?.value) });
    }
    if (!auditEntries.pageInfo.hasNextPage) return found;
    after = auditEntries.pageInfo.endCursor;
  }
}

test('after two hours without an engine each clock fires once, in order, and says how late it is', async () => {
  const due = await fallDue(120);
  bank.clock.advance({ hours: 2 });
  const back = bank.clock.now();
  await bank.sweep();
  const lateOf = (dueAt: number) => Math.floor((back.getTime() - dueAt) / 1000);
  expect(await breachesSince(back)).toEqual(due.map(({ id, dueAt }) => ({ id, lateSeconds: lateOf(dueAt) })));
  for (const { id, dueAt } of [due[0]!, due[60]!, due[119]!]) {
    const story = await read(id);
    expect(story).toMatchObject(once);
    expect(story.events[0].lateMinutes).toBe(Math.floor(lateOf(dueAt) / 60));
  }
});

test('of engines that come back together each clock fires once', async () => {
  const due = await fallDue(40);
  bank.clock.advance({ hours: 2 });
  const back = bank.clock.now();
  await Promise.all([bank.sweep(), bank.sweep(), bank.sweep()]);
  // What one of them held while the others looked is left to the next look.
  await bank.sweep();
  const fired = (await breachesSince(back)).map(({ id }) => id);
  expect(fired.toSorted()).toEqual(due.map(({ id }) => id).toSorted());
  for (const { id } of due) expect(await read(id)).toMatchObject(once);
});

test('a clock that cannot be dealt with holds up none of those due with it, and fires once it can', async () => {
  const due = await fallDue(30);
  const broken = due[3]!.id;
  bank.clock.advance({ hours: 2 });
  await ownerSql(
    bank.databaseUrl,
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`,
    `create trigger refuse before update on sla_clock for each row when (new.complaint_id = '${broken}') execute function refuse()`,
  );
  await bank.sweep();
  for (const { id } of due)
    expect(await read(id)).toMatchObject(id === broken ? { clocks: [{ state: 'WARNED' }], escalations: [] } : once);
  await ownerSql(bank.databaseUrl, 'drop trigger refuse on sla_clock', 'drop function refuse');
  await bank.sweep();
  expect(await read(broken)).toMatchObject(once);
});

test('while very many rows of one kind are due, those of another kind have their turn', async () => {
  let left = 3000;
  const leftAtTurn: number[] = [];
  const many = async (_: unknown, { most }: { most: number }) => {
    const done = Math.min(most, left);
    left -= done;
    return done;
  };
  const few = async () => {
    leftAtTurn.push(left);
    return 0;
  };
  await runSweeps(bank.app, { many, few });
  expect(left).toBe(0);
  expect(leftAtTurn.length).toBeGreaterThan(5);
});
