import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { life } from '../server/src/complaints/complaint/life.js';
import { ComplaintAwaits } from '../server/src/complaints/worklists/awaits.js';
import {
  ACCEPT,
  CLAIM,
  openTestBank,
  plainComplaint,
  REGISTER,
  RETURN,
  WITHDRAW,
  type Speaker,
  type TestBank,
} from './harness/bank.js';
import { cooperating } from './cooperating.js';
import { handling } from './handling.js';

/** The verb that each list is about, and the states in which it waits for somebody, where these are not all of the verb's. */
const verbOf: Record<string, { verb: keyof typeof life; only?: string }> = {
  CLAIM: { verb: 'claimComplaint' },
  SCREENING: { verb: 'screenComplaint' },
  ASSIGNMENT: { verb: 'assignComplaint' },
  ACCEPTANCE: { verb: 'acceptHandover' },
  COOPERATION: { verb: 'answerCooperation' },
  INVESTIGATION: { verb: 'planInvestigation', only: 'INVESTIGATING' },
  CLOSING: { verb: 'closeComplaint' },
};
const kinds = Object.keys(ComplaintAwaits);

let bank: TestBank;
let make: ReturnType<typeof handling>;
const made: Record<string, { id: string; version: number }> = {};

beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
  const { staff, unit, app } = bank;
  await app.pool.query('update staff set manager_id = $1 where id = $2', [staff.northLeader, staff.officeClerk]);
  const register = async (who: Speaker, more: object = {}) =>
    (await bank.ask(who, REGISTER('id version'), { input: plainComplaint(more) })).registerComplaint;
  const toOutlet = { orgUnitId: unit.northOutlet };
  const about = (...ids: string[]) => ({ staffComplainedOfIds: ids });
  made['brought by an app'] = await register('app', toOutlet);
  made['brought by an app and claimed'] = await register('app', toOutlet);
  await bank.ask('intake', CLAIM, made['brought by an app and claimed']);
  made['by a teller'] = await register('teller');
  made['of the south'] = await register('southIntake', { orgUnitId: unit.southOutlet });
  made['about the superior of a clerk'] = await register('app', { ...toOutlet, ...about(staff.northLeader) });
  made['about the desk and the outlet'] = await register('app', { ...toOutlet, ...about(staff.office, staff.outlet) });
  made['taken up'] = await make.screened();
  made['taken up, about the superior of a clerk'] = await make.screened(about(staff.northLeader));
  made['offered to an outlet'] = await make.assigned();
  made['offered to a branch'] = await make.assigned(unit.north);
  made['offered to a person'] = await make.assigned(staff.handler);
  made['offered to a teller'] = await make.assigned(staff.teller);
  made['investigated by the desk'] = await make.assigned(staff.office);
  const taken = await make.assigned();
  const input = { expectedVersion: taken.version };
  made['investigated by the outlet'] = (await bank.ask('outletMember', ACCEPT, { id: taken.id, input })).acceptHandover;
  const helped = cooperating(bank);
  made['helped by the southern outlet'] = (await helped.asked(await helped.investigated())).complaint;
  const refused = await make.assigned();
  made['returned'] = (
    await bank.ask('outlet', RETURN, {
      id: refused.id,
      input: { expectedVersion: refused.version, reasonCode: 'OTHER' },
    })
  ).returnHandover;
  made['withdrawn'] = await make.registered();
  await bank.ask('intake', WITHDRAW, {
    id: made['withdrawn']!.id,
    input: { expectedVersion: made['withdrawn']!.version, channel: 'PHONE', proof: '客户来电撤回' },
  });
});
afterAll(() => bank.stop());

const LIST = `query ($filter: ComplaintFilter) { complaints(filter: $filter, page: { limit: 100 }) {
  totalCount items { id status allowedActions { code blockedBy } } } }`;
