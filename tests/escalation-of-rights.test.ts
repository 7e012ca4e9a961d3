import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, openTestBank, plainComplaint, progress, RECORD, REGISTER, type TestBank } from './harness/bank.js';

let bank: TestBank;
let complaintId: string;
beforeAll(async () => {
  bank = await openTestBank();
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet, categoryCode: 'FRAUD' });
  complaintId = (await bank.ask('app', REGISTER('id'), { input })).registerComplaint.id;
});
afterAll(() => bank.stop());

/** What the audit says that somebody was refused, newest last. */
async function refusedTo(staffId: string): Promise<unknown[]> {
  const { rows } = await bank.app.pool.query<{ data: unknown }>(
    "select data from event where kind = 'request.refused' and actor_id = $1 order by seq",
    [staffId],
  );
  return rows.map(({ data }) => data);
}

const GRANT = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }`;
const grant = (staffId: string, role: string) => ({ input: { staffId, role, orgUnitId: bank.unit.head } });

test('A23: nobody gives themselves a right, administrators included, and the audit knows that they tried', async () => {
  for (const who of ['admin', 'teller', 'office', 'auditor', 'president'] as const) {
    const before = await bank.ask(who, '{ viewer { capabilities roles { role } } }');
    const refusal = await bank.refusal(who, GRANT, grant(bank.staff[who], 'MANAGER'));
    expect([who, refusal.extensions.code]).toEqual([who, 'FORBIDDEN']);
    expect(await bank.ask(who, '{ viewer { capabilities roles { role } } }')).toEqual(before);
    expect(await refusedTo(bank.staff[who])).toEqual([{ field: 'grantRole', code: 'FORBIDDEN' }]);
  }
});

test('A23: the last administrator cannot be removed, neither the right nor the person', async () => {
  const { roleGrants } = await bank.ask('admin', '{ roleGrants { items { id role } } }');
  const { id } = roleGrants.items.find(({ role }: { role: string }) => role === 'ADMIN');
  const revoke = await bank.refusal('admin', 'mutation ($id: ID!) { revokeRole(id: $id) { id } }', { id });
  expect(revoke.extensions.code).toBe('CONFLICT');
  const leave = 'mutation ($id: ID!) { deactivateStaff(id: $id, input: { expectedVersion: 1 }) { id } }';
  expect((await bank.refusal('admin', leave, { id: bank.staff.admin })).extensions.code).toBe('CONFLICT');
  expect((await bank.ask('admin', '{ viewer { capabilities } }')).viewer.capabilities).toContain('ADMINISTER');
});

test('A23: an administrator reads no complaint, no count of them and no escalation, and the audit knows', async () => {
  const before = (await refusedTo(bank.staff.admin)).length;
  const lists = '{ complaints { totalCount items { id } } escalations { totalCount items { id } } }';
  const nothing = { totalCount: 0, items: [] };
  expect(await bank.ask('admin', lists)).toEqual({ complaints: nothing, escalations: nothing });
  expect((await bank.refusal('admin', COMPLAINT('id'), { id: complaintId })).extensions.code).toBe('NOT_FOUND');
  // By a role that is really there the same question has an answer.
  expect((await bank.ask('office', COMPLAINT('id'), { id: complaintId })).complaint.id).toBe(complaintId);
  expect((await refusedTo(bank.staff.admin)).slice(before)).toEqual([{ field: 'complaint', code: 'NOT_FOUND' }]);
});

test('A23: an auditor reads and writes nothing on a case, and the audit knows that they tried', async () => {
  const before = (await refusedTo(bank.staff.auditor)).length;
  const { complaint } = await bank.ask('auditor', COMPLAINT('id allowedActions { code }'), { id: complaintId });
  const verbs: [string, object][] = [
    [RECORD, { id: complaintId, input: progress() }],
    ['mutation ($id: ID!) { claimComplaint(id: $id, input: { expectedVersion: 1 }) { id } }', { id: complaintId }],
    [
      'mutation ($id: ID!) { revealField(complaintId: $id, input: { field: NAME, reason: INVESTIGATE }) { value } }',
      { id: complaintId },
    ],
    [GRANT, grant(bank.staff.teller, 'HANDLER')],
  ];
  for (const [verb, variables] of verbs)
    expect((await bank.refusal('auditor', verb, variables)).extensions.code).toBe('FORBIDDEN');
  const after = await bank.ask('auditor', COMPLAINT('id allowedActions { code }'), { id: complaintId });
  expect(after.complaint).toEqual(complaint);
  expect((await refusedTo(bank.staff.auditor)).slice(before)).toEqual(
    ['recordContact', 'claimComplaint', 'revealField', 'grantRole'].map((field) => ({ field, code: 'FORBIDDEN' })),
  );
});

test('a caller who is refused all the time does not fill the audit', async () => {
  const ask = () => bank.refusal('southTeller', COMPLAINT('id'), { id: complaintId });
  for (let count = 0; count < 110; count++) expect((await ask()).extensions.code).toBe('NOT_FOUND');
  expect(await refusedTo(bank.staff.southTeller)).toHaveLength(100);
});

test('the audit names the field that was refused, not the word that the caller gave it', async () => {
  await bank
    .refusal('southIntake', 'query ($id: ID!) { 张三的电话: complaint(id: $id) { id } }', { id: complaintId })
    .catch(() => undefined);
  await bank.refusal('southIntake', 'query ($id: ID!) { zhangsan: complaint(id: $id) { id } }', { id: complaintId });
  expect(await refusedTo(bank.staff.southIntake)).toEqual([{ field: 'complaint', code: 'NOT_FOUND' }]);
});
