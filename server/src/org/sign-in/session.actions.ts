import { LockMode } from '@mikro-orm/postgresql';
import { command, find, record, type Context } from '../../kernel/context.js';
import { anonymous } from '../../kernel/viewer.js';
import { accessCommand } from './access-command.js';
import { UserSession } from './user-session.js';
import { forgetViewers } from './viewer-memory.js';

/** The session ends at once, open sockets included; false when there was none. */
export const signOut = async (ctx: Context): Promise<boolean> => {
  const ended = await leave(ctx);
  forgetViewers(ctx.app);
  if (ended) ctx.viewer = anonymous;
  return ended;
};

const leave = command((ctx: Context) => leaveSession(ctx));

/** Ends the session that the caller came with, in the open command; false when there was none. */
export async function leaveSession(ctx: Context): Promise<boolean> {
  const { sessionId } = ctx.viewer;
  if (!sessionId) return false;
  const where = { id: sessionId, endedAt: null };
  const session = await ctx.em.findOne(UserSession, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!session) return false;
  session.endedAt = ctx.clock.now();
  record(ctx, 'access.signedOut', session, { objectId: session.staff.id });
  return true;
}

/** Ends one of one's own sessions, or as administrator that of somebody else; ending it twice changes nothing. */
export const endSession = accessCommand(async (ctx: Context, id: string): Promise<UserSession> => {
  const session = await find(ctx, UserSession, id);
  if (session.endedAt) return session;
  session.endedAt = ctx.clock.now();
  record(ctx, 'access.sessionEnded', session, { objectId: session.staff.id });
  return session;
});
