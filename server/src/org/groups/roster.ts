import { ref, type Loaded } from '@mikro-orm/postgresql';
import { create, record, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { DeskDuty } from './desk-duty.js';
import { leadsWorkingGroup } from './group-rules.js';
import { GroupMember, type GroupPosition, type LeadershipGroup } from './leadership-group.js';
import type { GroupMemberInput } from './leadership-group.input.js';
import { Staff } from '../staff/staff.js';

/** Somebody who is to be a member, and for how long. */
export interface Person {
  staff: Staff;
  input: GroupMemberInput;
  term: { validFrom: Date; validTo: Date | null };
}

/** A membership with whose it is. */
export type Seat = Loaded<GroupMember, 'staff'>;

/** Members whose term is not over, those who wait for approval included. */
export const standing = (ctx: Context, group: LeadershipGroup): Promise<GroupMember[]> =>
  ctx.em.find(GroupMember, {
    group: group.id,
    dismissedAt: null,
    $or: [{ validTo: null }, { validTo: { $gt: ctx.clock.now() } }],
  });

/** Whether a group is without a leader once this member is gone; a new leader who waits for approval may go. */
const isOnlyLeader = (member: GroupMember, members: readonly GroupMember[]): boolean =>
  member.position === 'LEADER' &&
  (member.approvedAt !== null || !members.some(({ id, position }) => id !== member.id && position === 'LEADER'));

const commanding = new Set(['LEADERSHIP_GROUP', 'OFFICE', 'CENTER']);

/**
 * Whether appointments to a group have no effect until a second administrator approves them, unless they give nothing
 * new: it makes its members MANAGER or DESK, by its kind or as the desk of a plan.
 */
export async function isGuarded(ctx: Context, { id, kind }: Pick<LeadershipGroup, 'id' | 'kind'>): Promise<boolean> {
  if (ctx.viewer.kind === 'SYSTEM' || ctx.app.isDemo) return false;
  return commanding.has(kind) || (await ctx.em.count(DeskDuty, { group: id })) > 0;
}

/** Whether an appointment gives nothing new, so that nobody need approve it. */
export const givesNothingNew = (person: Person, members: readonly GroupMember[]): boolean =>
  members.some((former) => covers(former, person));

const rank: Record<GroupPosition, number> = { LEADER: 2, DEPUTY: 1, MEMBER: 0 };

/** Whether somebody has it already, approved: the position or a higher one, for as long. */
function covers(former: GroupMember, { staff, input, term }: Person): boolean {
  if (former.staff.id !== staff.id || !former.approvedAt) return false;
  const isLonger = former.validTo !== null && (term.validTo === null || term.validTo > former.validTo);
  return rank[former.position] >= rank[input.position] && former.validFrom <= term.validFrom && !isLonger;
}

/** What an appointment meets. */
interface Reception {
  /** Members whose term is not over. */
  members: readonly GroupMember[];
  /** Whether the group `isGuarded`. */
  isGuarded: boolean;
  replacesLeader: boolean;
}

/** A person takes a position, at once or once a second administrator approves it. */
export async function appoint(
  ctx: Context,
  group: LeadershipGroup,
  person: Person,
  reception: Reception,
): Promise<GroupMember> {
  const isWaiting = reception.isGuarded && !givesNothingNew(person, reception.members);
  await makeRoom(ctx, group, person, { ...reception, isWaiting });
  const entered = enter(ctx, group, person, isWaiting);
  const data = { staff: person.staff.id, position: person.input.position, isWaiting };
  record(ctx, 'access.memberAppointed', group, { objectId: entered.id, data });
  return entered;
}

/** A person leaves, or an appointment that waits is dropped; `CONFLICT` for the leader, who can only be replaced. */
export async function dismiss(
  ctx: Context,
  group: LeadershipGroup,
  member: GroupMember,
  members: readonly GroupMember[],
): Promise<void> {
  if (isOnlyLeader(member, members)) throw conflict('org.leaderStays');
  await requireNoWorkingGroup(ctx, group, member);
  leave(ctx, group, member);
  record(ctx, 'access.memberDismissed', group, { objectId: member.id, data: { staff: member.staff.id } });
}

/**
 * Ends what stands against an appointment: the old leader's term, and the person's own former position.
 * Whoever is in office stays until the appointment is approved; another one that waits is dropped for it.
 */
async function makeRoom(
  ctx: Context,
  group: LeadershipGroup,
  { staff, input: { position } }: Person,
  { members, isWaiting, replacesLeader }: Reception & { isWaiting: boolean },
): Promise<void> {
  const rivals = rivalsOf(staff.id, position, members);
  for (const rival of rivals) {
    if (rival.staff.id !== staff.id) {
      if (!replacesLeader) throw conflict('org.leaderExists');
    } else if (position !== 'LEADER' && isOnlyLeader(rival, members)) throw conflict('org.leaderStays');
    else if (position !== 'DEPUTY') await requireNoWorkingGroup(ctx, group, rival);
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
async function requireNoWorkingGroup(
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
function leave(ctx: Context, group: LeadershipGroup, member: GroupMember): void {
  const now = ctx.clock.now();
  Object.assign(member, { validTo: now, dismissedAt: now });
  group.rosterChangeCount++;
}

/** Who acts, where it is a person. */
export const actingStaff = ({ em, viewer }: Context) =>
  viewer.kind === 'STAFF' ? ref(em.getReference(Staff, viewer.id!)) : null;
