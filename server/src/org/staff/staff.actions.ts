import { ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { conflict } from '../../kernel/errors.js';
import { accessCommand } from '../sign-in/access-command.js';
import { requireAnotherAdministrator } from '../grants/administrators.js';
import { demoPassword } from '../sign-in/credentials.js';
import { GroupMember } from '../groups/leadership-group.js';
import { named } from '../named.js';
import { requireAdministrator, requireAdministratorAt } from '../org.access.js';
import { OrgUnit } from '../units/org-unit.js';
import { hashPassword } from '../sign-in/password.js';
import { Staff } from './staff.js';
import type { CreateStaffInput, DeactivateStaffInput } from './staff.input.js';
import { UserSession } from '../sign-in/user-session.js';
import { validAt } from '../valid-at.js';

const shortestPassword = 12;

/** A person can sign in and be given work. */
export async function createStaff(ctx: Context, input: CreateStaffInput): Promise<Staff> {
  requireAdministrator(ctx);
  checkPassword(ctx.app, input.password);
  // Hashed before the transaction opens: it takes long and would hold a connection.
  return enrolStaff(ctx, { ...input, passwordHash: await hashPassword(input.password) });
}

/** A person of a unit, with a password that is hashed already; an empty hash fits no password. */
export type NewStaff = Omit<CreateStaffInput, 'password'> & { passwordHash: string };

/** As `createStaff`, for whoever has the hash: set-up and the demo bank. */
export const enrolStaff = command(async (ctx: Context, input: NewStaff): Promise<Staff> => {
  requireAdministrator(ctx);
  const checks = new Checks();
  const unit = await named(ctx, checks, OrgUnit, input.orgUnitId, 'orgUnitId');
  const person = await personOf(ctx, checks, input);
  checks.done();
  requireAdministratorAt(ctx, unit!.path);
  const { passwordHash, post = null } = input;
  const staff = create(ctx, Staff, { ...person, post, passwordHash, orgUnit: ref(unit!), manager: null });
  record(ctx, 'staff.created', staff, { data: { orgUnit: unit!.id, post } });
  return staff;
});

/** A person leaves: sessions end at once; `CONFLICT` for the last administrator and for the leader of a group. */
export const deactivateStaff = accessCommand(
  async (ctx: Context, id: string, input: DeactivateStaffInput): Promise<Staff> => {
    const anotherAdministrator = await requireAnotherAdministrator(ctx);
    const staff = await find(ctx, Staff, id);
    const unit = await staff.orgUnit.loadOrFail();
    requireAdministratorAt(ctx, unit.path);
    requireVersion(staff, input.expectedVersion);
    if (!staff.isActive) throw conflict('org.staffInactive');
    anotherAdministrator.than({ staffId: staff.id });
    const now = ctx.clock.now();
    if (await ctx.em.count(GroupMember, { staff, position: 'LEADER', group: { isActive: true }, ...validAt(now) })) {
      throw conflict('org.staffLeadsGroup');
    }
    staff.isActive = false;
    await ctx.em.nativeUpdate(UserSession, { staff: staff.id, endedAt: null }, { endedAt: now });
    record(ctx, 'access.staffDeactivated', staff);
    return staff;
  },
);

/** Refuses a password that is too short, or public; the demo takes any. */
export function checkPassword({ isDemo }: { isDemo: boolean }, password: string, field = 'password'): void {
  const checks = new Checks();
  checks.requiredText(password, field, { max: 200 });
  if (!isDemo) {
    checks.that(password !== demoPassword, field, 'org.passwordPublic');
    checks.that([...password].length >= shortestPassword, field, 'org.passwordTooShort');
  }
  checks.done();
}

async function personOf(ctx: Context, checks: Checks, input: NewStaff) {
  const username = checks.requiredText(input.username, 'username', { max: 64 });
  const name = checks.requiredText(input.name, 'name', { max: 50 });
  const phone = checks.text(input.phone, 'phone', { max: 20 });
  const email = checks.text(input.email, 'email', { max: 200 });
  checks.that(/^[\w.-]*$/.test(username), 'username', 'org.usernameForm');
  checks.that(phone === null || /^\+?[\d -]{5,20}$/.test(phone), 'phone', 'org.badPhone');
  checks.that(email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email), 'email', 'org.badEmail');
  if (!checks.isWrong('username')) {
    checks.that((await ctx.em.count(Staff, { username })) === 0, 'username', 'org.usernameTaken');
  }
  return { username, name, phone, email };
}
