import type { Context } from '../../kernel/context.js';
import { deskMembersOf } from '../../org/groups/desk.js';
import type { OrgUnit } from '../../org/units/org-unit.js';
import { leadersOf } from '../../org/groups/recipients.js';
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
  const at = clock.now();
  const team = await leadersOf(em, orgUnit.path, 'HANDLING_TEAM', ['LEADER'], at);
  const desk = (await deskMembersOf(em, orgUnit.path, at))?.staff ?? [];
  const leaders = team?.staff ?? [];
  const inOrder = team?.orgUnit.id === orgUnit.id ? [...leaders, ...desk] : [...desk, ...leaders];
  return inOrder.find(({ id }) => !complainedOfIds.includes(id)) ?? null;
}
