import type { Offer, Permission } from '../../kernel/allowed-action.js';
import type { Viewer } from '../../kernel/viewer.js';
import { isSelf, mayAdministerAt } from '../org.access.js';
import { openWithStepUp } from '../second-factor/step-up.access.js';

/** What the rules need to know of a group. */
export interface GroupFacts {
  isActive: boolean;
  orgUnit: { path: string };
}

/** The columns behind `GroupFacts`. */
export const groupFactNeeds = ['isActive', 'orgUnit.path'];

/** What the rules need to know of a membership. */
export interface MemberFacts {
  position: string;
  approvedAt: unknown;
  appointedBy: { id: string } | null;
  staff: { id: string };
  group: GroupFacts;
}

/** The columns behind `MemberFacts`. */
export const memberFactNeeds = [
  'position',
  'approvedAt',
  'appointedBy.id',
  'staff.id',
  'group.isActive',
  'group.orgUnit.path',
];

/** Changing a group's people, or ending it: whoever administers its unit, while it is at work. */
function mayChangeGroup(viewer: Viewer, { isActive, orgUnit }: GroupFacts): Permission {
  if (!mayAdministerAt(viewer, orgUnit.path)) return 'denied';
  return isActive ? 'open' : { blockedBy: 'org.groupInactive' };
}

/** Letting an appointment take effect (双人复核): neither who made it nor who is appointed. */
function mayApproveMember(viewer: Viewer, member: MemberFacts): Permission {
  const permission = mayChangeGroup(viewer, member.group);
  if (permission !== 'open') return permission;
  if (isOwnAppointment(viewer, member)) return { blockedBy: 'org.noSelfApproval' };
  return member.approvedAt === null ? 'open' : { blockedBy: 'org.memberApproved' };
}

/** Whether the viewer made an appointment or is the one appointed. */
export const isOwnAppointment = (viewer: Viewer, { appointedBy, staff }: Pick<MemberFacts, 'appointedBy' | 'staff'>) =>
  [appointedBy?.id, staff.id].some((id) => isSelf(viewer, id));

/** Ending a membership: a leader in office is only ever replaced. */
function mayDismiss(viewer: Viewer, member: MemberFacts): Permission {
  const permission = mayChangeGroup(viewer, member.group);
  if (permission !== 'open') return permission;
  return member.position === 'LEADER' && member.approvedAt !== null ? { blockedBy: 'org.leaderStays' } : 'open';
}

/** The verbs on a group. */
export const groupOffers: readonly Offer<GroupFacts>[] = [
  { code: 'appointMember', rule: (ctx, facts) => openWithStepUp(ctx, mayChangeGroup(ctx.viewer, facts)) },
  { code: 'importRoster', rule: (ctx, facts) => openWithStepUp(ctx, mayChangeGroup(ctx.viewer, facts)) },
  { code: 'deactivateLeadershipGroup', rule: ({ viewer }, facts) => mayChangeGroup(viewer, facts) },
];

/** The verbs on a membership; one that is approved needs no approval. */
export const memberOffers: readonly Offer<MemberFacts>[] = [
  {
    code: 'approveMember',
    rule: (ctx, facts) =>
      facts.approvedAt === null ? openWithStepUp(ctx, mayApproveMember(ctx.viewer, facts)) : 'denied',
  },
  { code: 'dismissMember', rule: ({ viewer }, facts) => mayDismiss(viewer, facts) },
];
