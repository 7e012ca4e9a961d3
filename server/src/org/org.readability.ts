import { offer } from '../kernel/allowed-action.js';
import { everything, expose, nothing, readable } from '../kernel/read/registry.js';
import type { Condition } from '../kernel/read/registry.js';
import { hasRole, type Grant, type Viewer } from '../kernel/viewer.js';
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

/** The units that a right reaches. */
export const reachOf = ({ path, withSubtree, unitId }: Grant): Condition =>
  withSubtree ? { path: { $startsWith: path } } : { id: unitId };

/** What stands in a unit on the way from the head office to the viewer's own, or in one that a role reaches. */
function onOwnPath(viewer: Viewer): Condition {
  if (viewer.kind === 'SYSTEM') return everything;
  if (!isStaff(viewer)) return nothing;
  const pathIds = viewer.home?.path.split('/').filter(Boolean) ?? [];
  const ownAndBelow = viewer.home ? [{ path: { $startsWith: viewer.home.path } }] : [];
  return { orgUnit: { $or: [{ id: pathIds }, ...ownAndBelow, ...viewer.grants.map(reachOf)] } };
}

/** What stands in a unit that one of the roles reaches. */
function inReachOf(viewer: Viewer, roles: readonly string[]): Condition {
  if (viewer.kind === 'SYSTEM') return everything;
  const reaching = viewer.grants.filter(({ role }) => roles.includes(role));
  return reaching.length ? { orgUnit: { $or: reaching.map(reachOf) } } : nothing;
}

/** Staff know every unit of the bank; a channel app those it registers for. */
function unitsKnownTo(viewer: Viewer): Condition {
  if (isStaff(viewer)) return everything;
  return viewer.home ? { path: { $startsWith: viewer.home.path } } : nothing;
}

readable(OrgUnit, { visibleTo: unitsKnownTo, nameableBy: () => everything });

readable(Staff, {
  visibleTo: onOwnPath,
  // Whoever may read a row may read the names on it; channel apps never see staff.
  nameableBy: (viewer) => (isStaff(viewer) ? everything : nothing),
});

/** Groups that the viewer may see. */
export const groupsKnownTo = onOwnPath;

readable(LeadershipGroup, { visibleTo: groupsKnownTo });
readable(GroupMember, { visibleTo: (viewer) => (isStaff(viewer) ? everything : nothing) });
readable(RoleGrant, { visibleTo: (viewer) => inReachOf(viewer, ['ADMIN', 'AUDITOR']) });
readable(ApiKey, {
  visibleTo: (viewer) => inReachOf(viewer, ['ADMIN']),
  // Rules compare the id of the key that registered a row; no field of the schema shows more of it there.
  nameableBy: () => everything,
});
// One's own, and those of the people one administers.
readable(UserSession, {
  visibleTo: (viewer) => {
    if (viewer.kind === 'SYSTEM') return everything;
    if (viewer.kind !== 'STAFF') return nothing;
    return { $or: [{ staff: viewer.id }, { staff: inReachOf(viewer, ['ADMIN']) }] };
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
