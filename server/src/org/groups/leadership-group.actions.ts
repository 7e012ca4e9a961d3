import { ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { create, find, isId, record, requireVersion, type Context } from '../../kernel/context.js';
import { conflict, notFound, requireThat } from '../../kernel/errors.js';
import { accessCommand } from '../sign-in/access-command.js';
import { DeskDuty } from './desk-duty.js';
import { checkPlace, checkRoster, checkWorkingLeader, leadsWorkingGroup, termOf } from './group-rules.js';
import { GroupMember, LeadershipGroup } from './leadership-group.js';
import type {
  AppointMemberInput,
  CreateLeadershipGroupInput,
  DeactivateLeadershipGroupInput,
  GroupMemberInput,
} from './leadership-group.input.js';
import { named } from '../named.js';
import { isSelf, requireAdministrator, requireAdministratorAt } from '../org.access.js';
import { OrgUnit } from '../units/org-unit.js';
import { Staff } from '../staff/staff.js';
import { validAt } from '../valid-at.js';

/** A group with its people and exactly one leader goes to work. */
export const createLeadershipGroup = accessCommand(
  async (ctx: Context, input: CreateLeadershipGroupInput): Promise<LeadershipGroup> => {
    requireAdministrator(ctx);
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
    for (const person of people) enter(ctx, group, person);
    record(ctx, 'access.groupCreated', group, {
      data: { orgUnit: unit!.id, kind: group.kind, members: input.members.map(({ staffId }) => staffId) },
    });
    return group;
  },
);

/** A person takes a position in a group; a new leader replaces the old one in the same step. */
export const appointMember = accessCommand(
  async (ctx: Context, groupId: string, input: AppointMemberInput): Promise<LeadershipGroup> => {
    const group = await groupAtWork(ctx, groupId);
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
    await makeRoom(ctx, group, input);
    const entered = enter(ctx, group, person);
    record(ctx, 'access.memberAppointed', group, {
      objectId: entered.id,
      data: { staff: member.staffId, position: member.position },
    });
    return group;
  },
);

/** A person leaves a group; `CONFLICT` for its leader, who can only be replaced. */
export const dismissMember = accessCommand(
  async (ctx: Context, groupId: string, memberId: string): Promise<LeadershipGroup> => {
    const group = await groupAtWork(ctx, groupId);
    const member = (await standing(ctx, group)).find(({ id }) => id === memberId);
    if (!member) throw (await wasMember(ctx, group, memberId)) ? conflict('org.memberGone') : notFound();
    if (member.position === 'LEADER') throw conflict('org.leaderStays');
    await requireNoWorkingGroup(ctx, group, member);
    leave(ctx, group, member);
    record(ctx, 'access.memberDismissed', group, { objectId: member.id, data: { staff: member.staff.id } });
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

async function groupAtWork(ctx: Context, id: string): Promise<LeadershipGroup> {
  const group = await find(ctx, LeadershipGroup, id);
  requireAdministratorAt(ctx, (await group.orgUnit.loadOrFail()).path);
  if (!group.isActive) throw conflict('org.groupInactive');
  return group;
}

interface Person {
  staff: Staff;
  input: GroupMemberInput;
  term: { validFrom: Date; validTo: Date | null };
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

/** Ends what stands against an appointment: the old leader's term, and the person's own former position. */
async function makeRoom(
  ctx: Context,
  group: LeadershipGroup,
  { member, replacesLeader }: AppointMemberInput,
): Promise<void> {
  const members = await standing(ctx, group);
  const former = members.find(({ staff }) => staff.id === member.staffId);
  if (former?.position === 'LEADER') throw conflict('org.leaderStays');
  if (former?.position === 'DEPUTY' && member.position !== 'DEPUTY') await requireNoWorkingGroup(ctx, group, former);
  if (former) leave(ctx, group, former);
  if (member.position !== 'LEADER') return;
  const leader = members.find(({ position }) => position === 'LEADER');
  if (leader && !replacesLeader) throw conflict('org.leaderExists');
  if (leader) leave(ctx, group, leader);
}

async function requireNoWorkingGroup(
  ctx: Context,
  group: LeadershipGroup,
  { position, staff }: GroupMember,
): Promise<void> {
  if (position === 'DEPUTY' && (await leadsWorkingGroup(ctx, group, staff.id)))
    throw conflict('org.deputyLeadsWorkingGroup');
}

const standing = (ctx: Context, group: LeadershipGroup) =>
  ctx.em.find(GroupMember, {
    group: group.id,
    dismissedAt: null,
    $or: [{ validTo: null }, { validTo: { $gt: ctx.clock.now() } }],
  });

const wasMember = async (ctx: Context, group: LeadershipGroup, memberId: string): Promise<boolean> =>
  isId(memberId) && (await ctx.em.count(GroupMember, { id: memberId, group: group.id })) > 0;

function enter(ctx: Context, group: LeadershipGroup, { staff, input, term }: Person): GroupMember {
  group.rosterChangeCount++;
  const { position, basis = null } = input;
  return create(ctx, GroupMember, {
    group: ref(group),
    staff: ref(staff),
    position,
    basis,
    ...term,
    dismissedAt: null,
  });
}

function leave(ctx: Context, group: LeadershipGroup, member: GroupMember): void {
  const now = ctx.clock.now();
  Object.assign(member, { validTo: now, dismissedAt: now });
  group.rosterChangeCount++;
}
