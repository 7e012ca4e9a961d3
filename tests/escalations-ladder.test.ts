import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  COMPLAINT,
  openTestBank,
  plainComplaint,
  RAISE,
  REGISTER,
  speech,
  type PersonName,
  type Speaker,
  type TestBank,
} from './harness/bank.js';
import { startTestServer } from './harness/server.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

let day = 0;
/** A time of a new day in Shanghai. */
const shanghai = (hour: number, minute = 0) => bank.clock.set(new Date(Date.UTC(2026, 11, day, hour - 8, minute)));
beforeEach(() => {
  day++;
  shanghai(10);
});
// What one test leaves open would climb on through all later ones.
afterEach(() => bank.app.pool.query('update escalation set next_at = null').then(() => undefined));

const FIELDS = `id status level nextAt nextLevel notices { level staff { id } }`;
const register = async (more: object = {}): Promise<string> => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more });
  return (await bank.ask('teller', REGISTER('id'), { input })).registerComplaint.id;
};
const readOf = async (id: string, who: Speaker = 'headOffice') => {
  const { complaint } = await bank.ask(who, COMPLAINT(`escalations { ${FIELDS} }`), { id });
  expect(complaint.escalations).toHaveLength(1);
  return complaint.escalations[0];
};
const raised = async (level: string, more: object = {}) => {
  const id = await register(more);
  await bank.ask('teller', RAISE, { id, level });
  return id;
};
const later = (minutes: number) => new Date(bank.clock.now().getTime() + minutes * 60_000).toISOString();
const toldOn = ({ notices }: { notices: { level: string; staff: { id: string } }[] }, level: string) =>
  notices
    .filter((notice) => notice.level === level)
    .map(({ staff }) => staff.id)
    .sort();
const people = (...names: PersonName[]) => names.map((name) => bank.staff[name]).sort();

describe('nobody signs', () => {
  test('it climbs from the handler to the superior unit, and stays there', async () => {
    const id = await raised('E0');
    const steps: [level: string, minutes: number, next: string, told: PersonName[]][] = [
      ['E0', 60, 'E1', ['teller']],
      ['E1', 60, 'E2', ['outlet']],
      ['E2', 30, 'E3', ['office', 'officeClerk']],
      ['E3', 15, 'E4', ['northLeader', 'northDeputy']],
      ['E4', 60, 'E4', ['president', 'vice']],
      ['E4', 60, 'E4', ['president', 'vice']],
    ];
    for (const [level, minutes, next, told] of steps) {
      const found = await readOf(id);
      expect(found).toMatchObject({ status: 'OPEN', level, nextLevel: next, nextAt: later(minutes) });
      expect(toldOn(found, level)).toEqual(people(...told));
      bank.clock.advance({ minutes, seconds: -1 });
      await bank.sweep();
      expect((await readOf(id)).level).toBe(level);
      bank.clock.advance({ seconds: 1 });
      await bank.sweep();
    }
  });

  test('a step with nobody on it is passed over, up and in what comes next', async () => {
    // The head office has no handling team, and nobody stands above its leaders.
    const id = await raised('E1', { orgUnitId: bank.unit.head });
    const first = await readOf(id);
    expect(first).toMatchObject({ level: 'E2', nextLevel: 'E3', nextAt: later(30) });
    expect(toldOn(first, 'E2')).toEqual(people('headOffice'));
    bank.clock.advance({ minutes: 30 });
    await bank.sweep();
    expect(await readOf(id)).toMatchObject({ level: 'E3', nextLevel: 'E3', nextAt: later(15) });
    bank.clock.advance({ minutes: 15 });
    await bank.sweep();
    const last = await readOf(id);
    expect(last).toMatchObject({ level: 'E3', nextLevel: 'E3', nextAt: later(15) });
    expect(toldOn(last, 'E3')).toEqual(people('president', 'vice'));
  });

  test('a unit without leaders of its own is led by those above', async () => {
    const found = await readOf(await raised('E3', { orgUnitId: bank.unit.southOutlet }));
    expect(toldOn(found, 'E3')).toEqual(people('president', 'vice'));
  });

  test('after a long silence it climbs a step at a time, not all at once', async () => {
    const id = await raised('E2');
    bank.clock.advance({ hours: 10 });
    await bank.sweep();
    expect(await readOf(id)).toMatchObject({ level: 'E3', nextAt: later(15) });
  });
});

