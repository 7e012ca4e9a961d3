import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { caseFiling, EXPORT_CASE_FILE, verifiedAlone } from './case-filing.js';
import { openTestBank, RECORD, type Speaker, type TestBank } from './harness/bank.js';
import { tamper } from './harness/database.js';
import { handling } from './handling.js';
import { samples, uploading } from './uploading.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
let files: ReturnType<typeof uploading>;
let filing: ReturnType<typeof caseFiling>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
  files = uploading(bank);
  filing = caseFiling(bank);
});
// Nothing is left of the test before, neither its orders nor its hour's share.
beforeEach(async () => {
  bank.clock.advance({ hours: 2 });
  await bank.sweep();
});
afterAll(() => bank.stop());

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const jsonOf = (entries: Map<string, Buffer>, path: string) => JSON.parse(entries.get(path)!.toString());
const name = '上官清风';
const phone = '13912345678';

/** A complaint with a bit of everything. */
async function aCase(more: object = {}): Promise<string> {
  const complainant = { name, phone, representative: { name: '司马代理', phone: '13900001111' } };
  const { id, version } = await make.screened({ complainant, content: `回拨 ${phone} 未接通`, ...more });
  const input = {
    kind: 'LISTENING',
    channel: 'PHONE',
    direction: 'INBOUND',
    outcome: 'CALM',
    summary: `本人来电 ${phone}`,
  };
  await bank.ask('office', RECORD, { id, input: { expectedVersion: version, ...input } });
  await files.send('intake', id, { name: '凭证.png', description: '转账截图' });
  return id;
}

test('one archive holds every step, a summary on paper, and a manifest with the hash of each part', async () => {
  const id = await aCase();
  const { job, archive, files: entries } = await filing.takeOut('office', id);
  expect(job).toMatchObject({ state: 'READY', fileName: expect.stringMatching(/^TS-2026-\d{6}\.zip$/) });
  expect(job.sha256).toBe(hashOf(archive));
  const manifest = jsonOf(entries, 'manifest.json');
  const paths = manifest.parts.map(({ path }: { path: string }) => path);
  expect([...entries.keys()].sort()).toEqual([...paths, 'manifest.json'].sort());
  for (const { path, sha256 } of manifest.parts) expect([path, hashOf(entries.get(path)!)]).toEqual([path, sha256]);
  expect(entries.get('summary.pdf')!.subarray(0, 5).toString()).toBe('%PDF-');
  expect(jsonOf(entries, 'data/contacts.json').contacts.map(({ kind }: { kind: string }) => kind)).toContain(
    'LISTENING',
  );
  expect(jsonOf(entries, 'data/events.json').events.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['REGISTERED', 'SCREENED', 'CONTACT_RECORDED', 'EVIDENCE_ADDED']),
  );
  expect(manifest.chain.events.length).toBeGreaterThanOrEqual(jsonOf(entries, 'data/chain.json').length);
  expect(await verifiedAlone(archive)).toMatchObject({ code: 0, words: expect.stringContaining('intact') });
});

test('masked, it holds no personal value and of evidence name, type and hash only', async () => {
  const id = await aCase();
  for (const who of ['office', 'auditor', 'president'] satisfies Speaker[]) {
    const { files: entries } = await filing.takeOut(who, id);
    const all = [...entries].filter(([path]) => path.endsWith('.json')).map(([, bytes]) => bytes.toString());
    expect(all.join('')).not.toMatch(new RegExp(`${name}|${phone}|13900001111|司马代理`));
    expect([...entries.keys()].filter((path) => path.startsWith('evidence/'))).toEqual([]);
    expect(jsonOf(entries, 'manifest.json').evidence).toEqual([
      expect.objectContaining({ type: 'image/png', sha256: hashOf(samples.png), path: null }),
    ]);
  }
});

