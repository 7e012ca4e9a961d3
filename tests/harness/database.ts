import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of a test file's own. */
export interface TestDatabase {
  /** As the role of the application, which may do what it may in a bank. */
  url: string;
  drop(): Promise<void>;
}

const template = 'jiesu_template';
const templateLock = 0x6a69_6573;

/** Clones the migrated template; the first caller of the run migrates it while the others wait. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(async (client) => {
    await prepareTemplate(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`);
  });
  const drop = (): Promise<void> => asOwner(async (client) => void (await client.query(dropping(name))));
  return { url: clusterUrl(name, 'TEST_CLUSTER_APP_URL'), drop };
}

/** The template appears under its name only when it is whole, by a rename. */
async function prepareTemplate(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    const { migrateTemplate } = await import('./template.js');
    await client.query(dropping(`${template}_new`));
    await client.query(`CREATE DATABASE ${template}_new`);
    await migrateTemplate(clusterUrl(`${template}_new`), clusterUrl(`${template}_new`, 'TEST_CLUSTER_APP_URL'));
    await client.query(`ALTER DATABASE ${template}_new RENAME TO ${template}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  }
}

/** Runs statements as the owner of a test database: what the application itself may not do. */
export const ownerSql = (databaseUrl: string, ...statements: string[]): Promise<void> =>
  asOwner(async (client) => {
    for (const statement of statements) await client.query(statement);
  }, new URL(databaseUrl).pathname.slice(1));

/** Changes events as an owner could who takes the trigger away first. */
export const tamper = (databaseUrl: string, ...statements: string[]): Promise<void> =>
  ownerSql(
    databaseUrl,
    'alter table event disable trigger user',
    ...statements,
    'alter table event enable trigger user',
  );

async function asOwner(work: (client: pg.Client) => Promise<void>, database = 'jiesu'): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(database) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function clusterUrl(database: string, variable = 'TEST_CLUSTER_URL'): string {
  const address = process.env[variable];
  if (!address) throw new Error(`${variable} is missing: run the tests through jest`);
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

function dropping(name: string): string {
  return `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
}
