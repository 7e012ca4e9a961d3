import type { GroupPosition } from '../../org/groups/leadership-group.js';
import type { Post } from '../../org/staff/staff.js';
import type { OrgUnitKind } from '../../org/units/org-unit.js';
import type { DepartmentDemand, PositionDemand } from './preset.js';

type Whence = { department?: DepartmentDemand; each?: OrgUnitKind };
const holder =
  (position: GroupPosition | null) =>
  (clause: string, post: Post | null = null, whence: Whence = {}): PositionDemand => ({
    clause,
    position,
    post,
    ...whence,
  });

/** Who must stand in a group, by which post and from where. */
export const leader = holder('LEADER');
export const deputy = holder('DEPUTY');
export const member = holder('MEMBER');
/** In whichever position: the plan names the post only. */
export const somebody = holder(null);
