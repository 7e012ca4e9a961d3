import type { Context } from '../../kernel/context.js';
import { deskMembersOf, leadersOf } from '../../org/groups/recipients.js';
import { staffingAt } from '../../org/groups/staffing.js';
import { idsOnPath } from '../../org/units/org-path.js';
import type { OrgUnit } from '../../org/units/org-unit.js';
import type { Staff } from '../../org/staff/staff.js';

/**
 * Who answers for a complaint until somebody claims it: the leader of the unit's team, else of its desk (首问负责制,
 * D7-二.3); never somebody complained of.
 */
export async function dutyPerson(
  { em, clock }: Context,
  orgUnit: OrgUnit,
  complainedOfIds: readonly string[],
): Promise<Staff | null> {
  const staffing = await staffingAt(em, idsOnPath(orgUnit.path), clock.now());
  const team = leadersOf(staffing, orgUnit.path, 'HANDLING_TEAM', ['LEADER']);
  const desk = deskMembersOf(staffing, orgUnit.path)?.staff ?? [];
  const leaders = team?.staff ?? [];
  const inOrder = team?.orgUnit.id === orgUnit.id ? [...leaders, ...desk] : [...desk, ...leaders];
  return inOrder.find(({ id }) => !complainedOfIds.includes(id)) ?? null;
}
