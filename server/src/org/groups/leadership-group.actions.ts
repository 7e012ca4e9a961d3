import { ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { conflict, notFound, requireThat } from '../../kernel/errors.js';
import { accessCommand } from '../sign-in/access-command.js';
import { DeskDuty } from './desk-duty.js';
import { checkPlace, checkRoster, checkWorkingLeader, termOf } from './group-rules.js';
import { isOwnAppointment } from './leadership-group.access.js';
import { GroupMember, LeadershipGroup } from './leadership-group.js';
import type {
  AppointMemberInput,
  CreateLeadershipGroupInput,
  DeactivateLeadershipGroupInput,
  GroupMemberInput,
} from './leadership-group.input.js';
import { actingStaff, appoint, dismiss, enter, isGuarded, standing, supersede, type Person } from './roster.js';
import { named } from '../named.js';
import { isSelf, requireAdministrator, requireAdministratorAt } from '../org.access.js';
import { requireStepUp } from '../second-factor/step-up.access.js';
import { OrgUnit } from '../units/org-unit.js';
import { Staff } from '../staff/staff.js';
import { validAt } from '../valid-at.js';

/** A group with its people and exactly one leader goes to work; who would be MANAGER or DESK by it waits for `approveMember`. */
export const createLeadershipGroup = accessCommand(
  async (ctx: Context, input: CreateLeadershipGroupInput): Promise<LeadershipGroup> => {
    requireAdministrator(ctx);
    requireStepUp(ctx);
    requireThat(!input.members.some(({ staffId }) => isSelf(ctx.viewer, staffId)), 'org.noSelfGrant');
    const checks = new Checks();
    const name = checks.requiredText(input.name, 'name', { max: 100 });
    const unit = await named(ctx, checks, OrgUnit, input.orgUnitId, 'orgUnitId');
    const parent = await named(ctx, checks, LeadershipGroup, input.parentId, 'parentId');
    const leadUnit = await named(ctx, checks, OrgUnit, input.leadUnitId, 'leadUnitId');
    await checkPlace(checks, input, { unit, parent, leadUnit });
    checkRoster(checks, input.members);
    const people = await peopleOf(ctx, checks, input);
    checks.done();
    requireAdministratorAt(ctx, unit!.path);
    const group = create(ctx, LeadershipGroup, {
      kind: input.kind,
      name,
      orgUnit: ref(unit!),
      parent: parent && ref(parent),
      leadUnit: leadUnit && ref(leadUnit),
    });
    const isWaiting = await isGuarded(ctx, group);
    for (const person of people) enter(ctx, group, person, isWaiting);
    record(ctx, 'access.groupCreated', group, {
      data: { orgUnit: unit!.id, kind: group.kind, members: input.members.map(({ staffId }) => staffId), isWaiting },
    });
    return group;
  },
);

/**
 * A person takes a position in a group; a new leader replaces the old one in the same step.
 * Where it gives more of MANAGER or DESK it waits for `approveMember`, and until then everybody stays what they are.
 */
export const appointMember = accessCommand(
  async (ctx: Context, groupId: string, input: AppointMemberInput): Promise<LeadershipGroup> => {
    const group = await groupAtWork(ctx, groupId);
    requireStepUp(ctx);
    requireVersion(group, input.expectedVersion);
    const { member } = input;
    requireThat(!isSelf(ctx.viewer, member.staffId), 'org.noSelfGrant');
    const checks = new Checks();
    const person = await personOf(ctx, checks, member, 'member.');
    if (member.position === 'LEADER' && group.kind === 'WORKING_GROUP' && group.parent) {
      await checkWorkingLeader(ctx, checks, {
        parentId: group.parent.id,
        staffId: member.staffId,
        path: 'member.staffId',
      });
    }
    checks.done();
    await appoint(ctx, group, person, {
      members: await standing(ctx, group),
      isGuarded: await isGuarded(ctx, group),
      replacesLeader: input.replacesLeader,
    });
    return group;
  },
);

/** A second administrator lets an appointment take effect: neither who made it nor who is appointed. */
export const approveMember = accessCommand(
  async (ctx: Context, groupId: string, memberId: string): Promise<LeadershipGroup> => {
    const group = await groupAtWork(ctx, groupId);
    requireStepUp(ctx);
    const members = await standing(ctx, group);
    const member = await memberOf(ctx, group, members, memberId);
    const { appointedBy, staff } = member;
    requireThat(!isOwnAppointment(ctx.viewer, { appointedBy, staff }), 'org.noSelfApproval');
    if (member.approvedAt) throw conflict('org.memberApproved');
    await supersede(ctx, group, member, members);
    Object.assign(member, { approvedAt: ctx.clock.now(), approvedBy: actingStaff(ctx) });
    group.rosterChangeCount++;
    record(ctx, 'access.memberApproved', group, {
      objectId: member.id,
      data: { staff: staff.id, position: member.position },
    });
    return group;
  },
);

/** A person leaves a group, or an appointment that waits is dropped; `CONFLICT` for its leader, who can only be replaced. */
export const dismissMember = accessCommand(
  async (ctx: Context, groupId: string, memberId: string): Promise<LeadershipGroup> => {
    const group = await groupAtWork(ctx, groupId);
    const members = await standing(ctx, group);
    const member = await memberOf(ctx, group, members, memberId);
    await dismiss(ctx, group, member, members);
    return group;
  },
);

/** A group ends its work, and what its members might do by it ends at once. */
export const deactivateLeadershipGroup = accessCommand(
  async (ctx: Context, id: string, input: DeactivateLeadershipGroupInput): Promise<LeadershipGroup> => {
    const group = await groupAtWork(ctx, id);
    requireVersion(group, input.expectedVersion);
    if (await ctx.em.count(LeadershipGroup, { parent: group.id, isActive: true })) throw conflict('org.groupHasGroups');
    if (await ctx.em.count(DeskDuty, { group: group.id, ...validAt(ctx.clock.now()) }))
      throw conflict('org.groupOnDuty');
    group.isActive = false;
    record(ctx, 'access.groupDeactivated', group);
    return group;
  },
);

/** A group whose people the caller may change, locked until the command ends. */
export async function groupAtWork(ctx: Context, id: string): Promise<LeadershipGroup> {
  const group = await find(ctx, LeadershipGroup, id);
  requireAdministratorAt(ctx, (await group.orgUnit.loadOrFail()).path);
  if (!group.isActive) throw conflict('org.groupInactive');
  return group;
}

async function memberOf(
  ctx: Context,
  group: LeadershipGroup,
  members: readonly GroupMember[],
  memberId: string,
): Promise<GroupMember> {
  const member = members.find(({ id }) => id === memberId);
  if (member) return member;
  const wasMember = isId(memberId) && (await ctx.em.count(GroupMember, { id: memberId, group: group.id })) > 0;
  throw wasMember ? conflict('org.memberGone') : notFound();
}

async function personOf(ctx: Context, checks: Checks, input: GroupMemberInput, path: string): Promise<Person> {
  const staff = await named(ctx, checks, Staff, input.staffId, `${path}staffId`);
  return { staff: staff!, input, term: termOf(ctx, checks, input, path) };
}

async function peopleOf(
  ctx: Context,
  checks: Checks,
  { kind, parentId, members }: CreateLeadershipGroupInput,
): Promise<Person[]> {
  const people: Person[] = [];
  for (const [index, member] of members.entries()) {
    people.push(await personOf(ctx, checks, member, `members.${index}.`));
    if (kind !== 'WORKING_GROUP' || member.position !== 'LEADER' || !parentId || checks.isWrong('parentId')) continue;
    await checkWorkingLeader(ctx, checks, { parentId, staffId: member.staffId, path: `members.${index}.staffId` });
  }
  return people;
}
