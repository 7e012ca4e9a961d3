import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseFiling, verifiedAlone } from '../case-filing.js';
import { handling } from '../handling.js';
import { openTestBank, RESOLVE, type TestBank } from '../harness/bank.js';
import { tamper } from '../harness/database.js';
import { uploading } from '../uploading.js';

let bank: TestBank;
beforeAll(async () => void (bank = await openTestBank()));
afterAll(() => bank.stop());

// Guard: `caseFileParts` in complaints/case-file/case-file.parts.ts; `verifyCaseFile`.
test('D2-五.1 the file of a complaint holds content, every step, evidence and result, and any change of it is found', async () => {
  const make = handling(bank);
  const filing = caseFiling(bank);
  const { id, version } = await make.registered({ categoryCode: 'FEES', content: '多收手续费' });
  await uploading(bank).send('intake', id, { name: '凭证.png' });
  const settle = { expectedVersion: version, resolutionSummary: '已退还手续费', customerConsents: true };
  await bank.ask('intake', RESOLVE, { id, input: settle });
  const { archive, files } = await filing.takeOut('office', id);
  const part = (name: string) => JSON.parse(files.get(`data/${name}.json`)!.toString());
  expect(part('complaint')).toMatchObject({ content: '多收手续费', resolutionSummary: '已退还手续费' });
  expect(part('events').events.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['REGISTERED', 'EVIDENCE_ADDED', 'RESOLVED_IMMEDIATELY']),
  );
  expect(part('evidence').evidence).toEqual([
    expect.objectContaining({ name: '凭证.png', sha256: expect.any(String) }),
  ]);
  expect(part('contacts').contacts.map(({ kind }: { kind: string }) => kind)).toEqual(['REPLY', 'ACK']);
  expect(await verifiedAlone(archive)).toMatchObject({ code: 0 });
  expect(await filing.verify(id)).toMatchObject({ isIntact: true, findings: [] });
  await tamper(
    bank.databaseUrl,
    `update contact set summary = '未退还' where complaint_id = '${id}' and kind = 'REPLY'`,
  );
  expect((await filing.verify(id)).findings).toEqual([
    expect.objectContaining({ fault: 'ROW_ALTERED', type: 'Contact' }),
  ]);
});
