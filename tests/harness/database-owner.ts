import './run-sources.ts';
import pg from 'pg';

// Started by a test, to be killed: owns a database, says its address, then says each row that it has committed.
const { startEmbeddedPostgres } = await import('../../server/src/embedded-postgres.js');
const { url, guest } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ url, guest })}\n`);

const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS written (id int PRIMARY KEY)');
for (let id = 1; ; id += 1) {
  await client.query('INSERT INTO written VALUES ($1)', [id]);
  process.stdout.write(`${id}\n`);
}
