import { offer } from '../kernel/allowed-action.js';
import { everything, expose, nothing, readable } from '../kernel/read/registry.js';
import type { Condition } from '../kernel/read/registry.js';
import { hasRole, type Viewer } from '../kernel/viewer.js';
import { apiKeyFactNeeds, apiKeyOffers } from './api-keys/api-key.access.js';
import { ApiKey } from './api-keys/api-key.js';
import { groupFactNeeds, groupOffers, memberFactNeeds, memberOffers } from './groups/leadership-group.access.js';
import { GroupMember, LeadershipGroup } from './groups/leadership-group.js';
import { OrgUnit } from './units/org-unit.js';
import { RoleGrant } from './grants/role-grant.js';
import { UserSession } from './sign-in/user-session.js';
import { Staff } from './staff/staff.js';

const isStaff = (viewer: Viewer) => viewer.kind === 'STAFF' || viewer.kind === 'SYSTEM';
/** Whether the viewer may read who holds what. */
export const seesGrants = (viewer: Viewer) => viewer.kind === 'SYSTEM' || hasRole(viewer, ['ADMIN', 'AUDITOR']);

/** Units on the way from the head office to the viewer's own, and whatever a role reaches. */
function unitsOfOwnPath(viewer: Viewer): Condition {
  const pathIds = viewer.home?.path.split('/').filter(Boolean) ?? [];
  const reached = viewer.grants.map(({ path, withSubtree, unitId }) =>
    withSubtree ? { path: { $startsWith: path } } : { id: unitId },
  );
  return { $or: [{ id: pathIds }, ...(viewer.home ? [{ path: { $startsWith: viewer.home.path } }] : []), ...reached] };
}

/** Staff know every unit of the bank; a channel app those it registers for. */
function unitsKnownTo(viewer: Viewer): Condition {
  if (isStaff(viewer)) return everything;
  return viewer.home ? { path: { $startsWith: viewer.home.path } } : nothing;
}

readable(OrgUnit, { visibleTo: unitsKnownTo, nameableBy: () => everything });

readable(Staff, {
  visibleTo: (viewer) =>
    seesGrants(viewer) ? everything : isStaff(viewer) ? { orgUnit: unitsOfOwnPath(viewer) } : nothing,
  // Whoever may read a row may read the names on it; channel apps never see staff.
  nameableBy: (viewer) => (isStaff(viewer) ? everything : nothing),
});

/** Groups that the viewer may see. */
export const groupsKnownTo = (viewer: Viewer): Condition =>
  seesGrants(viewer) ? everything : isStaff(viewer) ? { orgUnit: unitsOfOwnPath(viewer) } : nothing;

readable(LeadershipGroup, { visibleTo: groupsKnownTo });
readable(GroupMember, { visibleTo: (viewer) => (isStaff(viewer) ? everything : nothing) });
readable(RoleGrant, { visibleTo: (viewer) => (seesGrants(viewer) ? everything : nothing) });
readable(ApiKey, {
  visibleTo: (viewer) => (viewer.kind === 'SYSTEM' || hasRole(viewer, ['ADMIN']) ? everything : nothing),
  // Rules compare the id of the key that registered a row; no field of the schema shows more of it there.
  nameableBy: () => everything,
});
// One's own, and those of the people one administers.
readable(UserSession, {
  visibleTo: (viewer) => {
    if (viewer.kind === 'SYSTEM') return everything;
    if (viewer.kind !== 'STAFF') return nothing;
    const administered = viewer.grants
      .filter(({ role }) => role === 'ADMIN')
      .map(({ path, unitId, withSubtree }) => ({
        staff: { orgUnit: withSubtree ? { path: { $startsWith: path } } : { id: unitId } },
      }));
    return { $or: [{ staff: viewer.id }, ...administered] };
  },
});

expose(LeadershipGroup, 'members', {
  many: () => GroupMember,
  by: 'group',
  where: { dismissedAt: null },
  orderBy: [
    { field: 'createdAt', direction: 'asc' },
    { field: 'id', direction: 'asc' },
  ],
  limit: 200,
});

offer(LeadershipGroup, groupFactNeeds, groupOffers);
offer(GroupMember, memberFactNeeds, memberOffers);
offer(ApiKey, apiKeyFactNeeds, apiKeyOffers);
