import { requireThat } from '../../kernel/errors.js';
import { everything, nothing, type Condition } from '../../kernel/read/registry.js';
import { hasRole, type Viewer } from '../../kernel/viewer.js';
import { rolesFor } from '../../org/grants/capabilities.js';

const readers = rolesFor.READ_AUDIT;

/** Refuses with `FORBIDDEN` whoever is no auditor. */
export const requireAuditor = (viewer: Viewer): void => requireThat(hasRole(viewer, readers));

/** Entries about something of such units, or done by somebody there. */
export const concerning = (unit: Condition): Condition => ({
  $or: [
    { actor: { orgUnit: unit } },
    { complaint: { orgUnit: unit } },
    { escalation: { complaint: { orgUnit: unit } } },
    { unit },
    { person: { orgUnit: unit } },
    { group: { orgUnit: unit } },
    { grant: { orgUnit: unit } },
    { key: { orgUnit: unit } },
  ],
});

/** Whether a place is the whole bank. */
const isRoot = (path: string) => path.split('/').filter(Boolean).length === 1;

/** The log as far as the auditor's scope reaches; nothing about complaints against the auditor (回避). */
export function visibleTo(viewer: Viewer): Condition {
  if (viewer.kind !== 'STAFF' || !viewer.id) return nothing;
  const reached = viewer.grants
    .filter(({ role }) => (readers as readonly string[]).includes(role))
    .map(({ path, unitId, withSubtree }) => {
      if (withSubtree && isRoot(path)) return everything;
      return concerning(withSubtree ? { path: { $startsWith: path } } : { id: unitId });
    });
  const against: Condition = { staffComplainedOfIds: { $contains: [viewer.id] } };
  return {
    $or: reached,
    $not: { $or: [{ complaint: against }, { escalation: { complaint: against } }] },
  };
}
