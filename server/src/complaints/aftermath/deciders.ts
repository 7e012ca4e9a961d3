import type { Context } from '../../kernel/context.js';
import { Event } from '../../kernel/event.js';
import { groupsFrom } from '../../org/groups/recipients.js';
import { staffingAt } from '../../org/groups/staffing.js';
import type { Staff } from '../../org/staff/staff.js';
import { idsOnPath } from '../../org/units/org-path.js';
import type { OrgUnit } from '../../org/units/org-unit.js';
import type { Complaint } from '../complaint/complaint.js';
import { isRecused } from '../handling/recusal.js';

/** Who decides an appeal, and the unit whose leadership group they are of. */
export interface Deciders {
  orgUnit: OrgUnit;
  staff: readonly Staff[];
}

/** What somebody has done who handled, reviewed or approved: the log knows it, whoever is responsible now. */
const parts = [
  ...['complaint.screened', 'complaint.rejected', 'complaint.handoverAccepted', 'complaint.investigationPlanned'],
  ...['complaint.resolutionProposed', 'complaint.resolutionApproved', 'complaint.resolutionReturned'],
  ...['complaint.resolvedImmediately', 'complaint.replied', 'complaint.referred', 'complaint.cooperationAnswered'],
  ...['complaint.taskCompleted', 'complaint.mediationRecorded'],
];

/**
 * The members of the leadership group of the unit who neither handled, reviewed nor approved, and are neither complained
 * of nor under such (D5-五.4(2)); where none is left, of the next group above. Null when the head office has none either.
 */
export async function appealDecidersOf(ctx: Context, complaint: Complaint): Promise<Deciders | null> {
  const { path } = await complaint.orgUnit.loadOrFail();
  const staffing = await staffingAt(ctx.em, idsOnPath(path), ctx.clock.now());
  const involved = await involvedIn(ctx, complaint);
  for (const group of groupsFrom(staffing, path, 'LEADERSHIP_GROUP')) {
    const members = (staffing.seats.get(group.id) ?? []).map(({ staff }) => staff.$);
    const staff = members.filter((person) => !involved.has(person.id) && !isRecused(complaint, person));
    if (staff.length) return { orgUnit: group.orgUnit.$, staff };
  }
  return null;
}

async function involvedIn({ em }: Context, complaint: Complaint): Promise<ReadonlySet<string>> {
  const deeds = await em.find(
    Event,
    { subjectId: complaint.id, kind: parts, actorKind: 'STAFF' },
    { fields: ['actorId'] },
  );
  const { responsible, lead, formerLeadIds } = complaint;
  const people = [responsible?.id, lead?.id, ...formerLeadIds, ...deeds.map(({ actorId }) => actorId)];
  return new Set(people.flatMap((id) => id ?? []));
}
