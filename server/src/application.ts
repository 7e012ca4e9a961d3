import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import type { Config } from './config.js';
import { mayChangeEvents, openDatabase, reactions, requirePostgres18 } from './database.js';
import type { Application } from './kernel/application.js';
import { Canary } from './kernel/canary.js';
import { SystemClock, type Clock } from './kernel/clock.js';
import { Cipher, type DataKey } from './kernel/encryption.js';
import { EventFeed } from './kernel/feed.js';
import { FileStore } from './kernel/files/file-store.js';
import { MalwareScanner } from './kernel/files/malware-scanner.js';
import { Metrics } from './kernel/metrics.js';
import { runSql } from './kernel/sql.js';
import { createSchema } from './schema.js';
import { driversOf } from './work/delivery/drivers.js';

/** Opens everything a server needs on a migrated database, and checks that the keys fit its data. */
export async function createApplication(
  config: Config,
  databaseUrl: string,
  clock: Clock = new SystemClock(),
): Promise<Application> {
  const log = pino({ level: config.logLevel, base: config.isDemo ? { mode: 'DEMO' } : {} });
  const cipher = cipherOf(config);
  const { orm, pool } = await openDatabase(databaseUrl, config.DATABASE_POOL);
  try {
    await requirePostgres18(pool);
    await checkKeys(orm, cipher);
    if (await mayChangeEvents(pool))
      log.warn('the server owns its database and could drop the audit: see DATABASE_OWNER_URL');
  } catch (error) {
    await orm.close();
    throw error;
  }
  const feed = new EventFeed(
    pool,
    { listenUrl: config.FEED_LISTEN ? databaseUrl : null, pollMs: config.FEED_POLL_MS },
    log,
  );
  const requestLimits = { API_KEY: config.RATE_LIMIT_KEY, STAFF: config.RATE_LIMIT_STAFF };
  const [metrics, drivers] = [new Metrics(), driversOf(config, log)];
  const ground = { orm, pool, clock, cipher, feed, log, metrics, drivers, reactions, requestLimits };
  let schema: GraphQLSchema | undefined;
  const api = { schema: () => (schema ??= createSchema()) };
  const settings = { isDemo: config.isDemo, publicUrl: config.PUBLIC_URL ?? null };
  const app: Application = { ...ground, ...api, ...filesOf(config, cipher, clock), ...settings };
  await setClock(app);
  return app;
}

function filesOf(
  config: Config,
  cipher: Cipher,
  clock: Clock,
): Pick<Application, 'files' | 'scanner' | 'mostFileBytes'> {
  return {
    files: new FileStore(config.evidenceDir, cipher, clock),
    scanner: config.CLAMAV_ADDRESS ? new MalwareScanner(config.CLAMAV_ADDRESS) : null,
    mostFileBytes: config.EVIDENCE_MAX_MB * 1024 * 1024,
  };
}

/** Sets the clock by the database's; a host whose own clock runs wrong would fire timers early or late. */
export async function setClock({ clock, pool, log }: Application): Promise<void> {
  if (!(clock instanceof SystemClock)) return;
  const [row] = await runSql<{ now: string }>(pool, { text: 'select clock_timestamp() as now', values: [] });
  clock.correct(new Date(row!.now));
  if (Math.abs(clock.skewMs) > mostSkewMs)
    log.warn({ skewMs: clock.skewMs }, 'the clock of this host differs from the database');
}

/** Beyond this, readiness warns. */
export const mostSkewMs = 5000;

/** The keys of this start do not open what the database holds. */
export class WrongKeys extends Error {}

const word = 'jiesu';

/** Before anything is migrated or written: refuses an old PostgreSQL, and keys that do not open a database in use. */
export async function requireFit(config: Config, databaseUrl: string): Promise<void> {
  const { orm, pool } = await openDatabase(databaseUrl, 2);
  try {
    await requirePostgres18(pool);
    const { rows } = await pool.query<{ used: boolean }>("select to_regclass('canary') is not null as used");
    if (!rows[0]?.used) return;
    const { rows: canaries } = await pool.query<Canary>('select sealed, digest from canary where id = 1');
    if (canaries[0]) requireKeys(canaries[0], cipherOf(config));
  } finally {
    await orm.close();
  }
}

const cipherOf = (config: Config) => {
  const { dataKeys, indexKey } = keysOf(config);
  return new Cipher(dataKeys, indexKey);
};

/** Writes a canary on the first start and reads it on every later one, before anything else is written. */
async function checkKeys(orm: Application['orm'], cipher: Cipher): Promise<void> {
  const em = orm.em.fork();
  const canary = await em.findOne(Canary, { id: 1 });
  if (canary) return requireKeys(canary, cipher);
  const digest = cipher.digest('canary', word);
  await em.insert(Canary, { id: 1, sealed: cipher.encrypt(word), digest, isDemo: false, seededAt: null });
}

function requireKeys(canary: Pick<Canary, 'sealed' | 'digest'>, cipher: Cipher): void {
  let opened: string | null = null;
  try {
    opened = cipher.decrypt(canary.sealed);
  } catch {
    // told below
  }
  if (opened !== word)
    throw new WrongKeys(
      'DATA_KEYS: none of these keys opens the data of this database; add the key it was written with',
    );
  if (cipher.digest('canary', word) !== canary.digest)
    throw new WrongKeys('INDEX_KEY: not the key that this database was filled with');
}

interface KeyFile {
  dataKey: string;
  indexKey: string;
}

/** Configured keys; in demo mode else a key file of its own in the data folder. */
function keysOf(config: Config): { dataKeys: readonly DataKey[]; indexKey: Buffer } {
  if (config.DATA_KEYS && config.INDEX_KEY) return { dataKeys: config.DATA_KEYS, indexKey: config.INDEX_KEY };
  const file = join(config.dataDir, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true });
    const fresh: KeyFile = {
      dataKey: randomBytes(32).toString('base64'),
      indexKey: randomBytes(32).toString('base64'),
    };
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  const { dataKey, indexKey } = JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
  return {
    dataKeys: config.DATA_KEYS ?? [{ id: 'demo', secret: Buffer.from(dataKey, 'base64') }],
    indexKey: config.INDEX_KEY ?? Buffer.from(indexKey, 'base64'),
  };
}
