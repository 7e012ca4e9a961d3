import '../node-version.js';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../config.js';
import { openDatabase } from '../database.js';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import { verifyChain, type ChainFault } from '../kernel/verify-chain.js';

const faults: Record<ChainFault, string> = {
  MISSING: 'a row is missing before it',
  UNCHAINED: 'it does not follow the row before it',
  ALTERED: 'it was altered',
};

/** Recomputes the event log's hash chain: exit 0 when it holds, 1 when a row was altered, removed or added. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const postgres = config.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  const { orm, pool } = await openDatabase(config.DATABASE_URL ?? postgres!.appUrl, 2);
  try {
    const { count, head, broken } = await verifyChain(pool);
    if (broken) {
      console.error(
        `jiesu: the chain is broken at event ${broken.seq}: ${faults[broken.fault]} (${count} events before it hold)`,
      );
      process.exitCode = 1;
    } else console.log(`jiesu: the chain holds: ${count} events, head ${head?.seq ?? 0} ${head?.hash ?? ''}`);
  } finally {
    await orm.close();
    await postgres?.stop();
  }
}

main().catch((error: Error) => {
  console.error(`jiesu: ${error.message}`);
  process.exitCode = error instanceof ConfigError ? 78 : 1;
});
