import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ManualClock } from '../../server/src/kernel/clock.js';
import { has, openAdoptingBank } from '../adopting.js';
import { at, clocking, midnightAfter } from '../clocking.js';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank({ clock: new ManualClock(at('2026-03-02 09:00')) });
});
afterAll(() => bank.stop());

const TEAM = `mutation ($input: CreateLeadershipGroupInput!) { createLeadershipGroup(input: $input) {
  orgUnit { kind } members { position basis } } }`;

const registerAs = async (who: 'teller' | 'outlet' | 'southOutlet', more: object = {}): Promise<string> =>
  (await bank.ask(who, REGISTER(), { input: plainComplaint(more) })).registerComplaint.id;

// Guard: checkUnits in complaints/intake/check-intake.ts takes the unit that is named, else the registrar's own.
test('D2-二 D6-二 every member of staff registers for any unit, for their own unless they say another', async () => {
  const own = await registerAs('teller');
  const other = await registerAs('teller', { orgUnitId: bank.unit.southOutlet });
  const unitOf = async (id: string) =>
    (await bank.ask('teller', COMPLAINT('orgUnit { id } registeredUnit { id }'), { id })).complaint;
  expect(await unitOf(own)).toEqual({
    orgUnit: { id: bank.unit.northOutlet },
    registeredUnit: { id: bank.unit.northOutlet },
  });
  expect(await unitOf(other)).toMatchObject({ orgUnit: { id: bank.unit.southOutlet } });
});

// Guard: `withSubtree` in grantAt of org/grants/rights.ts.
test('D6-三.1 the leadership group of the head office leads the whole bank', async () => {
  const ids = [await registerAs('outlet'), await registerAs('southOutlet')];
  for (const id of ids) expect((await bank.ask('director', COMPLAINT('id'), { id })).complaint).toEqual({ id });
  expect((await bank.refusal('northLeader', COMPLAINT('id'), { id: ids[1] })).extensions.code).toBe('NOT_FOUND');
});

// Guard: the department of a position in `holds` of plans/presets/standing.ts.
test('D6-三.2 the office has people of customer service, risk and legal, or the plan says who is missing', async () => {
  const org = await openAdoptingBank();
  const people: string[] = [];
  for (const [index, name] of ['客户服务部', '风险管理部', '法律合规部'].entries())
    people.push(await org.hire(`office${index}`, await org.department(org.east, name)));
  const [service, risk, legal] = people as [string, string, string];
  const other = await org.hire('other', org.east);
  const leaders = { kind: 'LEADERSHIP_GROUP', members: [has(await org.hire('leader', org.east), 'LEADER')] };
  const office = { kind: 'OFFICE', members: [has(service, 'LEADER'), has(risk, 'MEMBER'), has(other, 'MEMBER')] };
  const draft = await org.adopt({ preset: 'D6', orgUnitId: org.east, groups: [leaders, office] });
  const officeId: string = draft.demands[1].group.id;
  await org.approveAll(officeId);
  const vacantSeats = async () =>
    (await org.read(draft.id)).demands[1].vacancies.map(
      ({ position }: { position: { label: string } }) => position.label,
    );
  expect(await vacantSeats()).toEqual(['人员：法律合规部']);
  await org.appoint(officeId, has(legal, 'MEMBER'));
  expect(await vacantSeats()).toEqual([]);
  await org.stop();
});

// Guard: `spread` in plans/presets/standing.ts.
test('D6-三.3 branch, sub-branch and outlet each have a handling team, or are named', async () => {
  const org = await openAdoptingBank();
  const subBranch = await org.department(org.east, '东门支行', 'SUB_BRANCH');
  const draft = await org.adopt({ preset: 'D6', orgUnitId: org.east });
  const without = async () => (await org.read(draft.id)).demands[2].unitNamesWithout.toSorted();
  expect(await without()).toEqual(['东分行', '东门支行', '东门网点']);
  const posts = ['OUTLET_MANAGER', 'RELATIONSHIP_MANAGER', 'TELLER'];
  const kinds = [];
  for (const [index, orgUnitId] of [org.east, subBranch, org.eastOutlet].entries()) {
    const members = [];
    for (const post of posts)
      members.push(has(await org.hire(`${post}${index}`, orgUnitId), members.length ? 'MEMBER' : 'LEADER', post));
    const input = { kind: 'HANDLING_TEAM', name: `投诉处理小组${index}`, orgUnitId, members };
    const { createLeadershipGroup: team } = await org.ask(TEAM, { input }, org.anna);
    expect(team.members.map(({ basis }: { basis: string }) => basis)).toEqual(posts);
    kinds.push(team.orgUnit.kind);
  }
  expect(kinds).toEqual(['BRANCH', 'SUB_BRANCH', 'OUTLET']);
  expect(await without()).toEqual([]);
  await org.stop();
});

// Guard: `complainant.nameNeeded` in checkComplainant of complaints/complainant/personal-data.ts; `content` in checkTexts.
test('D6-四.1(1) an outlet and a department register calls, letters and visits, with name, contact and content', async () => {
  for (const channel of ['PHONE', 'LETTER', 'ON_SITE'])
    for (const who of ['teller', 'southOffice'] as const) {
      const { registerComplaint } = await bank.ask(who, REGISTER('channel'), { input: plainComplaint({ channel }) });
      expect(registerComplaint).toEqual({ channel });
    }
  const { extensions } = await bank.refusal('teller', REGISTER(), {
    input: plainComplaint({ complainant: { phone: '13800001111' }, content: '' }),
  });
  expect(Object.keys(extensions.fields!).toSorted()).toEqual(['complainant.name', 'content']);
});

const { read, clockOf, registeredAt, askCustomer, hear, sweepAt } = clocking(() => bank);

// Guard: `pausesFor` in complaints/clocks/limits.ts; the default pack names RESOLUTION alone.
test('D6-四.2(2) asking the customer stops the time of the decision alone, until they are heard', async () => {
  const id = await registeredAt('2026-03-02 10:00');
  bank.clock.set(at('2026-03-03 10:00'));
  await askCustomer(id);
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED', dueAt: midnightAfter('2026-03-05') });
  expect(await clockOf(id, 'PROGRESS')).toMatchObject({ state: 'RUNNING' });
  await askCustomer(id);
  await sweepAt('2026-03-09 10:00');
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'PAUSED', breachedAt: null });
  await hear(id);
  // Paused at the end of 3, 4, 5 and 6 March, which are worked: the 2nd day that counts is the 9th.
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({
    state: 'RUNNING',
    dueAt: midnightAfter('2026-03-11'),
    totalPausedMinutes: 6 * 24 * 60,
    pauses: [
      {
        startedAt: at('2026-03-03 10:00').toISOString(),
        endedAt: at('2026-03-09 10:00').toISOString(),
        reason: { kind: 'INFO_REQUEST' },
      },
    ],
  });
  const { events } = await read(id);
  const kinds = events.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => /PAUSED|RESUMED/.test(kind))).toEqual(['CLOCK_RESUMED', 'CLOCK_PAUSED']);
});