describe('at night', () => {
  test.each([
    ['E0', 20, 30, 32],
    ['E1', 20, 0, 32],
    ['E1', 19, 59, 20 + 59 / 60],
    ['E1', 23, 0, 32],
    ['E1', 6, 30, 8],
    ['E1', 7, 0, 8],
    ['E1', 7, 30, 8.5],
    ['E2', 22, 0, 22.5],
    ['E3', 2, 0, 2.25],
  ])('from %s raised at %i:%i the next step comes at hour %d', async (level, hour, minute, nextHour) => {
    shanghai(hour, minute);
    const found = await readOf(await raised(level));
    const midnight = Date.UTC(2026, 11, day, -8);
    expect((new Date(found.nextAt).getTime() - midnight) / 3_600_000).toBeCloseTo(nextHour, 5);
  });
});

describe('who is told', () => {
  test('keeps reading it when it has climbed past them', async () => {
    const id = await raised('E3');
    bank.clock.advance({ minutes: 15 });
    await bank.sweep();
    const escalation = await readOf(id, 'northLeader');
    expect(escalation.level).toBe('E4');
    await bank.ask('northDeputy', ACKNOWLEDGE, { id: escalation.id });
  });

  test('is told once a step, however often it repeats', async () => {
    const id = await raised('E4');
    for (let count = 0; count < 3; count++) {
      bank.clock.advance({ minutes: 60 });
      await bank.sweep();
    }
    expect((await readOf(id)).notices).toHaveLength(2);
  });

  test('is never somebody complained of, on any step', async () => {
    const named: PersonName[] = ['outlet', 'office', 'northLeader', 'president'];
    const id = await raised('E1', { staffComplainedOfIds: named.map((name) => bank.staff[name]) });
    for (let count = 0; count < 5; count++) {
      bank.clock.advance({ minutes: 60 });
      await bank.sweep();
    }
    const { rows } = await bank.app.pool.query<{ staff_id: string }>(
      `select staff_id from escalation_notice n join escalation e on e.id = n.escalation_id where e.complaint_id = $1
       union select staff_id from complaint_share where complaint_id = $1`,
      [id],
    );
    const told = rows.map(({ staff_id: staff }) => staff).sort();
    expect(told).toEqual(people('officeClerk', 'northDeputy', 'vice'));
  });

  test('may still read and sign when no role brings it into reach any more', async () => {
    const id = await raised('E2');
    const escalation = await readOf(id, 'officeClerk');
    const { leadershipGroups } = await bank.ask(
      'admin',
      'query ($unit: ID!) { leadershipGroups(filter: { orgUnitId: $unit, kind: [OFFICE] }) { items { id members { id staff { id } } } } }',
      { unit: bank.unit.north },
    );
    const [{ id: groupId, members }] = leadershipGroups.items;
    const member = members.find(({ staff }: { staff: { id: string } }) => staff.id === bank.staff.officeClerk);
    const dismiss = 'mutation ($groupId: ID!, $id: ID!) { dismissMember(groupId: $groupId, memberId: $id) { id } }';
    await bank.ask('admin', dismiss, { groupId, id: member.id });
    const { complaints } = await bank.ask('officeClerk', '{ complaints(page: { limit: 100 }) { items { id } } }');
    expect(complaints.items).toContainEqual({ id });
    await bank.ask('officeClerk', ACKNOWLEDGE, { id: escalation.id });
    expect((await readOf(id, 'officeClerk')).status).toBe('ACKNOWLEDGED');
  });
});

describe('servers come and go', () => {
  const another = (more: object = {}) => startTestServer({ databaseUrl: bank.databaseUrl, clock: bank.clock, ...more });

  test('after a restart the timers go on where they stood', async () => {
    const id = await raised('E2');
    const first = await another();
    bank.clock.advance({ minutes: 29 });
    await first.sweep();
    await first.stop();
    const second = await another();
    try {
      bank.clock.advance({ minutes: 1 });
      await second.sweep();
      const { ask } = speech(second, bank.keys);
      const { complaint } = await ask('headOffice', COMPLAINT(`escalations { ${FIELDS} }`), { id });
      expect(complaint.escalations).toMatchObject([{ level: 'E3', nextAt: later(15) }]);
    } finally {
      await second.stop();
    }
  });

  test('two at once neither double nor miss a step', async () => {
    const other = await another();
    try {
      const ids: string[] = [];
      for (let count = 0; count < 6; count++) ids.push(await raised('E2'));
      for (const minutes of [30, 15]) {
        bank.clock.advance({ minutes });
        await Promise.all([bank.sweep(), other.sweep(), bank.sweep(), other.sweep()]);
      }
      for (const id of ids) {
        const { id: escalationId, level } = await readOf(id);
        expect(level).toBe('E4');
        const events = `select kind, data ->> 'level' as level from event where subject_id = $1 order by seq`;
        const { rows } = await bank.app.pool.query<{ kind: string; level: string }>(events, [escalationId]);
        expect(rows.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
          'escalation.raised E2',
          'escalation.advanced E3',
          'escalation.advanced E4',
        ]);
      }
    } finally {
      await other.stop();
    }
  });
});
