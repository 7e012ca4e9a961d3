import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Deadline } from '../../calendar/deadline.js';
import type { WorkingDays } from '../../calendar/working-days.js';
import { startOfBankDay } from '../../kernel/bank-day.js';
import { pausesOf, reckoned } from './pause.actions.js';
import { SlaClock } from './sla-clock.js';

/** An open clock and its end by other working days. */
export interface Reckoning {
  clock: SlaClock;
  deadline: Deadline;
  hasMoved: boolean;
}

/** Every open clock that reaches into a year, reckoned by the given working days, nearest end first. */
export async function reckonYear(
  em: EntityManager,
  days: WorkingDays,
  { year, now, lock }: { year: number; now: Date; lock: boolean },
): Promise<Reckoning[]> {
  const clocks = await em.find(
    SlaClock,
    {
      state: ['RUNNING', 'WARNED', 'PAUSED'],
      limitUnit: 'WORKING_DAY',
      dueAt: { $gt: startOfBankDay(`${year}-01-01`) },
      startedAt: { $lt: startOfBankDay(`${year + 1}-01-01`) },
    },
    { orderBy: { dueAt: 'asc', id: 'asc' }, ...(lock ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {}) },
  );
  const pauses = await pausesOf(em, clocks);
  return clocks.map((clock) => {
    const deadline = reckoned(days, clock, pauses.get(clock.id), now);
    return { clock, deadline, hasMoved: deadline.dueAt.getTime() !== clock.dueAt.getTime() };
  });
}