interface Listed {
  id: string;
  status: string;
  allowedActions: { code: string; blockedBy: string | null }[];
}
const list = async (who: Speaker, filter: object): Promise<Listed[]> => {
  const { complaints } = await bank.ask(who, LIST, { filter });
  expect(complaints.totalCount).toBe(complaints.items.length);
  return complaints.items;
};
const namesOf = (rows: readonly { id: string }[]) =>
  Object.keys(made).filter((name) => rows.some(({ id }) => id === made[name]!.id));
const recused = 'Connected with the person complained of: takes no part';

const everybody: NonNullable<Speaker>[] = [
  ...([
    'president',
    'headOffice',
    'auditor',
    'trainer',
    'northLeader',
    'northDeputy',
    'office',
    'officeClerk',
  ] as const),
  ...(['intake', 'handler', 'reviewer', 'outlet', 'outletMember', 'teller', 'admin'] as const),
  ...(['southOffice', 'southIntake', 'southOutlet', 'southTeller', 'app', 'otherApp'] as const),
];

test.each(everybody)(
  'what waits for %s is what they are offered to do, and its number is that of its rows',
  async (who) => {
    const all = await list(who, {});
    const { worklists } = await bank.ask(who, '{ worklists { awaits complaintCount } }');
    const waiting = new Set<string>();
    for (const kind of kinds) {
      const { verb, only } = verbOf[kind]!;
      const offered = all.filter(
        ({ status, allowedActions }) =>
          (!only || status === only) &&
          allowedActions.some(({ code, blockedBy }) => code === verb && blockedBy !== recused && who !== 'app'),
      );
      const rows = await list(who, { awaits: [kind] });
      expect({ kind, rows: namesOf(rows) }).toEqual({ kind, rows: namesOf(offered) });
      expect(worklists.find(({ awaits }: { awaits: string }) => awaits === kind)?.complaintCount ?? 0).toBe(
        rows.length,
      );
      for (const { id } of rows) waiting.add(id);
    }
    expect(namesOf(await list(who, { awaits: kinds }))).toEqual(namesOf([...waiting].map((id) => ({ id }))));
  },
);

test('what a role usually does is listed also when nothing waits, in the order of life', async () => {
  const kindsOf = async (who: Speaker) =>
    (await bank.ask(who, '{ worklists { awaits } }')).worklists.map(({ awaits }: { awaits: string }) => awaits);
  expect(await kindsOf('southOffice')).toEqual(['CLAIM', 'SCREENING', 'ASSIGNMENT', 'CLOSING']);
  expect(await kindsOf('handler')).toEqual(['CLAIM', 'ACCEPTANCE', 'INVESTIGATION']);
  expect(await kindsOf('teller')).toEqual(['ACCEPTANCE']);
  expect(await kindsOf('auditor')).toEqual([]);
  expect(await kindsOf('app')).toEqual([]);
});

test('what was sent back and waits to be offered anew is listed until it is', async () => {
  expect(namesOf(await list('office', { isReturned: true }))).toEqual(['returned']);
  expect(namesOf(await list('office', { isReturned: false }))).not.toContain('returned');
  expect(namesOf(await list('southOffice', { isReturned: true }))).toEqual([]);
});

test('near due is past the warning point of a clock, and past the end of none', async () => {
  const start = bank.clock.now();
  expect(await list('office', { isNearDue: true })).toEqual([]);
  bank.clock.advance({ hours: 20 });
  await bank.sweep();
  const near = namesOf(await list('office', { isNearDue: true }));
  expect(near).toContain('by a teller');
  expect(near).not.toContain('withdrawn');
  expect(namesOf(await list('office', { isNearDue: false }))).toContain('withdrawn');
  bank.clock.advance({ hours: 5 });
  await bank.sweep();
  expect(namesOf(await list('office', { isNearDue: true }))).not.toContain('by a teller');
  expect(namesOf(await list('office', { isOverdue: true }))).toContain('by a teller');
  bank.clock.set(start);
});
