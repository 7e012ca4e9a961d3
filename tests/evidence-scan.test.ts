import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestBank, type TestBank } from './harness/bank.js';
import { eicar, startClamav } from './harness/clamav.js';
import { handling } from './handling.js';
import { samples, uploading } from './uploading.js';

let clamav: Awaited<ReturnType<typeof startClamav>>;
let bank: TestBank;
let make: ReturnType<typeof handling>;
let files: ReturnType<typeof uploading>;
beforeAll(async () => {
  clamav = await startClamav();
  bank = await openTestBank({ environment: { CLAMAV_ADDRESS: clamav.address } });
  make = handling(bank);
  files = uploading(bank);
});
afterAll(() => bank.stop());

test('what a scanner finds clean is kept and says so', async () => {
  const { id } = await make.registered();
  const body = Buffer.concat([samples.pdf, Buffer.alloc(300_000, 'x')]);
  const answer = await files.send('intake', id, { body });
  expect([answer.status, answer.body.scanState]).toEqual([201, 'CLEAN']);
  expect(clamav.seen.at(-1)).toBe(body.length);
  const { evidenceRules } = await bank.ask('intake', '{ evidenceRules { isScanned } }');
  expect(evidenceRules).toEqual({ isScanned: true });
});

test('malware is refused by name and leaves nothing but a line in the audit', async () => {
  const { id } = await make.registered();
  const before = await files.stored();
  const body = Buffer.concat([Buffer.from('附件如下 '), eicar]);
  const answer = await files.send('intake', id, { body, name: '附件.txt' });
  expect([answer.status, answer.code, answer.fields]).toEqual([400, 'BAD_USER_INPUT', ['file']]);
  expect(answer.body.errors[0].extensions.fields.file).toContain('Win.Test.EICAR_HDB-1');
  expect(await files.stored()).toEqual(before);
  expect((await make.read(id, 'evidence { id }')).evidence).toEqual([]);
  const { rows } = await bank.app.pool.query(
    "select actor_id, data from event where subject_id = $1 and kind = 'complaint.malwareRefused'",
    [id],
  );
  expect(rows).toEqual([{ actor_id: bank.staff.intake, data: { name: 'Win.Test.EICAR_HDB-1' } }]);
});

test('without the scanner nothing is taken in, and the caller may come back', async () => {
  await clamav.stop();
  const { id } = await make.registered();
  const before = await files.stored();
  const answer = await files.send('intake', id);
  expect([answer.status, answer.code]).toEqual([503, 'UNAVAILABLE']);
  expect(answer.body.errors[0].extensions.retryAfterSeconds).toBeGreaterThan(0);
  expect(await files.stored()).toEqual(before);
});
