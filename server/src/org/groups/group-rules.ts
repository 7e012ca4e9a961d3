import type { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { GroupMember, type LeadershipGroup } from './leadership-group.js';
import type { CreateLeadershipGroupInput, GroupMemberInput } from './leadership-group.input.js';
import { isWithin } from '../units/org-path.js';
import type { OrgUnit } from '../units/org-unit.js';
import { validAt } from '../valid-at.js';

/** What a group's kind asks of the group above it and of a leading department (D4-三.2, D9-二.1a). */
export async function checkPlace(
  checks: Checks,
  input: CreateLeadershipGroupInput,
  { unit, parent, leadUnit }: { unit: OrgUnit | null; parent: LeadershipGroup | null; leadUnit: OrgUnit | null },
): Promise<void> {
  const isProject = input.kind === 'PROJECT_TEAM';
  checks.that(!isProject || input.leadUnitId != null, 'leadUnitId', 'org.leadUnitNeeded');
  checks.that(isProject || input.leadUnitId == null, 'leadUnitId', 'org.leadUnitOnlyForProjects');
  if (leadUnit) checks.that(leadUnit.kind === 'DEPARTMENT', 'leadUnitId', 'org.leadUnitIsDepartment');
  checks.that(input.kind !== 'WORKING_GROUP' || input.parentId != null, 'parentId', 'org.parentNeeded');
  if (!unit || !parent) return;
  const above = await parent.orgUnit.loadOrFail();
  checks.that(parent.kind === 'LEADERSHIP_GROUP' && isWithin(unit.path, above.path), 'parentId', 'org.parentLeads');
}

/** Exactly one leader, nobody twice. */
export function checkRoster(checks: Checks, members: readonly GroupMemberInput[]): void {
  checks.that(members.filter(({ position }) => position === 'LEADER').length === 1, 'members', 'org.oneLeader');
  members.forEach(({ staffId }, index) => {
    checks.that(
      members.findIndex((other) => other.staffId === staffId) === index,
      `members.${index}.staffId`,
      'org.memberTwice',
    );
  });
}

/** The term of a membership: a leader starts at once and stays until replaced, so that a group is never without. */
export function termOf(
  ctx: Context,
  checks: Checks,
  input: GroupMemberInput,
  path: string,
): { validFrom: Date; validTo: Date | null } {
  const now = ctx.clock.now();
  const validFrom = input.validFrom ?? now;
  const validTo = input.validTo ?? null;
  if (input.position === 'LEADER')
    checks.that(validFrom <= now && validTo === null, `${path}position`, 'org.leaderOpenEnded');
  checks.that(validTo === null || (validTo > validFrom && validTo > now), `${path}validTo`, 'org.endBeforeStart');
  return { validFrom, validTo };
}

/** D4-三.2: the leader of a working group is a deputy of the leadership group above it. */
export async function checkWorkingLeader(
  ctx: Context,
  checks: Checks,
  { parentId, staffId, path }: { parentId: string; staffId: string; path: string },
): Promise<void> {
  if (checks.isWrong(path)) return;
  const isDeputy = await ctx.em.count(GroupMember, {
    group: parentId,
    staff: staffId,
    position: 'DEPUTY',
    ...validAt(ctx.clock.now()),
  });
  checks.that(isDeputy > 0, path, 'org.leaderIsDeputy');
}

/** Whether a person leads a working group under a leadership group, and so must stay its deputy. */
export async function leadsWorkingGroup(ctx: Context, group: LeadershipGroup, staffId: string): Promise<boolean> {
  const led = await ctx.em.count(GroupMember, {
    staff: staffId,
    position: 'LEADER',
    group: { parent: group.id, kind: 'WORKING_GROUP', isActive: true },
    ...validAt(ctx.clock.now()),
  });
  return led > 0;
}
