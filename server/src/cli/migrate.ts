import '../node-version.js';
import { ConfigError, readConfig } from '../config.js';
import { migrate } from '../database.js';

try {
  const { DATABASE_URL } = readConfig(process.env);
  if (!DATABASE_URL)
    throw new ConfigError(['DATABASE_URL: is needed here; the embedded database is migrated at each start']);
  await migrate(DATABASE_URL);
  console.log('jiesu: the database is up to date');
} catch (error) {
  console.error(`jiesu: ${(error as Error).message}`);
  process.exitCode = error instanceof ConfigError ? 78 : 1;
}
