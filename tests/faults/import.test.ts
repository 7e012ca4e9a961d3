import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { buildServer, killAll, launch, prepareDatabase, startProcess, type ServerProcess } from '../harness/process.js';
import { until } from '../harness/until.js';

const rows = 300;
const folder = mkdtempSync(join(tmpdir(), 'jiesu-test-'));
const [file, map, report] = ['rows.csv', 'map.json', 'refused.csv'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
let bank: Awaited<ReturnType<typeof prepareDatabase>>;
let server: ServerProcess;

const mapping = {
  id: 'test-1',
  description: 'Rows of the tests.',
  constants: { 'complainant.anonymous': true },
  columns: { content: 'Words', channel: 'By' },
  values: { By: { web: 'ONLINE', call: 'PHONE' } },
  categories: [{ column: 'Issue', is: ['fraud'], code: 'FRAUD' }],
};

// Identical rows are complaints of their own, too; every tenth is a fraud.
const words = (row: number) => `第${Math.floor(row / 2)}笔转账未到账,"请尽快处理"`;
const line = (row: number) =>
  `"${words(row).replaceAll('"', '""')}",${row % 4 ? 'web' : 'call'},${row % 10 ? 'other' : 'fraud'}`;

beforeAll(async () => {
  await buildServer();
  bank = await prepareDatabase();
  server = await startProcess(bank.environment);
  writeFileSync(map, JSON.stringify(mapping));
});
afterEach(() => writeFileSync(report, ''));
afterAll(async () => {
  await killAll();
  await bank.release();
  rmSync(folder, { recursive: true });
});

function startImport() {
  const args = [
    file,
    '--map',
    map,
    '--live',
    '--url',
    server.url,
    '--api-key',
    bank.founded.apiKey,
    '--report',
    report,
  ];
  return launch('cli/import.js', args, {});
}

async function count(of: string): Promise<number> {
  const { rows: found } = await bank.app.pool.query<{ count: number }>(`select count(*)::int from ${of}`);
  return found[0]!.count;
}

const frauds = 'escalation join complaint on complaint.id = complaint_id';
const state = async () => ({
  complaints: await count('complaint'),
  contents: await count('(select distinct content, channel, category_id from complaint) distinct_rows'),
  escalations: await count('escalation'),
  escalated: await count(`(select distinct complaint_id from ${frauds}) distinct_frauds`),
  events: await count("event where kind = 'complaint.registered'"),
});

test('an import that is killed half-way and repeated ends as if it had run once', async () => {
  writeFileSync(file, ['Words,By,Issue', ...Array.from({ length: rows }, (_, row) => line(row))].join('\r\n'));
  const first = startImport();
  await until(async () => (await count('complaint')) > 100);
  await first.kill();
  expect(await count('complaint')).toBeLessThan(rows);
  const second = startImport();
  expect((await second.ended).code).toBe(0);
  expect(second.output()).toContain(`${rows} of ${rows} rows registered, 0 refused`);
  const end = await state();
  expect(end).toEqual({
    complaints: rows,
    contents: expect.any(Number),
    escalations: rows / 10,
    escalated: rows / 10,
    events: rows,
  });
  const last = await count('event');
  const third = startImport();
  expect((await third.ended).code).toBe(0);
  expect(await state()).toEqual(end);
  expect(await count('event')).toBe(last);
});

test('refused rows are reported with line and reason, the others are registered', async () => {
  const before = await count('complaint');
  const secret = '卡号 6222021234567890123 密码 123456';
  const lines = [
    'Words,By,Issue',
    '好的,web,other',
    ',web,other',
    '来信,pigeon,other',
    `${secret},web,other`,
    '也好,call,other',
  ];
  writeFileSync(file, lines.join('\n'));
  const run = startImport();
  expect((await run.ended).code).toBe(1);
  expect(run.output()).toContain('2 of 5 rows registered, 3 refused');
  expect(await count('complaint')).toBe(before + 2);
  const told = readFileSync(report, 'utf8').replace('\uFEFF', '').trim().split('\r\n');
  expect(told.map((text) => text.split(',').slice(0, 3).join(','))).toEqual([
    'line,code,field,reason'.split(',').slice(0, 3).join(','),
    expect.stringMatching(/^3,\w+,content$/),
    expect.stringMatching(/^4,\w+,channel$/),
    expect.stringMatching(/^5,BAD_USER_INPUT,content$/),
  ]);
  expect(readFileSync(report, 'utf8')).not.toContain('123456');
});

test('a wrong key or a mapping with mistakes changes nothing and says why', async () => {
  const before = await count('complaint');
  const args = [file, '--map', map, '--live', '--url', server.url, '--report', report];
  const key = launch('cli/import.js', [...args, '--api-key', 'guessed'], {});
  expect((await key.ended).code).toBe(2);
  expect(key.output()).toContain('does not accept the key');
  writeFileSync(map, JSON.stringify({ ...mapping, columns: { content: 'Nothing' } }));
  const mapped = startImport();
  expect((await mapped.ended).code).toBe(2);
  expect(mapped.output()).toContain('Nothing');
  expect(await count('complaint')).toBe(before);
});
