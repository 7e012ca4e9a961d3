import { LockMode, ref } from '@mikro-orm/postgresql';
import type { Application } from '../../kernel/application.js';
import { Checks } from '../../kernel/checks.js';
import { command, create, record, type Context } from '../../kernel/context.js';
import { unauthenticated } from '../../kernel/errors.js';
import { anonymous } from '../../kernel/viewer.js';
import { staffViewer } from './authentication.js';
import { demoPassword, digestOf, newToken, sessionPrefix } from './credentials.js';
import { verifyPassword } from './password.js';
import { clearTokens, returnToken, takeToken } from './rate-limit.js';
import type { SignInInput } from './sign-in.input.js';
import { Staff } from '../staff/staff.js';
import { UserSession } from './user-session.js';
import { forgetViewers } from './viewer-memory.js';

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

/** A member of staff gets a session; `UNAUTHENTICATED` alike for an unknown name and a wrong password, `RATE_LIMITED` after five. */
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
  await giveTriesBack(app, username, ctx.address);
  return openSession(ctx, staff.id);
}

/** The session ends at once, open sockets included; false when there was none. */
export const signOut = async (ctx: Context): Promise<boolean> => {
  const ended = await endSession(ctx);
  forgetViewers(ctx.app);
  if (ended) ctx.viewer = anonymous;
  return ended;
};

const endSession = command(async (ctx: Context): Promise<boolean> => {
  const { sessionId } = ctx.viewer;
  const session = sessionId
    ? await ctx.em.findOne(UserSession, { id: sessionId, endedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!session) return false;
  session.endedAt = ctx.clock.now();
  record(ctx, 'access.signedOut', session, { objectId: ctx.viewer.id });
  return true;
});

const openSession = command(async (ctx: Context, staffId: string) => {
  const now = ctx.clock.now();
  // Locked, so that a deactivation either sees this session or is seen here.
  const staff = await ctx.em.findOne(Staff, { id: staffId, isActive: true }, { lockMode: LockMode.PESSIMISTIC_READ });
  const known = staff && (await staffViewer(ctx.em, staffId, now));
  if (!known) throw unauthenticated('signIn.wrong');
  const token = newToken(sessionPrefix);
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  const session = create(ctx, UserSession, {
    staff: ref(staff),
    tokenDigest: digestOf(token),
    expiresAt,
    lastUsedAt: now,
    endedAt: null,
  });
  ctx.viewer = { ...known.viewer, sessionId: session.id, sessionExpiresAt: expiresAt };
  record(ctx, 'access.signedIn', session, { objectId: staffId });
  return { token, expiresAt };
});

const noteRefusal = command(async (ctx: Context, who: Staff | UnknownUser) => {
  record(ctx, 'signIn.refused', who, { data: { address: ctx.app.cipher.digest('address', ctx.address) } });
});

function checked(input: SignInInput): string {
  const checks = new Checks();
  const username = checks.requiredText(input.username, 'username', { max: 64 });
  checks.text(input.password, 'password', { max: 200 });
  checks.done();
  return username;
}

// A try is counted before the password is looked at, so that many at once do not slip through.
async function takeTries(app: Application, username: string, address: string): Promise<void> {
  await takeToken(app, 'signIn', 'everybody', limits.everybody);
  await takeToken(app, 'signInAddress', address, limits.address);
  await takeToken(app, 'signInAccount', username.toLowerCase(), limits.account);
}

async function giveTriesBack(app: Application, username: string, address: string): Promise<void> {
  await returnToken(app, 'signIn', 'everybody');
  await returnToken(app, 'signInAddress', address);
  await clearTokens(app, 'signInAccount', username.toLowerCase());
}

function idOf(app: Application, username: string): string {
  const hex = Buffer.from(app.cipher.digest('username', username), 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
