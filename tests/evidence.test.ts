import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Evidence } from '../server/src/complaints/evidence/evidence.js';
import { openEvidence } from '../server/src/complaints/evidence/open-evidence.js';
import { tidyFiles } from '../server/src/complaints/evidence/tidy-files.js';
import { COMPLAINT, openTestBank, plainComplaint, REGISTER, type Speaker, type TestBank } from './harness/bank.js';
import { handling } from './handling.js';
import { samples, uploading } from './uploading.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
let files: ReturnType<typeof uploading>;
beforeAll(async () => {
  bank = await openTestBank({ environment: { EVIDENCE_MAX_MB: '1' } });
  make = handling(bank);
  files = uploading(bank);
});
afterAll(() => bank.stop());

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const EVIDENCE = `evidence { id name type sizeBytes sha256 source collectedBy { id } collectedAt description scanState }`;
const listed = async (id: string, who: Speaker = 'office') =>
  (await bank.ask(who, COMPLAINT(EVIDENCE), { id })).complaint.evidence;

test('a file is kept as it came in, with its hash, source, collector and time', async () => {
  const { id } = await make.registered();
  const answer = await files.send('intake', id, { name: '转账凭证.png', description: '客户提供的转账截图' });
  expect(answer.status).toBe(201);
  const expected = {
    id: answer.body.id,
    name: '转账凭证.png',
    type: 'image/png',
    sizeBytes: samples.png.length,
    sha256: hashOf(samples.png),
    source: 'CUSTOMER',
    collectedAt: bank.clock.now().toISOString(),
    scanState: 'NOT_SCANNED',
  };
  expect(answer.body).toEqual(expected);
  expect(await listed(id)).toEqual([
    { ...expected, collectedBy: { id: bank.staff.intake }, description: '客户提供的转账截图' },
  ]);
  const row = await bank.app.orm.em.fork().findOneOrFail(Evidence, { id: answer.body.id });
  expect(await buffer(await openEvidence(bank.app, row))).toEqual(samples.png);
});

test('neither the bytes nor the name can be read on the disk or in the database', async () => {
  const { id } = await make.registered();
  const body = Buffer.from('张三丰的账户流水，秘密内容');
  const { body: made } = await files.send('intake', id, {
    name: '张三丰流水.txt',
    body,
    description: '张三丰本人提供',
  });
  const row = await bank.app.orm.em.fork().findOneOrFail(Evidence, { id: made.id });
  expect(JSON.stringify(row)).not.toMatch(/三丰/);
  const [place] = (await files.stored()).filter((path) => path.endsWith(row.fileKey));
  expect((await readFile(place!)).includes('三丰')).toBe(false);
  const { rows } = await bank.app.pool.query('select data from event where object_id = $1', [made.id]);
  expect(rows).toEqual([{ data: { type: 'text/plain', sizeBytes: body.length, sha256: hashOf(body) } }]);
});

test('what was altered on the disk is noticed when it is opened, and so is an end that is missing', async () => {
  const { id } = await make.registered();
  const { body: made } = await files.send('intake', id, {
    body: Buffer.concat([samples.pdf, Buffer.alloc(200_000, 32)]),
    name: 'a.pdf',
  });
  const row = await bank.app.orm.em.fork().findOneOrFail(Evidence, { id: made.id });
  const place = (await files.stored()).find((path) => path.endsWith(row.fileKey))!;
  const sealed = await readFile(place);
  const read = async () => buffer(await openEvidence(bank.app, row));
  expect(hashOf(await read())).toBe(made.sha256);
  const altered = Buffer.from(sealed);
  altered[sealed.length - 100]! ^= 1;
  await writeFile(place, altered);
  await expect(read()).rejects.toThrow(/authenticate/);
  await writeFile(place, sealed.subarray(0, sealed.length - (sealed.length % (64 * 1024 + 16))));
  await expect(read()).rejects.toThrow(/authenticate/);
});

