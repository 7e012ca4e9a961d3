/** A database of a benchmark's own, and what it ran on. */
import { mkdirSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../server/dist/database.js';
import { startEmbeddedPostgres } from '../server/dist/embedded-postgres.js';
import { fill, settings } from './fill.mjs';

/** Fills a fresh database, lets `work` start its lanes on it, and leaves nothing running or on disk. */
export async function withBank(dataDir, complaints, log, work) {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log });
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  // The database may end its connections before they have all said goodbye.
  pool.on('error', () => undefined);
  const lanes = [];
  try {
    await migrate(postgres.url);
    const environment = settings(postgres.url, dataDir);
    const known = await fill(pool, environment, complaints, log);
    await work({ pool, environment, known, lanes });
  } finally {
    for (const lane of lanes) await lane.stop();
    await pool.end();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The machine that the figures come from. */
export function machine() {
  const [{ model }] = cpus();
  return {
    cpu: model.trim(),
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}
