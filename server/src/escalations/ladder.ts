import type { Complaint } from '../complaints/complaint/complaint.js';
import type { Context } from '../kernel/context.js';
import { deskMembersOf } from '../org/groups/desk.js';
import { pathAbove } from '../org/units/org-path.js';
import { leadersOf } from '../org/groups/recipients.js';
import { Staff } from '../org/staff/staff.js';
import { stepOrder, type Policy } from '../plans/policy.js';
import type { EscalationLevel } from './enumerations.js';
import { rankOf } from './triggers.js';

/** A step that somebody stands on. */
export interface Rung {
  level: EscalationLevel;
  staff: Staff[];
}

/** The lowest step from `from` upward where an active person stands; null when nobody does. */
export async function rungFrom(ctx: Context, complaint: Complaint, from: EscalationLevel): Promise<Rung | null> {
  for (const level of stepOrder.slice(rankOf(from))) {
    const staff = (await peopleOn(ctx, complaint, level)).filter(
      ({ id }) => !complaint.staffComplainedOfIds.includes(id),
    );
    if (staff.length) return { level, staff };
  }
  return null;
}

/** The step above one; where nobody stands higher, the same step again. */
export async function rungAbove(ctx: Context, complaint: Complaint, level: EscalationLevel): Promise<Rung> {
  const above = level === 'E4' ? null : await rungFrom(ctx, complaint, stepAfter(level));
  return above ?? (await rungFrom(ctx, complaint, level)) ?? { level, staff: [] };
}

/** Who stands on a step for a complaint: E0 handler, E1 team leader, E2 desk, E3 leadership group, E4 the superior unit's. */
async function peopleOn(ctx: Context, complaint: Complaint, level: EscalationLevel): Promise<Staff[]> {
  const { em, clock } = ctx;
  const at = clock.now();
  const { path } = complaint.orgUnit.getEntity();
  if (level === 'E0') {
    const responsible =
      complaint.responsible && (await em.findOne(Staff, { id: complaint.responsible.id, isActive: true }));
    return responsible ? [responsible] : [];
  }
  if (level === 'E1') return (await leadersOf(em, path, 'HANDLING_TEAM', ['LEADER'], at))?.staff ?? [];
  if (level === 'E2') return (await deskMembersOf(em, path, at))?.staff ?? [];
  const own = await leadersOf(em, path, 'LEADERSHIP_GROUP', ['LEADER', 'DEPUTY'], at);
  if (level === 'E3' || !own) return own?.staff ?? [];
  const above = pathAbove(own.orgUnit.path);
  return above ? ((await leadersOf(em, above, 'LEADERSHIP_GROUP', ['LEADER', 'DEPUTY'], at))?.staff ?? []) : [];
}

/** The step after this one; the top one repeats. */
function stepAfter(level: EscalationLevel): EscalationLevel {
  return stepOrder[Math.min(rankOf(level) + 1, stepOrder.length - 1)]!;
}

/** When a step's delay is over; E0 and E1 wait until the bank's quiet hours end (Asia/Shanghai). */
export function delayedFrom(at: Date, level: EscalationLevel, policy: Policy): Date {
  const next = new Date(at.getTime() + policy.stepDelayMinutes(level) * 60_000);
  return rankOf(level) <= rankOf('E1') ? outsideQuietHours(next, policy.quietHours) : next;
}

// Shanghai has kept UTC+8 without summer time since 1991.
const bankOffsetMs = 8 * 3_600_000;

function outsideQuietHours(at: Date, { from, to }: Policy['quietHours']): Date {
  const local = new Date(at.getTime() + bankOffsetMs);
  const hour = local.getUTCHours();
  if (hour < from && hour >= to) return at;
  const morning = new Date(local);
  morning.setUTCHours(to, 0, 0, 0);
  if (hour >= from) morning.setUTCDate(morning.getUTCDate() + 1);
  return new Date(morning.getTime() - bankOffsetMs);
}
