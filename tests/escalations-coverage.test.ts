import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Context } from '../server/src/kernel/context.js';
import { system } from '../server/src/kernel/viewer.js';
import { createLeadershipGroup } from '../server/src/org/groups/leadership-group.actions.js';
import { LeadershipGroup } from '../server/src/org/groups/leadership-group.js';
import { createOrgUnit } from '../server/src/org/units/org-unit.actions.js';
import { Staff } from '../server/src/org/staff/staff.js';
import { openTestBank, plainComplaint, RAISE, REGISTER, type TestBank } from './harness/bank.js';

let bank: TestBank;
beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.stop());

const STEP = 'step afterMinutes orgUnit { code } group { kind orgUnit { code } } staff { id }';
const COVERAGE = `query ($id: ID!, $filter: EscalationGapFilter, $page: PageInput) { escalationCoverage(orgUnitId: $id) {
  unitCount caseCount unreachedCount orgUnit { name }
  gaps(filter: $filter, page: $page) { totalCount pageInfo { endCursor hasNextPage }
    items { step positions reason triggers orgUnit { code } group { id } climbsTo { ${STEP} } } } } }`;
const LADDER = `query ($id: ID!, $trigger: EscalationTrigger!, $level: Level!) { escalationCoverage(orgUnitId: $id) {
  ladder(trigger: $trigger, level: $level) { ${STEP} } } }`;

const coverageOf = async (id: string, more: object = {}) =>
  (await bank.ask('admin', COVERAGE, { id, ...more })).escalationCoverage;
interface Gap {
  step: string;
  reason: string;
  orgUnit: { code: string };
  group: { id: string } | null;
  climbsTo: { step: string; orgUnit: { code: string } } | null;
}
const told = ({ items }: { items: Gap[] }) =>
  items.map(
    ({ orgUnit, step, reason, climbsTo }) =>
      `${orgUnit.code} ${step} ${reason} → ${climbsTo ? `${climbsTo.step} of ${climbsTo.orgUnit.code}` : 'nobody'}`,
  );

/** Puts people out of office, and back again. */
async function without(usernames: readonly string[], work: () => Promise<void>): Promise<void> {
  const em = bank.app.orm.em.fork();
  const set = (isActive: boolean) => em.nativeUpdate(Staff, { username: { $in: [...usernames] } }, { isActive });
  await set(false);
  await work().finally(() => set(true));
}

describe('what an administrator sees', () => {
  test('every step that nobody stands on, with who is told instead', async () => {
    const { unitCount, caseCount, unreachedCount, gaps, orgUnit } = await coverageOf(bank.unit.head);
    expect({ unitCount, unreachedCount, name: orgUnit.name }).toEqual({
      unitCount: 6,
      unreachedCount: 0,
      name: '总行',
    });
    // Twenty-one triggers of their own at four levels, save that the level itself escalates at two.
    expect(caseCount).toBe(6 * (21 * 4 + 2));
    expect(told(gaps)).toEqual([
      '0000 E1 NO_GROUP → E2 of 0000',
      '1000 E1 NO_GROUP → E2 of 1000',
      '1100 E1 NO_GROUP → E2 of 1000',
      '2000 E1 NO_GROUP → E2 of 2000',
    ]);
  });

  test('a group whose leaders are gone is named, and whoever further up is told in their place', async () => {
    await without(['northLeader', 'northDeputy'], async () => {
      const { gaps } = await coverageOf(bank.unit.north, { filter: { reason: 'VACANT' } });
      expect(told(gaps)).toEqual(['1000', '1100', '1101'].map((code) => `${code} E3 VACANT → E3 of 0000`));
      const group = await bank.app.orm.em
        .fork()
        .findOneOrFail(LeadershipGroup, { kind: 'LEADERSHIP_GROUP', orgUnit: bank.unit.north });
      expect(gaps.items[0]).toMatchObject({ positions: ['LEADER', 'DEPUTY'], group: { id: group.id } });
      expect(gaps.items[0].triggers).toContain('MEDIA');
    });
  });

  test('where nobody is left at all it comes first, and the cases are counted', async () => {
    await without(['president', 'vice', 'northLeader', 'northDeputy'], async () => {
      const { gaps, unreachedCount } = await coverageOf(bank.unit.head, {
        filter: { level: 'URGENT', trigger: 'MEDIA' },
      });
      expect(told(gaps).every((line) => line.includes('E3 VACANT → nobody'))).toBe(true);
      expect(gaps.totalCount).toBe(6);
      // FRAUD, MEDIA, MAJOR_RISK, SOCIAL_IMPACT, REPUTATION and APPEAL_FILED at four levels, and URGENT itself, in six units.
      expect(unreachedCount).toBe(6 * 25);
    });
  });

  test('gaps come in pages', async () => {
    const first = await coverageOf(bank.unit.head, { page: { limit: 3 } });
    expect(first.gaps).toMatchObject({ totalCount: 4, pageInfo: { endCursor: '3', hasNextPage: true } });
    const rest = await coverageOf(bank.unit.head, { page: { limit: 3, after: '3' } });
    expect(told(rest.gaps)).toEqual(['2000 E1 NO_GROUP → E2 of 2000']);
  });

  test('the ladder of one unit for one cause, with the times', async () => {
    const ladderOf = async (trigger: string, level: string) =>
      (await bank.ask('admin', LADDER, { id: bank.unit.northOutlet, trigger, level })).escalationCoverage.ladder;
    const people = (...names: (keyof TestBank['staff'])[]) => names.map((name) => ({ id: bank.staff[name] }));
    expect(await ladderOf('NO_FIRST_RESPONSE', 'GENERAL')).toMatchObject([
      { step: 'E2', afterMinutes: 0, orgUnit: { code: '1000' }, staff: people('office', 'officeClerk') },
      {
        step: 'E3',
        afterMinutes: 30,
        group: { kind: 'LEADERSHIP_GROUP' },
        staff: people('northLeader', 'northDeputy'),
      },
      { step: 'E4', afterMinutes: 45, orgUnit: { code: '0000' }, staff: people('president', 'vice') },
    ]);
    expect(await ladderOf('LEVEL_RAISED', 'GENERAL')).toEqual([]);
    // Nobody stands above the head office, so its ladder ends below E4.
    const top = await bank.ask('admin', LADDER, { id: bank.unit.head, trigger: 'MEDIA', level: 'GENERAL' });
    expect(top.escalationCoverage.ladder).toMatchObject([{ step: 'E3', staff: people('president', 'vice') }]);
  });

  test('another place, and everybody else, gets nothing to see', async () => {
    for (const who of ['office', 'auditor', 'northLeader'] as const)
      expect((await bank.refusal(who, COVERAGE, { id: bank.unit.north })).extensions.code).toBe('NOT_FOUND');
    expect((await bank.refusal('admin', COVERAGE, { id: 'nonsense' })).extensions.code).toBe('NOT_FOUND');
  });
});

