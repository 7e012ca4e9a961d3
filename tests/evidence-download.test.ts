import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMPLAINT, openTestBank, type Speaker, type TestBank } from './harness/bank.js';
import { handling } from './handling.js';
import { samples, uploading } from './uploading.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
let files: ReturnType<typeof uploading>;
beforeAll(async () => {
  bank = await openTestBank();
  make = handling(bank);
  files = uploading(bank);
});
afterAll(() => bank.stop());

const DOWNLOAD = `mutation ($complaintId: ID!, $input: DownloadEvidenceInput!) {
  downloadEvidence(complaintId: $complaintId, input: $input) { url expiresAt } }`;
const uploaded = async (name = '转账 凭证.png') => {
  const { id: complaintId } = await make.registered();
  const { body } = await files.send('intake', complaintId, { name });
  return { complaintId, evidenceId: body.id as string };
};
type Uploaded = Awaited<ReturnType<typeof uploaded>>;
const ask = (who: Speaker, { complaintId, evidenceId }: Uploaded, more: object = {}) =>
  bank.say(who, DOWNLOAD, { complaintId, input: { evidenceId, reason: 'INVESTIGATE', ...more } });
const linkFor = async (who: Speaker, file: Uploaded): Promise<string> =>
  (await ask(who, file)).data.downloadEvidence.url;
const fetchAs = async (who: Speaker, url: string) => {
  const token = await bank.tokenOf(who);
  return fetch(bank.url + url, { headers: token ? { authorization: `Bearer ${token}` } : {} });
};
const statusFor = async (who: Speaker, url: string) => (await fetchAs(who, url)).status;

test('the original comes back as it was sent, to be kept and never shown', async () => {
  const file = await uploaded();
  const response = await fetchAs('office', await linkFor('office', file));
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(samples.png);
  const { headers } = response;
  expect(headers.get('content-disposition')).toMatch(/^attachment;.*filename\*=UTF-8''%E8%BD%AC/);
  expect(headers.get('content-type')).toBe('image/png');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test('a link opens in the session that asked for it, for three minutes, and while the right lasts', async () => {
  const file = await uploaded();
  const url = await linkFor('office', file);
  // Who might get a link of their own cannot use somebody else's; nor can strangers.
  expect(await statusFor('intake', url)).toBe(404);
  expect(await statusFor(null, url)).toBe(404);
  const SIGN_IN = `mutation { signIn(input: { username: "office", password: "a long enough password", mode: TOKEN }) { token } }`;
  const other = (await bank.request(SIGN_IN)).data.signIn.token as string;
  const foreign = await fetch(bank.url + url, { headers: { authorization: `Bearer ${other}` } });
  expect(foreign.status).toBe(404);
  const never = await fetchAs('office', '/evidence/01a209d2-0000-7000-8000-000000000000');
  expect(await foreign.json()).toEqual(await never.json());
  expect(await statusFor('office', url)).toBe(200);
  await bank.app.pool.query('update complaint set staff_complained_of_ids = array[$1::uuid] where id = $2', [
    bank.staff.office,
    file.complaintId,
  ]);
  expect(await statusFor('office', url)).toBe(404);
  await bank.app.pool.query("update complaint set staff_complained_of_ids = '{}' where id = $1", [file.complaintId]);
  bank.clock.advance({ minutes: 3, seconds: 1 });
  expect(await statusFor('office', url)).toBe(404);
});

test('originals are for those who may see clear values; others see name, type and hash', async () => {
  const file = await uploaded('13812342071的回单.png');
  const seen: Record<string, string> = {};
  for (const who of [
    'office',
    'northLeader',
    'intake',
    'auditor',
    'reviewer',
    'teller',
    'southOffice',
    'app',
    null,
  ] as const)
    seen[String(who)] = (await ask(who, file)).errors?.[0]?.extensions.code ?? 'GIVEN';
  expect(seen).toEqual({
    office: 'GIVEN',
    northLeader: 'GIVEN',
    intake: 'GIVEN',
    auditor: 'FORBIDDEN',
    reviewer: 'NOT_FOUND',
    teller: 'NOT_FOUND',
    southOffice: 'NOT_FOUND',
    app: 'NOT_FOUND',
    null: 'UNAUTHENTICATED',
  });
  const { complaint } = await bank.ask('auditor', COMPLAINT('evidence { name sha256 } allowedActions { code }'), {
    id: file.complaintId,
  });
  expect(complaint.evidence).toEqual([{ name: '138****2071的回单.png', sha256: expect.any(String) }]);
  expect(complaint.allowedActions).not.toContainEqual({ code: 'downloadEvidence' });
});

test('it asks for a reason and a proof of a moment ago, which holds for all files of the case', async () => {
  const file = await uploaded();
  const SIGN_IN = `mutation { signIn(input: { username: "officeClerk", password: "a long enough password", mode: TOKEN }) { token } }`;
  const token = (await bank.request(SIGN_IN)).data.signIn.token as string;
  const input = { evidenceId: file.evidenceId, reason: 'INVESTIGATE' };
  const unproven = await bank.request(DOWNLOAD, { complaintId: file.complaintId, input }, { token });
  expect(unproven.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', stepUp: 'ENROL' });
  const wordless = await ask('office', file, { reason: 'OTHER' });
  expect(wordless.errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: { note: expect.any(String) },
  });
  for (const more of [await uploaded(), await uploaded()]) expect((await ask('office', more)).errors).toBeUndefined();
});

test('a file of another complaint is not there', async () => {
  const [one, other] = [await uploaded(), await uploaded()];
  const answer = await ask('office', { complaintId: one.complaintId, evidenceId: other.evidenceId });
  expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('who asked for which original, what for, and each download are in the audit, without names of files', async () => {
  const file = await uploaded('张三丰的身份证.png');
  const url = await linkFor('office', file);
  for (let count = 0; count < 2; count++) expect(await statusFor('office', url)).toBe(200);
  const { rows } = await bank.app.pool.query(
    'select kind, actor_id, object_id, data from event where subject_id = $1 and object_id = $2 order by seq',
    [file.complaintId, file.evidenceId],
  );
  const common = { actor_id: bank.staff.office, object_id: file.evidenceId, data: { reason: 'INVESTIGATE' } };
  expect(rows.slice(1)).toEqual([
    { ...common, kind: 'complaint.evidenceOpened' },
    { ...common, kind: 'complaint.evidenceDownloaded' },
    { ...common, kind: 'complaint.evidenceDownloaded' },
  ]);
  expect(JSON.stringify(rows)).not.toContain('三丰');
});
