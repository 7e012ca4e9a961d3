import type { Context } from '../../kernel/context.js';
import { idsOnPath } from '../units/org-path.js';
import { approvedAndValidAt } from '../valid-at.js';
import { GroupMember } from './leadership-group.js';

/**
 * For whom a deputy acts at a unit (D4-三.1), as the event of the act is to say: the leader of the nearest leadership
 * group whose deputy they are. Empty for whoever acts in their own name, a leader on the way up included.
 */
export async function behalfAt({ em, viewer, clock }: Context, unitPath: string): Promise<{ onBehalfOf?: string }> {
  if (viewer.kind !== 'STAFF') return {};
  const unitIds = idsOnPath(unitPath);
  const seats = await em.find(
    GroupMember,
    {
      ...approvedAndValidAt(clock.now()),
      staff: { isActive: true },
      position: ['LEADER', 'DEPUTY'],
      group: { kind: 'LEADERSHIP_GROUP', isActive: true, orgUnit: { $in: unitIds } },
    },
    { populate: ['group'] },
  );
  const mine = seats.filter(({ staff }) => staff.id === viewer.id);
  if (mine.some(({ position }) => position === 'LEADER')) return {};
  const nearness = ({ group }: (typeof mine)[number]) => unitIds.indexOf(group.$.orgUnit.id);
  const [own] = mine.toSorted((a, b) => nearness(b) - nearness(a));
  const leader = seats.find(({ group, position }) => group.id === own?.group.id && position === 'LEADER');
  return leader ? { onBehalfOf: leader.staff.id } : {};
}
