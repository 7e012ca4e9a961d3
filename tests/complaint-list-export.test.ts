import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readCsv } from '../server/src/kernel/csv.js';
import { caseFiling } from './case-filing.js';
import { openTestBank, plainComplaint, REGISTER, type Speaker, type TestBank } from './harness/bank.js';

let bank: TestBank;
let filing: ReturnType<typeof caseFiling>;
beforeAll(async () => {
  bank = await openTestBank();
  filing = caseFiling(bank);
});
beforeEach(() => bank.clock.advance({ hours: 2 }));
afterAll(() => bank.stop());

const EXPORT = `mutation ($input: ExportComplaintsInput!) { exportComplaints(input: $input) { id state totalCount } }`;
const reason = { reason: 'INVESTIGATE' };
const register = (more: object = {}) =>
  bank.ask('app', REGISTER(), { input: plainComplaint({ orgUnitId: bank.unit.northOutlet, ...more }) });
const order = async (who: Speaker, input: object = {}, locale: 'zh' | 'en' = 'zh'): Promise<string> =>
  (await bank.ask(who, EXPORT, { input: { ...reason, ...input } }, { locale })).exportComplaints.id;
const download = async (who: Speaker, id: string) => {
  const job = await filing.job(who, id);
  const bytes = Buffer.from(await (await filing.fetchAs(who, job.downloadUrl!)).arrayBuffer());
  return { job, bytes, rows: readCsv(bytes.toString())!.map(({ cells }) => cells) };
};

test('D7-五.3: a list is taken out masked, in the words of the bank, and says in its first line by whom and when', async () => {
  const phone = '13912345678';
  await register({
    content: `=HYPERLINK("x") 请回拨 ${phone}`,
    categoryCode: 'FEES',
    complainant: { name: '上官清风', phone },
  });
  const id = await order('office');
  await bank.sweep();
  const { job, bytes, rows } = await download('office', id);
  expect(job).toMatchObject({ state: 'READY', fileName: expect.stringMatching(/^投诉清单-\d{12}\.csv$/) });
  expect(job.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(rows[0]![0]).toMatch(/^员工office · 北分行 · 2026-11-23 \d\d:\d\d 导出，个人信息已脱敏/);
  expect(rows[1]!.slice(0, 5)).toEqual(['投诉编号', '收到时间', '投诉渠道', '投诉状态', '等级']);
  expect(rows[2]!.slice(2, 5)).toEqual(['电话', '已登记', '一般']);
  // What a spreadsheet would run as a formula is guarded.
  expect(bytes.toString()).toContain(`"'=HYPERLINK(""x"") 请回拨 139****5678"`);
  expect(bytes.toString()).not.toMatch(new RegExp(`${phone}|上官清风`));
});

/** As many more complaints as one that there is. */
async function copies(count: number): Promise<void> {
  const { rows } = await bank.app.pool.query<{ id: string; complainant_id: string }>(
    "select id, complainant_id from complaint where status = 'REGISTERED' order by received_at limit 1",
  );
  await bank.app.pool.query(
    `with numbered as (select gen_random_uuid() as id, n from generate_series(1, $3) n),
      people as (insert into complainant select made.* from numbered, lateral (
        select (jsonb_populate_record(c, jsonb_build_object('id', numbered.id))).* from complainant c where c.id = $2) made returning id)
      insert into complaint select made.* from numbered join people on people.id = numbered.id, lateral (
        select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'complainant_id', numbered.id,
          'reference', 'TS-COPY-' || n, 'tracking_digest', 'copy ' || n, 'idempotency_key', 'copy ' || n))).*
        from complaint c where c.id = $1) made`,
    [rows[0]!.id, rows[0]!.complainant_id, count],
  );
}

test('it holds what the filter asks for and the person sees as desk or leader, however many rows that are', async () => {
  for (let count = 0; count < 12; count++) await register({ categoryCode: 'FEES', content: `第 ${count} 件` });
  await copies(1200);
  await register({ orgUnitId: bank.unit.north, content: '另一件', level: 'MAJOR' });
  const grave = await order('office', { filter: { level: ['MAJOR'] } });
  const all = await order('northLeader');
  const foreign = await order('southOffice');
  await bank.sweep();
  expect((await download('office', grave)).rows).toHaveLength(3);
  const { job, rows } = await download('northLeader', all);
  expect(rows.length).toBeGreaterThan(1210);
  expect(job).toMatchObject({ doneCount: rows.length - 2, totalCount: rows.length - 2 });
  expect(new Set(rows.slice(2).map(([reference]) => reference)).size).toBe(rows.length - 2);
  expect((await download('southOffice', foreign)).rows).toHaveLength(2);
});

test('nobody but desk and leaders takes lists out, and a wrong filter is refused at once', async () => {
  const refusals: Record<string, string> = {};
  for (const who of ['intake', 'handler', 'reviewer', 'auditor', 'admin', 'teller', 'app', null] as const)
    refusals[String(who)] = (await bank.refusal(who, EXPORT, { input: reason })).extensions.code;
  expect(new Set(Object.values(refusals))).toEqual(new Set(['FORBIDDEN', 'UNAUTHENTICATED']));
  expect(refusals['null']).toBe('UNAUTHENTICATED');
  const wrong = await bank.refusal('office', EXPORT, { input: { ...reason, filter: { text: ' ' } } });
  expect(wrong.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { 'filter.text': expect.any(String) } });
  const wordless = await bank.refusal('office', EXPORT, { input: { reason: 'OTHER' } });
  expect(wordless.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { note: expect.any(String) } });
});

