import { Checks } from '../../kernel/checks.js';
import { record, type Context } from '../../kernel/context.js';
import { forbidden } from '../../kernel/errors.js';
import { accessCommand } from '../sign-in/access-command.js';
import { UserSession } from '../sign-in/user-session.js';
import { isPasswordOf, personOf, proving } from './prove.js';
import type { StepUpInput } from './second-factor.input.js';
import { stepUpMessage } from './step-up.access.js';
import { heldSecondFactor, takeCode } from './take-code.js';

const lastsMs = 5 * 60_000;

/** The session may do for five minutes what asks for more than a sign-in. */
export async function stepUp(ctx: Context, input: StepUpInput): Promise<void> {
  const { staffId, sessionId } = personOf(ctx);
  const { hasSecondFactor } = ctx.viewer;
  if (!hasSecondFactor && !ctx.app.isDemo) throw forbidden(stepUpMessage.ENROL, { stepUp: 'ENROL' });
  const field = hasSecondFactor ? 'otp' : 'password';
  const checks = new Checks();
  const given = checks.requiredText(input[field], field, { max: 200 });
  checks.done();
  await proving(ctx, field, async () => {
    if (field === 'password' && !(await isPasswordOf(ctx.app, staffId, input.password!))) return null;
    return passed(ctx, staffId, sessionId, field === 'otp' ? given : null);
  });
}

const passed = accessCommand(async (ctx: Context, staffId: string, sessionId: string, code: string | null) => {
  const factor = await heldSecondFactor(ctx, staffId);
  // Codes that were set up meanwhile are asked for from then on.
  if (factor?.enrolledAt ? code === null || !takeCode(ctx, factor, code) : code !== null) return null;
  const session = await freshen(ctx, sessionId);
  record(ctx, 'access.steppedUp', session, { objectId: staffId });
  return session;
});

/** Notes that a session has just proved who it is. */
export async function freshen(ctx: Context, sessionId: string): Promise<UserSession> {
  const session = await ctx.em.findOneOrFail(UserSession, { id: sessionId });
  session.stepUpExpiresAt = new Date(ctx.clock.now().getTime() + lastsMs);
  ctx.viewer = { ...ctx.viewer, stepUpExpiresAt: session.stepUpExpiresAt };
  return session;
}
