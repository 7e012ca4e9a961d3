import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the look finds something and returns it; throws when it has found nothing for ten seconds. */
export async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T> & {}> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`in vain for ten seconds: ${look}`);
    await sleep(20);
  }
}
