import '../node-version.js';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../config.js';
import { openDatabase } from '../database.js';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import { readAnchors, verifyAnchors } from '../kernel/anchor.js';
import { verifyChain, type ChainFault, type ChainVerdict } from '../kernel/verify-chain.js';

const faults: Record<ChainFault, string> = {
  MISSING: 'a row is missing before it',
  UNCHAINED: 'it does not follow the row before it',
  ALTERED: 'it was altered',
};

const told = ({ count, broken }: ChainVerdict) =>
  broken && { ...broken, reason: `${faults[broken.fault]} (${count} events before it hold)` };

/**
 * Recomputes the event log's hash chain and holds it against the heads in `AUDIT_ANCHOR_FILE`, if there is one: exit 0
 * when it holds, 1 when a row was altered, removed or added.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const postgres = config.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  const { orm, pool } = await openDatabase(config.DATABASE_URL ?? postgres!.appUrl, 2);
  try {
    const anchors = config.AUDIT_ANCHOR_FILE ? await readAnchors(config.AUDIT_ANCHOR_FILE) : [];
    const chain = await verifyChain(pool);
    const broken = chain.broken ? told(chain) : await verifyAnchors(pool, anchors);
    if (broken) {
      console.error(`jiesu: the chain is broken at event ${broken.seq}: ${broken.reason}`);
      process.exitCode = 1;
    } else {
      const { count, head } = chain;
      const noted = anchors.length ? `, and all of ${anchors.length} noted heads are in it` : '';
      console.log(`jiesu: the chain holds: ${count} events, head ${head?.seq ?? 0} ${head?.hash ?? ''}${noted}`);
    }
  } finally {
    await orm.close();
    await postgres?.stop();
  }
}

main().catch((error: Error) => {
  console.error(`jiesu: ${error.message}`);
  process.exitCode = error instanceof ConfigError ? 78 : 1;
});
