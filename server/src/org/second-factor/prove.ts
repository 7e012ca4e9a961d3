import type { Application } from '../../kernel/application.js';
import { command, record, type Context } from '../../kernel/context.js';
import { badInput, requireThat } from '../../kernel/errors.js';
import { verifyPassword } from '../sign-in/password.js';
import { clearTokens, takeToken } from '../sign-in/rate-limit.js';
import { Staff } from '../staff/staff.js';

const tries = { limit: 5, windowSeconds: 15 * 60 };

/** The signed-in person behind a session; `FORBIDDEN` for everybody else. */
export function personOf({ viewer }: Context): { staffId: string; sessionId: string } {
  const { kind, id, sessionId } = viewer;
  requireThat(kind === 'STAFF' && id !== null && sessionId !== undefined, 'stepUp.noSession');
  return { staffId: id, sessionId };
}

/**
 * Runs a proof of who one is: at most five wrong ones in a quarter of an hour, each noted in the audit. Codes and
 * passwords are counted apart: whoever knows the one must not get new tries at the other by it.
 */
export async function proving<Result>(
  ctx: Context,
  field: 'otp' | 'password',
  proof: () => Promise<Result | null>,
): Promise<Result> {
  const { staffId } = personOf(ctx);
  const purpose = `stepUp ${field}`;
  await takeToken(ctx.app, purpose, staffId, tries);
  const result = await proof();
  if (result === null) {
    await noteRefusal(ctx, staffId);
    const message = field === 'otp' ? 'secondFactor.wrongCode' : 'secondFactor.wrongPassword';
    throw badInput({ [field]: message });
  }
  await clearTokens(ctx.app, purpose, staffId);
  return result;
}

/** Whether it is the person's password. */
export async function isPasswordOf(app: Application, staffId: string, password: string): Promise<boolean> {
  const staff = await app.orm.em.fork().findOneOrFail(Staff, { id: staffId }, { populate: ['passwordHash'] });
  return verifyPassword(password, staff.passwordHash);
}

const noteRefusal = command(async (ctx: Context, staffId: string) => {
  record(ctx, 'stepUp.refused', ctx.em.getReference(Staff, staffId));
});
