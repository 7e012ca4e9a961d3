import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../server/src/database.js';
import { findPostmaster } from '../../server/src/embedded-postgres/processes.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/src/embedded-postgres.js';
import { verifyChain } from '../../server/src/kernel/verify-chain.js';
import { lineTo } from '../harness/line.js';
import { complaintAt, foundLiveBank, liveBank, REGISTER, type LiveBank } from '../harness/live-bank.js';
import { startTestServer } from '../harness/server.js';
import { COMPLAINTS } from '../harness/subscription.js';
import { until } from '../harness/until.js';

let dataDir: string;
let postgres: EmbeddedPostgres;
let line: Awaited<ReturnType<typeof lineTo>>;
let bank: LiveBank;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'jiesu-test-'));
  postgres = await startEmbeddedPostgres({ dataDir });
  await migrate(postgres.url, postgres.appUrl);
  line = await lineTo(postgres.appUrl);
  const server = await startTestServer({ databaseUrl: line.url, environment: { FEED_POLL_MS: '200' } });
  bank = liveBank(server, await foundLiveBank(server.app));
});
afterAll(async () => {
  await bank.stop();
  line.close();
  await postgres.stop();
  rmSync(realpathSync(join(dataDir, 'cluster')), { recursive: true });
  rmSync(dataDir, { recursive: true });
});

test('F6: PostgreSQL is restarted at once under load: nothing acknowledged is lost, and the server heals by itself', async () => {
  const leader = await bank.signIn('leader');
  const feed = bank.listen(leader, COMPLAINTS, { after: await bank.cursor() });
  const acknowledged = new Map<string, string>();
  const codes = new Set<string>();
  let isOver = false;
  const callers = Array.from({ length: 6 }, async () => {
    while (!isOver) {
      const input = complaintAt(bank.units.east);
      for (;;) {
        const { data, errors } = await bank.request(REGISTER, { input }, { token: bank.apiKey });
        if (data?.registerComplaint) {
          acknowledged.set(input.idempotencyKey, data.registerComplaint.reference);
          break;
        }
        codes.add(errors![0]!.extensions.code);
      }
    }
  });
  for (let round = 0; round < 2; round++) {
    const reached = acknowledged.size;
    await until(() => acknowledged.size > reached + 20, 60_000);
    // What `pg_ctl stop -m immediate` does; the log is recovered at the next start.
    process.kill(findPostmaster(realpathSync(join(dataDir, 'cluster', 'data')))!.pid, 'SIGQUIT');
    await postgres.exited;
    postgres = await startEmbeddedPostgres({ dataDir });
    line.lead(postgres.appUrl);
    const back = performance.now();
    const before = acknowledged.size;
    await until(() => acknowledged.size > before, 60_000);
    expect(performance.now() - back).toBeLessThan(10_000);
  }
  isOver = true;
  await Promise.all(callers);
  expect([...codes]).toEqual(['UNAVAILABLE']);
  const { rows } = await bank.app.pool.query<{ key: string; reference: string }>(
    'select idempotency_key as key, reference from complaint',
  );
  expect(new Map(rows.map(({ key, reference }) => [key, reference]))).toEqual(acknowledged);
  expect(await verifyChain(bank.app.pool)).toMatchObject({ broken: null });
  const told = await feed.first(acknowledged.size);
  expect(new Set(told)).toEqual(new Set(acknowledged.values()));
  expect(told).toHaveLength(acknowledged.size);
});
