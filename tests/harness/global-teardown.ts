import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Stops the PostgreSQL of the run and removes its data, also where that lies outside the temporary folder. */
export default async function globalTeardown(): Promise<void> {
  const { testCluster } = globalThis;
  if (!testCluster) return;
  await testCluster.database.stop();
  const cluster = join(testCluster.dataDir, 'cluster');
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true });
  rmSync(testCluster.dataDir, { recursive: true });
}
