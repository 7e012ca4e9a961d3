import { LockMode, ref } from '@mikro-orm/postgresql';
import type { Application } from '../../kernel/application.js';
import { Checks } from '../../kernel/checks.js';
import { command, create, record, type Context } from '../../kernel/context.js';
import { unauthenticated } from '../../kernel/errors.js';
import { heldSecondFactor, takeCode } from '../second-factor/take-code.js';
import { Staff } from '../staff/staff.js';
import { accessCommand } from './access-command.js';
import { staffViewer } from './authentication.js';
import { demoPassword, digestOf, newToken, sessionPrefix } from './credentials.js';
import { deviceOf } from './device.js';
import { verifyPassword } from './password.js';
import { clearTokens, returnToken, takeToken } from './rate-limit.js';
import { leaveSession } from './session.actions.js';
import type { SignInInput } from './sign-in.input.js';
import { UserSession } from './user-session.js';

const sessionHours = 12;
const quarter = 15 * 60;
const limits = {
  account: { limit: 5, windowSeconds: quarter },
  address: { limit: 50, windowSeconds: quarter },
  everybody: { limit: 1200, windowSeconds: 60 },
};

/** Somebody with a sign-in name that nobody has; the id is a digest of it, so that the log can tell tries apart. */
class UnknownUser {
  constructor(readonly id: string) {}
}

/**
 * A member of staff gets a session, and leaves the one they came with. `UNAUTHENTICATED` alike for an unknown name and
 * a wrong password; who has set up one-time codes and gives none, or a wrong one, is told so once the password fits.
 * `RATE_LIMITED` after five.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<{ token: string; expiresAt: Date }> {
  const username = checked(input);
  const { app } = ctx;
  await takeTries(app, username, ctx.address);
  const staff = await app.orm.em.fork().findOne(Staff, { username, isActive: true }, { populate: ['passwordHash'] });
  const fits = await verifyPassword(input.password, staff?.passwordHash ?? null);
  if (!staff || !fits || (input.password === demoPassword && !app.isDemo)) {
    await noteRefusal(ctx, staff ?? new UnknownUser(idOf(app, username)));
    throw unauthenticated('signIn.wrong');
  }
  const opened = await openSession(ctx, staff, input.otp?.trim() ?? '');
  if (opened === 'CODE_MISSING') {
    // No guess was made; the wrong ones before it still count.
    await giveTryBack(app, username, ctx.address);
    throw unauthenticated('signIn.codeNeeded', { stepUp: 'CODE' });
  }
  if (opened === 'CODE_WRONG') {
    await noteRefusal(ctx, staff);
    throw unauthenticated('signIn.codeWrong', { stepUp: 'CODE' });
  }
  await forgetTries(app, username, ctx.address);
  return opened;
}

const openSession = accessCommand(async (ctx: Context, { id: staffId, passwordHash }: Staff, otp: string) => {
  const now = ctx.clock.now();
  // Locked, so that a deactivation or another password either sees this session or is seen here.
  const isStillRight = { id: staffId, isActive: true, passwordHash };
  const staff = await ctx.em.findOne(Staff, isStillRight, { lockMode: LockMode.PESSIMISTIC_READ });
  const known = staff && (await staffViewer(ctx.em, staffId, now));
  if (!known) throw unauthenticated('signIn.wrong');
  const factor = await heldSecondFactor(ctx, staffId);
  const asksForCode = factor?.enrolledAt != null;
  if (asksForCode && !otp) return 'CODE_MISSING';
  if (asksForCode && !takeCode(ctx, factor, otp)) return 'CODE_WRONG';
  await leaveSession(ctx);
  const token = newToken(sessionPrefix);
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  const session = create(ctx, UserSession, {
    staff: ref(staff),
    tokenDigest: digestOf(token),
    expiresAt,
    lastUsedAt: now,
    endedAt: null,
    device: deviceOf(ctx.userAgent),
    address: ctx.address,
    stepUpExpiresAt: null,
  });
  const ofSession = { sessionId: session.id, sessionExpiresAt: expiresAt, hasSecondFactor: asksForCode };
  ctx.viewer = { ...known.viewer, ...ofSession };
  record(ctx, 'access.signedIn', session, { objectId: staffId });
  return { token, expiresAt };
});

/** Notes in the audit that a password or code was wrong. */
export const noteRefusal = command(async (ctx: Context, who: Staff | UnknownUser) => {
  record(ctx, 'signIn.refused', who, { data: { address: ctx.app.cipher.digest('address', ctx.address) } });
});

function checked(input: SignInInput): string {
  const checks = new Checks();
  const username = checks.requiredText(input.username, 'username', { max: 64 });
  checks.text(input.password, 'password', { max: 200 });
  checks.that((input.otp?.length ?? 0) <= 40, 'otp', { key: 'field.tooLong', params: { max: 40 } });
  checks.done();
  return username;
}

/** Counts a try before the password is looked at, so that many at once do not slip through; `RATE_LIMITED` after five. */
export async function takeTries(app: Application, username: string, address: string): Promise<void> {
  await takeToken(app, 'signIn', 'everybody', limits.everybody);
  await takeToken(app, 'signInAddress', address, limits.address);
  await takeToken(app, 'signInAccount', username.toLowerCase(), limits.account);
}

async function giveTryBack(app: Application, username: string, address: string): Promise<void> {
  await returnToken(app, 'signIn', 'everybody');
  await returnToken(app, 'signInAddress', address);
  await returnToken(app, 'signInAccount', username.toLowerCase());
}

/** The password fitted: the tries before it count no more. */
export async function forgetTries(app: Application, username: string, address: string): Promise<void> {
  await giveTryBack(app, username, address);
  await clearTokens(app, 'signInAccount', username.toLowerCase());
}

function idOf(app: Application, username: string): string {
  const hex = Buffer.from(app.cipher.digest('username', username), 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
