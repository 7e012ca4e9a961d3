import { LockMode } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { record, type Context } from '../../kernel/context.js';
import { badInput, conflict } from '../../kernel/errors.js';
import { personOf } from '../second-factor/prove.js';
import { checkPassword } from '../staff/staff.actions.js';
import { Staff } from '../staff/staff.js';
import { accessCommand } from './access-command.js';
import type { ChangePasswordInput } from './change-password.input.js';
import { hashPassword, verifyPassword } from './password.js';
import { forgetTries, noteRefusal, takeTries } from './sign-in.actions.js';
import { UserSession } from './user-session.js';

/**
 * A person takes another password; their other sessions end. A wrong current one counts as a wrong sign-in:
 * `RATE_LIMITED` after five. `CONFLICT` when the password was changed meanwhile.
 */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<void> {
  const { staffId } = personOf(ctx);
  const { app, address } = ctx;
  const { currentPassword, newPassword } = input;
  const checks = new Checks();
  checks.requiredText(currentPassword, 'currentPassword', { max: 200 });
  checks.that(newPassword !== currentPassword, 'newPassword', 'org.passwordSame');
  checks.done();
  checkPassword(app, newPassword, 'newPassword');
  const staff = await app.orm.em.fork().findOneOrFail(Staff, { id: staffId }, { populate: ['passwordHash'] });
  await takeTries(app, staff.username, address);
  if (!(await verifyPassword(currentPassword, staff.passwordHash))) {
    await noteRefusal(ctx, staff);
    throw badInput({ currentPassword: 'secondFactor.wrongPassword' });
  }
  // Hashed before the transaction opens: it takes long and would hold a connection.
  await keepPassword(ctx, staff.passwordHash, await hashPassword(newPassword));
  await forgetTries(app, staff.username, address);
}

const keepPassword = accessCommand(async (ctx: Context, before: string, passwordHash: string) => {
  const { staffId, sessionId } = personOf(ctx);
  const held = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const staff = await ctx.em.findOne(Staff, { id: staffId, isActive: true, passwordHash: before }, held);
  if (!staff) throw conflict('error.stale');
  staff.passwordHash = passwordHash;
  const others = { staff: staffId, endedAt: null, id: { $ne: sessionId } };
  await ctx.em.nativeUpdate(UserSession, others, { endedAt: ctx.clock.now() });
  record(ctx, 'access.passwordChanged', staff);
});
