import type { Application } from '../../kernel/application.js';
import { Evidence } from './evidence.js';

const hour = 3_600_000;
/** Longer than any upload takes: what has no row by then never gets one. */
const keptMs = 24 * hour;

/** Looks for left-over files every hour. Several processes may: what one has removed is gone for the others. */
export function startTidying(app: Application): { stop(): void } {
  const again = () =>
    tidyFiles(app).catch((error: Error) => app.log.error({ error: error.message }, 'files could not be tidied'));
  const timer = setInterval(again, hour).unref();
  return { stop: () => clearInterval(timer) };
}

/** Removes files older than a day that no row knows: of uploads that broke off with their process, or whose row was never written. */
export async function tidyFiles(app: Application): Promise<number> {
  const before = new Date(app.clock.now().getTime() - keptMs);
  let removed = await app.files.dropUnfinished(before);
  for await (const found of app.files.keysOlderThan(before)) {
    const known = await app.orm.em.fork().find(Evidence, { fileKey: { $in: found } }, { fields: ['fileKey'] });
    const keys = new Set(known.map(({ fileKey }) => fileKey));
    const orphans = found.filter((key) => !keys.has(key));
    for (const key of orphans) await app.files.remove(key);
    removed += orphans.length;
  }
  if (removed) app.log.warn({ removed }, 'files that belong to no evidence were removed');
  return removed;
}
