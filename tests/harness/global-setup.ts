import './run-sources.ts';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '../../server/src/embedded-postgres.js';

declare global {
  var testCluster: { database: EmbeddedPostgres; dataDir: string } | undefined;
}

/** Starts the one PostgreSQL of the whole run; workers find it by TEST_CLUSTER_URL and, as the application, TEST_CLUSTER_APP_URL. */
export default async function globalSetup(): Promise<void> {
  const { startEmbeddedPostgres } = await import('../../server/src/embedded-postgres.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'jiesu-test-'));
  chmodSync(dataDir, 0o711);
  const database = await startEmbeddedPostgres({ dataDir, durable: false });
  globalThis.testCluster = { database, dataDir };
  process.env['TEST_CLUSTER_URL'] = database.url;
  process.env['TEST_CLUSTER_APP_URL'] = database.appUrl;
}