test('whoever has other rights by then gets none', async () => {
  const early = await order('officeClerk');
  await bank.sweep();
  const late = await order('officeClerk');
  const { downloadUrl } = await filing.job('officeClerk', early);
  await bank.app.orm.em
    .getConnection()
    .execute('update group_member set valid_to = ? where staff_id = ?', [bank.clock.now(), bank.staff.officeClerk]);
  bank.clock.advance({ minutes: 1 });
  await bank.sweep();
  const { rows } = await bank.app.pool.query<{ state: string }>(
    'select state from export_job where id = any($1) order by id',
    [[early, late]],
  );
  expect(rows.map(({ state }) => state)).toEqual(['READY', 'FAILED']);
  expect((await filing.fetchAs('officeClerk', downloadUrl!)).status).toBe(403);
});

test('a list whose writer was killed goes on where it was left', async () => {
  const id = await order('office');
  const { receive } = bank.app.files;
  let count = 0;
  // The second piece never comes to an end: as though the process were gone.
  bank.app.files.receive = (source) =>
    ++count > 1 ? Promise.reject(new Error('killed')) : receive.call(bank.app.files, source);
  await bank.sweep();
  bank.app.files.receive = receive;
  const stopped = await filing.job('office', id);
  expect(stopped).toMatchObject({ state: 'RUNNING', doneCount: 500, downloadUrl: null });
  expect(stopped.totalCount).toBeGreaterThan(1200);
  bank.clock.advance({ minutes: 1, seconds: 1 });
  await bank.sweep();
  const { job, rows } = await download('office', id);
  expect(job.state).toBe('READY');
  expect(new Set(rows.slice(2).map(([reference]) => reference)).size).toBe(rows.length - 2);
});

test('every step of it is in the audit', async () => {
  const id = await order('office', { note: '季度分析' });
  await bank.sweep();
  await download('office', id);
  const { rows } = await bank.app.pool.query<{ kind: string; actor_id: string; data: object }>(
    'select kind, actor_id, data from event where subject_id = $1 order by seq',
    [id],
  );
  expect(rows.map(({ kind, actor_id: actor }) => [kind, actor])).toEqual(
    ['exportJob.ordered', 'exportJob.written', 'exportJob.downloaded'].map((kind) => [kind, bank.staff.office]),
  );
  expect(rows[1]!.data).toMatchObject({ kind: 'COMPLAINT_LIST', reason: 'INVESTIGATE', sha256: expect.any(String) });
});
