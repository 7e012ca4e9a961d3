import { request } from '../provider/client';
import { startOfBankDay } from '../patterns/time';
import { WallDocument, WallTodayDocument } from './documents';
import type { TodayEscalation, WallEscalation } from './urgency';

interface Page<T> {
  items: readonly T[];
  pageInfo: { endCursor?: string | null; hasNextPage: boolean };
}

/** A wall of more than this many pages is no longer a wall. */
const mostPages = 10;

async function everyPage<T>(read: (after: string | null) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const { items: more, pageInfo }: Page<T> = await read(after);
    items.push(...more);
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage) break;
  }
  return items;
}

/** Every escalation that is open or in hand, drills left out. */
export async function readCurrent(): Promise<readonly WallEscalation[]> {
  const items = await everyPage<WallEscalation>(async (after) => (await request(WallDocument, { after })).escalations);
  return items.filter(({ isDrill }) => !isDrill);
}

/** Every escalation raised since the bank's day began, drills left out. */
export async function readToday(): Promise<readonly TodayEscalation[]> {
  const from = startOfBankDay(Date.now()).toISOString();
  const items = await everyPage<TodayEscalation>(
    async (after) => (await request(WallTodayDocument, { from, after })).escalations,
  );
  return items.filter(({ isDrill }) => !isDrill);
}
