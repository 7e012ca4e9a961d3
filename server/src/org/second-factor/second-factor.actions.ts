import { ref } from '@mikro-orm/postgresql';
import { Checks } from '../../kernel/checks.js';
import { command, create, find, record, type Context } from '../../kernel/context.js';
import { conflict, notFound } from '../../kernel/errors.js';
import { requireAdministratorAt } from '../org.access.js';
import { accessCommand } from '../sign-in/access-command.js';
import { UserSession } from '../sign-in/user-session.js';
import { Staff } from '../staff/staff.js';
import { newSecret, urlOf } from './one-time-code.js';
import { isPasswordOf, personOf, proving } from './prove.js';
import { newRecoveryCodes, recoveryDigest } from './recovery-code.js';
import type { ConfirmSecondFactorInput, StartSecondFactorInput } from './second-factor.input.js';
import { SecondFactor } from './second-factor.js';
import { freshen } from './step-up.actions.js';
import { requireStepUp } from './step-up.access.js';
import { heldSecondFactor, takeOneTimeCode } from './take-code.js';

/** A person gets a secret for their authenticator app; it counts once its first code fits. `CONFLICT` when one counts already. */
export async function startSecondFactor(
  ctx: Context,
  { password }: StartSecondFactorInput,
): Promise<{ secret: string; url: string }> {
  const { staffId } = personOf(ctx);
  const checks = new Checks();
  checks.requiredText(password, 'password', { max: 200 });
  checks.done();
  await proving(ctx, 'password', async () => (await isPasswordOf(ctx.app, staffId, password)) || null);
  return keepSecret(ctx, staffId, newSecret());
}

const keepSecret = command(async (ctx: Context, staffId: string, secret: string) => {
  const staff = await ctx.em.findOneOrFail(Staff, { id: staffId });
  const known = await heldSecondFactor(ctx, staffId);
  if (known?.enrolledAt) throw conflict('secondFactor.enrolled');
  const sealedSecret = ctx.app.cipher.encrypt(secret);
  const factor = known ?? create(ctx, SecondFactor, { staff: ref(staff), sealedSecret, enrolledAt: null });
  Object.assign(factor, { sealedSecret, lastCounter: 0 });
  record(ctx, 'secondFactor.started', factor, { objectId: staffId });
  return { secret, url: urlOf(secret, staff.username) };
});

/** From the first code that fits, sign-in asks for codes; the session has just proved who it is. */
export async function confirmSecondFactor(
  ctx: Context,
  { otp }: ConfirmSecondFactorInput,
): Promise<{ secondFactor: SecondFactor; recoveryCodes: string[] }> {
  const recoveryCodes = newRecoveryCodes();
  const secondFactor = await proving(ctx, 'otp', () => enrol(ctx, otp, recoveryCodes));
  return { secondFactor, recoveryCodes };
}

const enrol = accessCommand(async (ctx: Context, otp: string, codes: readonly string[]) => {
  const { staffId, sessionId } = personOf(ctx);
  const factor = await heldSecondFactor(ctx, staffId);
  if (!factor) throw conflict('secondFactor.notStarted');
  if (factor.enrolledAt) throw conflict('secondFactor.enrolled');
  if (!takeOneTimeCode(ctx, factor, otp)) return null;
  factor.enrolledAt = ctx.clock.now();
  factor.recoveryDigests = codes.map((code) => recoveryDigest(ctx.app.cipher, staffId, code));
  await freshen(ctx, sessionId);
  ctx.viewer = { ...ctx.viewer, hasSecondFactor: true };
  record(ctx, 'access.secondFactorEnrolled', factor, { objectId: staffId });
  return factor;
});

/**
 * A person's codes end: one's own, or by an administrator those of who lost telephone and recovery codes, whose
 * sessions end with them. Whoever has none is `NOT_FOUND`.
 */
export const removeSecondFactor = accessCommand(async (ctx: Context, id: string | null): Promise<Staff> => {
  const { staffId } = personOf(ctx);
  const staff = await find(ctx, Staff, id ?? staffId);
  const isOwn = staff.id === staffId;
  if (!isOwn) requireAdministratorAt(ctx, (await staff.orgUnit.loadOrFail()).path);
  requireStepUp(ctx);
  const factor = await heldSecondFactor(ctx, staff.id);
  if (!factor?.enrolledAt) throw notFound();
  ctx.em.remove(factor);
  const change = isOwn ? { stepUpExpiresAt: null } : { endedAt: ctx.clock.now() };
  await ctx.em.nativeUpdate(UserSession, { staff: staff.id, endedAt: null }, change);
  record(ctx, 'access.secondFactorRemoved', factor, { objectId: staff.id });
  return staff;
});