describe('it tells what happens', () => {
  const flags = { MEDIA: 'MEDIA', MAJOR_RISK: 'MAJOR_RISK', SOCIAL_IMPACT: 'SOCIAL_IMPACT', REPUTATION: 'REPUTATION' };
  const everybody = [
    'president',
    'vice',
    'headOffice',
    'northLeader',
    'northDeputy',
    'office',
    'outlet',
    'southOffice',
  ];

  /** What brings a trigger about at a level, and who is told first when it does. */
  async function reallyTold(trigger: string, level: string, orgUnitId: string): Promise<string[]> {
    const input = plainComplaint({
      orgUnitId,
      level,
      ...(trigger === 'FRAUD_OR_ACCOUNT' && { categoryCode: 'FRAUD' }),
      ...(trigger in flags && { riskFlags: [trigger] }),
    });
    const { id } = (await bank.ask('intake', REGISTER('id'), { input })).registerComplaint;
    if (trigger === 'MANUAL') await bank.ask('intake', RAISE, { id, level: 'E1' });
    const { rows } = await bank.app.pool.query<{ staff_id: string }>(
      `select n.staff_id from escalation_notice n join escalation e on e.id = n.escalation_id
       where e.complaint_id = $1 and e.trigger = $2`,
      [id, trigger],
    );
    return rows.map(({ staff_id: staffId }) => staffId).toSorted();
  }

  test('whoever it says is told first is told when it happens, whoever is out of office', async () => {
    const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'] as const;
    const triggers = ['FRAUD_OR_ACCOUNT', 'LEVEL_RAISED', 'MANUAL', ...Object.keys(flags)];
    const units = ['head', 'north', 'northSub', 'northOutlet', 'south', 'southOutlet'] as const;
    const situation = fc.record({
      gone: fc.subarray(everybody),
      unit: fc.constantFrom(...units),
      trigger: fc.constantFrom(...triggers),
      level: fc.constantFrom(...levels),
    });
    await fc.assert(
      fc.asyncProperty(situation, async ({ gone, unit, trigger, level }) => {
        // A grave category has its own least level.
        const stands = trigger === 'FRAUD_OR_ACCOUNT' && level !== 'URGENT' ? 'MAJOR' : level;
        await without(gone, async () => {
          const said = await bank.ask('admin', LADDER, { id: bank.unit[unit], trigger, level: stands });
          const ladder: { staff: { id: string }[] }[] = said.escalationCoverage.ladder;
          const first = ladder.find(({ staff }) => staff.length > 0)?.staff ?? [];
          expect(await reallyTold(trigger, level, bank.unit[unit])).toEqual(first.map(({ id }) => id).toSorted());
        });
      }),
      { numRuns: 25 },
    );
  });
});

test('a bank of two thousand units is looked at with few statements', async () => {
  const ctx = new Context(bank.app, system);
  const unit = await createOrgUnit(ctx, {
    parentId: bank.unit.south,
    code: '2900',
    name: '大支行',
    kind: 'SUB_BRANCH',
  });
  await bank.app.pool.query(
    `insert into org_unit (id, created_at, code, name, kind, parent_id, path, path_names)
     select u.id, now(), 'M' || n, '网点' || n, 'OUTLET', $1::uuid, $2 || u.id || '/', '{}'
     from generate_series(1, 2000) n, lateral (select gen_random_uuid() as id, n as of_row) u`,
    [unit.id, unit.path],
  );
  const [outlet] = (await bank.app.pool.query<{ id: string }>(`select id from org_unit where code = 'M7'`)).rows;
  const members = [{ staffId: bank.staff.southTeller, position: 'LEADER' as const }];
  await createLeadershipGroup(ctx, { kind: 'HANDLING_TEAM', name: '小组', orgUnitId: outlet!.id, members });
  const client = await bank.app.pool.connect();
  const asked = jest.spyOn(Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown }, 'query');
  client.release();
  const { unitCount, gaps } = await coverageOf(unit.id, { page: { limit: 100 } });
  expect(unitCount).toBe(2001);
  // All but the one with a team, and the sub-branch above them.
  expect(gaps.totalCount).toBe(2000);
  // Also those that look up who asks.
  expect(asked.mock.calls.length).toBeGreaterThan(3);
  expect(asked.mock.calls.length).toBeLessThan(40);
  asked.mockRestore();
});
