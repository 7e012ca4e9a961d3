import '../node-version.js';
import { requireFit, WrongKeys } from '../application.js';
import { ConfigError, readConfig } from '../config.js';
import { migrate } from '../database.js';

try {
  const config = readConfig(process.env);
  const { DATABASE_URL, DATABASE_OWNER_URL = DATABASE_URL } = config;
  if (!DATABASE_URL || !DATABASE_OWNER_URL)
    throw new ConfigError(['DATABASE_URL: is needed here; the embedded database is migrated at each start']);
  await requireFit(config, DATABASE_OWNER_URL);
  await migrate(DATABASE_OWNER_URL, DATABASE_URL);
  console.log('jiesu: the database is up to date');
} catch (error) {
  console.error(`jiesu: ${(error as Error).message}`);
  process.exitCode = error instanceof ConfigError || error instanceof WrongKeys ? 78 : 1;
}
