import { ref } from '@mikro-orm/postgresql';
import { create, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { DeskDuty } from './desk-duty.js';
import { leadsWorkingGroup } from './group-rules.js';
import { GroupMember, type GroupPosition, type LeadershipGroup } from './leadership-group.js';
import type { AppointMemberInput, GroupMemberInput } from './leadership-group.input.js';
import { Staff } from '../staff/staff.js';

/** Somebody who is to be a member, and for how long. */
export interface Person {
  staff: Staff;
  input: GroupMemberInput;
  term: { validFrom: Date; validTo: Date | null };
}

/** Members whose term is not over, those who wait for approval included. */
export const standing = (ctx: Context, group: LeadershipGroup): Promise<GroupMember[]> =>
  ctx.em.find(GroupMember, {
    group: group.id,
    dismissedAt: null,
    $or: [{ validTo: null }, { validTo: { $gt: ctx.clock.now() } }],
  });

/** Whether a group is without a leader once this member is gone; a new leader who waits for approval may go. */
export const isOnlyLeader = (member: GroupMember, members: readonly GroupMember[]): boolean =>
  member.position === 'LEADER' &&
  (member.approvedAt !== null || !members.some(({ id, position }) => id !== member.id && position === 'LEADER'));

/** Whether an appointment has no effect until a second administrator approves it: always, unless it gives nothing new. */
export async function mustWait(
  ctx: Context,
  group: Pick<LeadershipGroup, 'id' | 'kind'>,
  person?: Person,
  members: readonly GroupMember[] = [],
): Promise<boolean> {
  if (ctx.viewer.kind === 'SYSTEM' || ctx.app.isDemo) return false;
  if (person && members.some((former) => covers(former, person))) return false;
  return givesGuardedRole(ctx, group);
}

const commanding = new Set(['LEADERSHIP_GROUP', 'OFFICE', 'CENTER']);

/** Whether a group makes its members MANAGER or DESK, by its kind or as the desk of a plan. */
async function givesGuardedRole(ctx: Context, { id, kind }: Pick<LeadershipGroup, 'id' | 'kind'>): Promise<boolean> {
  return commanding.has(kind) || (await ctx.em.count(DeskDuty, { group: id })) > 0;
}

const rank: Record<GroupPosition, number> = { LEADER: 2, DEPUTY: 1, MEMBER: 0 };

/** Whether somebody has it already, approved: the position or a higher one, for as long. */
function covers(former: GroupMember, { staff, input, term }: Person): boolean {
  if (former.staff.id !== staff.id || !former.approvedAt) return false;
  const isLonger = former.validTo !== null && (term.validTo === null || term.validTo > former.validTo);
  return rank[former.position] >= rank[input.position] && former.validFrom <= term.validFrom && !isLonger;
}

/**
 * Ends what stands against an appointment: the old leader's term, and the person's own former position.
 * Whoever is in office stays until the appointment is approved; another one that waits is dropped for it.
 */
export async function makeRoom(
  ctx: Context,
  group: LeadershipGroup,
  { member, replacesLeader }: AppointMemberInput,
  { members, isWaiting }: { members: readonly GroupMember[]; isWaiting: boolean },
): Promise<void> {
  const rivals = rivalsOf(member.staffId, member.position, members);
  for (const rival of rivals) {
    if (rival.staff.id !== member.staffId) {
      if (!replacesLeader) throw conflict('org.leaderExists');
    } else if (isOnlyLeader(rival, members)) throw conflict('org.leaderStays');
    else if (member.position !== 'DEPUTY') await requireNoWorkingGroup(ctx, group, rival);
  }
  for (const rival of rivals) if (!isWaiting || !rival.approvedAt) leave(ctx, group, rival);
}

/** Ends what an appointment replaces, now that it is approved. */
export async function supersede(
  ctx: Context,
  group: LeadershipGroup,
  { id, staff, position }: GroupMember,
  members: readonly GroupMember[],
): Promise<void> {
  for (const rival of rivalsOf(staff.id, position, members)) {
    if (rival.id === id || !rival.approvedAt) continue;
    if (rival.staff.id === staff.id && position !== 'DEPUTY') await requireNoWorkingGroup(ctx, group, rival);
    leave(ctx, group, rival);
  }
}

/** Memberships that cannot stand beside an appointment. */
export const rivalsOf = (staffId: string, position: GroupPosition, members: readonly GroupMember[]) =>
  members.filter((other) => other.staff.id === staffId || (position === 'LEADER' && other.position === 'LEADER'));

/** Refuses to take its deputy from a leadership group while they lead a working group under it. */
export async function requireNoWorkingGroup(
  ctx: Context,
  group: LeadershipGroup,
  { position, staff }: GroupMember,
): Promise<void> {
  if (position === 'DEPUTY' && (await leadsWorkingGroup(ctx, group, staff.id)))
    throw conflict('org.deputyLeadsWorkingGroup');
}

/** A person is a member from now on, or once the appointment is approved. */
export function enter(ctx: Context, group: LeadershipGroup, person: Person, isWaiting: boolean): GroupMember {
  const { staff, input, term } = person;
  const { position, basis = null } = input;
  group.rosterChangeCount++;
  return create(ctx, GroupMember, {
    group: ref(group),
    staff: ref(staff),
    position,
    basis,
    ...term,
    appointedBy: actingStaff(ctx),
    approvedAt: isWaiting ? null : ctx.clock.now(),
    approvedBy: null,
    dismissedAt: null,
  });
}

/** A membership ends now. */
export function leave(ctx: Context, group: LeadershipGroup, member: GroupMember): void {
  const now = ctx.clock.now();
  Object.assign(member, { validTo: now, dismissedAt: now });
  group.rosterChangeCount++;
}

/** Who acts, where it is a person. */
export const actingStaff = ({ em, viewer }: Context) =>
  viewer.kind === 'STAFF' ? ref(em.getReference(Staff, viewer.id!)) : null;