test('in clear it holds every value that is masked elsewhere, and the evidence itself', async () => {
  const id = await aCase();
  const { archive, files: entries } = await filing.takeOut('office', id, { content: 'WITH_ORIGINALS' });
  expect(jsonOf(entries, 'data/complainant.json').complainant).toMatchObject({
    name,
    phone,
    representative: { name: '司马代理', phone: '13900001111' },
  });
  expect(jsonOf(entries, 'data/complaint.json').content).toBe(`回拨 ${phone} 未接通`);
  expect(entries.get('data/contacts.json')!.toString()).toContain(`本人来电 ${phone}`);
  expect(entries.get('evidence/001-凭证.png')).toEqual(samples.png);
  expect(await verifiedAlone(archive)).toMatchObject({ code: 0 });
});

test('D7-五.3: it is for desk, leaders and auditors of the unit; in clear for those who may reveal', async () => {
  const id = await aCase();
  const codeFor = async (who: Speaker, content: string) => {
    const input = { content, reason: 'AUTHORITY_REQUEST' };
    return (await bank.say(who, EXPORT_CASE_FILE, { id, input })).errors?.[0]?.extensions.code ?? 'TAKEN';
  };
  const codes: Record<string, string[]> = {};
  for (const who of [
    'office',
    'northLeader',
    'auditor',
    'intake',
    'handler',
    'southOffice',
    'admin',
    'app',
    null,
  ] as const)
    codes[String(who)] = [await codeFor(who, 'MASKED'), await codeFor(who, 'WITH_ORIGINALS')];
  expect(codes).toEqual({
    office: ['TAKEN', 'TAKEN'],
    northLeader: ['TAKEN', 'TAKEN'],
    auditor: ['TAKEN', 'FORBIDDEN'],
    intake: ['FORBIDDEN', 'FORBIDDEN'],
    handler: ['NOT_FOUND', 'NOT_FOUND'],
    southOffice: ['NOT_FOUND', 'NOT_FOUND'],
    admin: ['NOT_FOUND', 'NOT_FOUND'],
    app: ['NOT_FOUND', 'NOT_FOUND'],
    null: ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  });
});

test('each time is in the audit with what it was for and the digest of the archive', async () => {
  const id = await aCase();
  const { job } = await filing.takeOut('office', id, { content: 'WITH_ORIGINALS', reason: 'OTHER', note: '法院调卷' });
  const { rows } = await bank.app.pool.query<{ kind: string; actor_id: string; data: object }>(
    "select kind, actor_id, data from event where kind ~ 'caseFile|exportJob' order by seq desc limit 3",
  );
  expect(rows.reverse()).toEqual([
    {
      kind: 'complaint.caseFileOrdered',
      actor_id: bank.staff.office,
      data: { content: 'WITH_ORIGINALS', reason: 'OTHER' },
    },
    {
      kind: 'complaint.caseFileExported',
      actor_id: bank.staff.office,
      data: expect.objectContaining({ content: 'WITH_ORIGINALS', reason: 'OTHER', archive: job.sha256 }),
    },
    { kind: 'exportJob.downloaded', actor_id: bank.staff.office, data: { sha256: job.sha256 } },
  ]);
});

test('the link opens for a few minutes, in the session that it was made for, and for nobody who lost the right', async () => {
  const id = await aCase();
  const jobId = await filing.order('office', id);
  expect(await filing.job('office', jobId)).toMatchObject({ state: 'QUEUED', downloadUrl: null });
  await bank.sweep();
  const { downloadUrl } = await filing.job('office', jobId);
  const statusFor = async (who: Speaker, url = downloadUrl!) => (await filing.fetchAs(who, url)).status;
  expect(await statusFor('office')).toBe(200);
  expect(await statusFor('officeClerk')).toBe(404);
  expect(await statusFor(null)).toBe(404);
  expect(await statusFor('office', downloadUrl!.replace(/until=\d+/, 'until=9999999999999'))).toBe(404);
  expect(
    (await bank.say('officeClerk', 'query ($id: ID!) { exportJob(id: $id) { id } }', { id: jobId })).errors,
  ).toHaveLength(1);
  bank.clock.advance({ minutes: 6 });
  expect(await statusFor('office')).toBe(404);
  bank.clock.advance({ hours: 12 });
  await bank.sweep();
  expect(await filing.job('office', jobId)).toMatchObject({ state: 'EXPIRED', downloadUrl: null });
});

