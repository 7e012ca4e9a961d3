import { readWorkingDays } from '../../calendar/working-days.js';
import type { Reaction, Reactions } from '../../kernel/application.js';
import { record, type Context } from '../../kernel/context.js';
import { Complaint } from '../complaint/complaint.js';
import { reckonYear } from './calendar-moves.js';
import { nearestOf } from './clocks.actions.js';
import { keep, standOf } from './revise.actions.js';
import { SlaClock } from './sla-clock.js';

/** The calendar of a year is another: open clocks that reach into it end where it says; a second time changes nothing. */
const moveClocks: Reaction = async (ctx, events) => {
  for (const year of new Set(events.map(({ data }) => Number(data['year'])))) await moveClocksOf(ctx, year);
};

async function moveClocksOf(ctx: Context, year: number): Promise<void> {
  const now = ctx.clock.now();
  const days = await readWorkingDays(ctx.em);
  const reckonings = await reckonYear(ctx.em, days, { year, now, lock: true });
  for (const { clock, deadline } of reckonings) {
    const before = standOf(clock);
    clock.reckon(deadline, now);
    keep(ctx, clock, before, 'CALENDAR');
  }
  const moved = reckonings.flatMap(({ clock, hasMoved }) => (hasMoved ? [clock] : []));
  if (!moved.length) return;
  const ids = [...new Set(moved.map(({ complaint }) => complaint.id))];
  const complaints = await ctx.em.find(Complaint, { id: ids });
  const clocks = Map.groupBy(await ctx.em.find(SlaClock, { complaint: ids }), ({ complaint }) => complaint.id);
  const byId = new Map(complaints.map((complaint) => [complaint.id, complaint]));
  for (const complaint of complaints) complaint.nextDueAt = nearestOf(clocks.get(complaint.id)!);
  for (const clock of moved) {
    record(ctx, 'complaint.clockMoved', byId.get(clock.complaint.id)!, {
      audience: 'complaints',
      objectId: clock.id,
      data: { clockKind: clock.kind },
    });
  }
}

/** What follows for clocks when the working calendar changes; in the same transaction. */
export const clockReactions: Reactions = { 'calendar.published': moveClocks, 'calendar.changed': moveClocks };
