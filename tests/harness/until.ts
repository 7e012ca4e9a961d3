import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the look finds something and returns it; throws when it has found nothing for a minute, or as long as is said. */
export async function until<T>(look: () => T | Promise<T>, longestMs = 60_000): Promise<NonNullable<T> & {}> {
  const deadline = Date.now() + longestMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`in vain for ${longestMs / 1000} seconds: ${look}`);
    await sleep(20);
  }
}