test('whoever lost the right before the file is written gets none', async () => {
  const id = await aCase();
  const jobId = await filing.order(
    'southOffice',
    (await make.registered({ orgUnitId: bank.unit.southOutlet }, 'southIntake')).id,
  );
  const mine = await filing.order('office', id);
  await bank.app.orm.em
    .getConnection()
    .execute('update staff set is_active = false where id = ?', [bank.staff.southOffice]);
  await bank.sweep();
  const { rows } = await bank.app.pool.query<{ state: string }>('select state from export_job where id = $1', [jobId]);
  expect(rows).toEqual([{ state: 'FAILED' }]);
  expect(await filing.job('office', mine)).toMatchObject({ state: 'READY' });
});

test('a job whose writer was killed is written by the next one', async () => {
  const jobId = await filing.order('office', await aCase());
  await bank.app.pool.query("update export_job set state = 'RUNNING', attempts = 1, next_at = $2 where id = $1", [
    jobId,
    new Date(bank.clock.now().getTime() + 60_000),
  ]);
  await bank.sweep();
  expect(await filing.job('office', jobId)).toMatchObject({ state: 'RUNNING' });
  bank.clock.advance({ minutes: 1, seconds: 1 });
  await bank.sweep();
  expect(await filing.job('office', jobId)).toMatchObject({ state: 'READY' });
});

test('verification finds nothing in what nobody touched, and nothing in what went on as it should', async () => {
  const id = await aCase();
  expect(await filing.verify(id)).toMatchObject({ isIntact: true, rowCount: 0, evidenceCount: 1, lastExport: null });
  const { job } = await filing.takeOut('office', id);
  const seen = await filing.verify(id, 'auditor');
  expect(seen).toMatchObject({ isIntact: true, findings: [], lastExport: { archiveSha256: job.sha256 } });
  expect(seen.rowCount).toBeGreaterThan(5);
  const { version } = await make.read(id, 'version');
  const input = { kind: 'PROGRESS', channel: 'PHONE', direction: 'OUTBOUND', summary: '已说明进展' };
  await bank.ask('office', RECORD, { id, input: { expectedVersion: version, ...input } });
  expect(await filing.verify(id)).toMatchObject({ isIntact: true, findings: [] });
});

test('verification names every change that was made behind the back of the log', async () => {
  const id = await aCase();
  await filing.takeOut('office', id);
  const change = (text: string) => tamper(bank.databaseUrl, text);
  const faults = async () =>
    (await filing.verify(id)).findings.map(({ fault, type }: { fault: string; type: string }) => `${fault} ${type}`);
  await change(`update contact set summary = '从未来电' where complaint_id = '${id}' and kind = 'LISTENING'`);
  expect(await faults()).toEqual(['ROW_ALTERED Contact']);
  await change(`update complaint set version = version + 1, level = 'MAJOR' where id = '${id}'`);
  expect(await faults()).toEqual(['ROW_ALTERED Contact', 'ROW_ALTERED Complaint']);
  await change(`delete from contact where complaint_id = '${id}' and kind = 'LISTENING'`);
  expect(await faults()).toContain('ROW_MISSING Contact');
  await change(`update case_file_export set archive_sha256 = 'x' where complaint_id = '${id}'`);
  expect(await faults()).toContain('EXPORT_ALTERED CaseFileExport');
  await change(`update event set data = '{"a":1}' where subject_id = '${id}' and kind = 'complaint.screened'`);
  expect(await faults()).toContain('EVENT_ALTERED Event');
  await change(`delete from event where subject_id = '${id}' and kind = 'complaint.registered'`);
  expect(await faults()).toContain('EVENT_MISSING Event');
  await rm(bank.app.files.folder, { recursive: true });
  expect(await faults()).toContain('EVIDENCE_MISSING Evidence');
  await bank.app.files.prepare();
});

test('a downloaded archive in which anything was changed does not verify', async () => {
  const { archive } = await filing.takeOut('office', await aCase());
  const forged = Buffer.from(archive);
  const place = forged.indexOf('%PDF-1');
  forged[place + 200] = forged[place + 200]! ^ 1;
  expect(await verifiedAlone(forged)).toMatchObject({
    code: 1,
    words: expect.stringContaining('summary.pdf: was altered'),
  });
});
