import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseFiling, EXPORT_CASE_FILE } from '../case-filing.js';
import { handling } from '../handling.js';
import { COMPLAINT, openTestBank, type TestBank } from '../harness/bank.js';

let bank: TestBank;
beforeAll(async () => void (bank = await openTestBank()));
afterAll(() => bank.stop());

// Guard: `visibleTo` in complaints/complaint/complaint.access.ts; `mayExport`, `mayExportLists`.
test('D7-五.3 staff outside handling and scope see neither row nor count, and taking out needs the right and is logged', async () => {
  const { id } = await handling(bank).registered();
  const LIST = '{ complaints { items { id } totalCount } }';
  for (const who of ['southOffice', 'southTeller', 'admin'] as const) {
    expect((await bank.refusal(who, COMPLAINT('id'), { id })).extensions.code).toBe('NOT_FOUND');
    expect((await bank.ask(who, LIST)).complaints).toEqual({ items: [], totalCount: 0 });
    const refused = await bank.refusal(who, EXPORT_CASE_FILE, { id, input: { reason: 'INVESTIGATE' } });
    expect(refused.extensions.code).toBe('NOT_FOUND');
  }
  const input = { id, input: { reason: 'INVESTIGATE' } };
  expect((await bank.refusal('intake', EXPORT_CASE_FILE, input)).extensions.code).toBe('FORBIDDEN');
  await caseFiling(bank).takeOut('office', id);
  const { rows } = await bank.app.pool.query<{ kind: string; actor_id: string }>(
    "select kind, actor_id from event where (subject_id = $1 or object_id = $1) and kind ~ 'Exported|downloaded' order by seq",
    [id],
  );
  expect(rows).toEqual([
    { kind: 'complaint.caseFileExported', actor_id: bank.staff.office },
    { kind: 'exportJob.downloaded', actor_id: bank.staff.office },
  ]);
});
