import { migrate } from '../../server/src/database.js';

/** Brings the template database, which every test database is a copy of, to the current schema. */
export async function migrateTemplate(ownerUrl: string, appUrl: string): Promise<void> {
  await migrate(ownerUrl, appUrl);
}
