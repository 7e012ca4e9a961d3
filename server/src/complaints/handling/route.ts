import type { Context } from '../../kernel/context.js';
import { GroupMember, LeadershipGroup } from '../../org/groups/leadership-group.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { approvedAndValidAt } from '../../org/valid-at.js';
import { policyFor } from '../../plans/policy.js';
import type { Complaint } from '../complaint/complaint.js';
import { isRecused } from './recusal.js';

/**
 * Whom the routes of the plan in force name for a complaint as it is now (D2-四.3, D6-四.1(2)); null where none does, or
 * where whom it names is not at work, takes no part (回避), or led it before it was taken up anew.
 */
export async function receiverByRule(ctx: Context, complaint: Complaint): Promise<OrgUnit | Staff | null> {
  await ctx.em.populate(complaint, ['orgUnit', 'category']);
  const policy = await policyFor(ctx.em, complaint.orgUnit.getEntity(), ctx.clock.now());
  const route = policy.routeFor(complaint.category?.getEntity().path ?? null, complaint.level);
  if (!route) return null;
  const receiver =
    route.kind === 'UNIT'
      ? await ctx.em.findOne(OrgUnit, { id: route.id, isActive: true })
      : await receiverOfGroup(ctx, route.id);
  if (!(receiver instanceof Staff)) return receiver;
  return isRecused(complaint, receiver) || complaint.formerLeadIds.includes(receiver.id) ? null : receiver;
}

/** A handling team receives as the unit it works for, whose handlers its members are; any other group by its leader. */
async function receiverOfGroup({ em, clock }: Context, id: string): Promise<OrgUnit | Staff | null> {
  const group = await em.findOne(LeadershipGroup, { id, isActive: true }, { populate: ['orgUnit'] });
  if (group?.kind === 'HANDLING_TEAM') return group.orgUnit.$;
  const leads = {
    group: id,
    position: 'LEADER',
    staff: { isActive: true },
    ...approvedAndValidAt(clock.now()),
  } as const;
  const leader = group && (await em.findOne(GroupMember, leads, { populate: ['staff'] }));
  return leader?.staff.$ ?? null;
}