test('those who handle it add files, and nobody else', async () => {
  const { id } = await make.assigned(bank.staff.handler);
  const who = [
    'office',
    'handler',
    'intake',
    'outlet',
    'reviewer',
    'auditor',
    'president',
    'admin',
    'teller',
    'southOffice',
    'app',
    null,
  ] as const;
  const seen: Record<string, string> = {};
  for (const speaker of who) seen[String(speaker)] = (await files.send(speaker, id)).code ?? 'ADDED';
  expect(seen).toEqual({
    office: 'ADDED',
    handler: 'ADDED',
    // Registered it, so was asked first.
    intake: 'ADDED',
    outlet: 'ADDED',
    reviewer: 'NOT_FOUND',
    auditor: 'FORBIDDEN',
    president: 'FORBIDDEN',
    admin: 'NOT_FOUND',
    teller: 'NOT_FOUND',
    southOffice: 'NOT_FOUND',
    app: 'NOT_FOUND',
    null: 'UNAUTHENTICATED',
  });
});

test('an app adds to what it registered and reads nothing back; the customer adds with the code', async () => {
  const input = plainComplaint({ orgUnitId: bank.unit.northOutlet });
  const { id, trackingCode } = (await bank.ask('app', REGISTER('id trackingCode'), { input })).registerComplaint;
  expect((await files.send('app', id)).status).toBe(201);
  expect((await files.send('otherApp', id)).status).toBe(404);
  expect((await files.send('app', id, { source: 'STAFF' })).fields).toEqual(['source']);
  expect(await listed(id, 'app')).toEqual([]);
  expect((await files.send(null, null, { trackingCode })).status).toBe(201);
  expect((await files.send(null, null, { trackingCode: '0000-0000-0000-0000-0000' })).status).toBe(404);
  expect(
    (await listed(id)).map(({ source, collectedBy }: { source: string; collectedBy: null }) => [source, collectedBy]),
  ).toEqual([
    ['CUSTOMER', null],
    ['CUSTOMER', null],
  ]);
});

test('all that is wrong with what was announced is said at once', async () => {
  const { status, code, fields } = await files.send('intake', null, {
    name: null,
    source: 'NOBODY',
    idempotencyKey: null,
    body: '',
    description: '密码是 abc123',
  });
  expect({ status, code, fields }).toEqual({
    status: 400,
    code: 'BAD_USER_INPUT',
    fields: ['complaintId', 'description', 'file', 'idempotencyKey', 'name', 'source'],
  });
});

test('a retry finds the same file, and the key takes no other', async () => {
  const { id } = await make.registered();
  const idempotencyKey = `retry-${id}`;
  const before = (await files.stored()).length;
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => files.send('intake', id, { idempotencyKey })));
  expect([first!, ...others].map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
  expect(others.every(({ body }) => body.id === first!.body.id)).toBe(true);
  expect(await listed(id)).toHaveLength(1);
  const other = await files.send('intake', id, { idempotencyKey, body: samples.pdf });
  expect([other.status, other.code]).toEqual([409, 'CONFLICT']);
  expect((await files.stored()).length).toBe(before + 1);
});

test('files that no row knows are removed after a day, others never', async () => {
  const { id } = await make.registered();
  await files.send('intake', id);
  const kept = await files.stored();
  const orphan = `${kept[0]!.slice(0, -34)}${'0'.repeat(34)}`;
  const unfinished = `${bank.app.files.folder}/incoming/broken`;
  for (const path of [orphan, unfinished]) {
    await writeFile(path, 'x');
    await utimes(path, bank.clock.now(), bank.clock.now());
  }
  bank.clock.advance({ hours: 23 });
  expect(await tidyFiles(bank.app)).toBe(0);
  bank.clock.advance({ hours: 2 });
  const counts = await Promise.all([tidyFiles(bank.app), tidyFiles(bank.app)]);
  expect(Math.max(...counts)).toBe(2);
  expect((await files.stored()).toSorted()).toEqual(kept.toSorted());
});
