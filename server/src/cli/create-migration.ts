import '../node-version.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '../database.js';
import { startEmbeddedPostgres } from '../embedded-postgres.js';

/** Writes a migration from what the entities say and the migrations so far do not: `create-migration NAME`. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9-]+$/.test(name)) throw new Error('usage: npm run migration -- name-of-the-change');
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-migration-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false });
  try {
    await migrate(postgres.url);
    const { orm } = await openDatabase(postgres.url);
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    await orm.close();
    if (!sql.trim()) return console.log('The migrations so far say all that the entities say.');
    const file = `server/src/migrations/${new Date().toISOString().slice(0, 10)}-${name}.ts`;
    await writeFile(file, migrationText(sql));
    console.log(`${file}: read it, then add it to migrations.ts`);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function migrationText(sql: string): string {
  const statements = sql
    .split(/;\s*\n/)
    .map((statement) => statement.trim())
    .filter(Boolean);
  const lines = statements.map((statement) => `    this.addSql(\`${statement.replaceAll('`', '\\`')}\`);`);
  return `import { Migration } from '@mikro-orm/migrations';\n\nexport class Change extends Migration {\n  override up(): void {\n${lines.join('\n')}\n  }\n}\n`;
}

await main(process.argv[2]);
