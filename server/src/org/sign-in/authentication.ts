import type { EntityManager } from '@mikro-orm/postgresql';
import type { Application } from '../../kernel/application.js';
import { unauthenticated } from '../../kernel/errors.js';
import { anonymous, type Viewer } from '../../kernel/viewer.js';
import { ApiKey } from '../api-keys/api-key.js';
import { demoKey, digestOf, sessionPrefix } from './credentials.js';
import { grantAt, rightsOf } from '../grants/rights.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { Staff } from '../staff/staff.js';
import { UserSession } from './user-session.js';
import { remembered, type Known } from './viewer-memory.js';

const minute = 60_000;
/** Half an hour without a request ends a session. */
export const idleMs = 30 * minute;
/** How exactly the last use is kept, so that most requests write nothing. */
const sessionUseMs = minute;
const keyUseMs = 60 * minute;

/** What a request brings to say who it is from. */
export interface Credentials {
  /** After `Authorization: Bearer`. */
  bearer?: string | null;
  /** Of the browser's session cookie. */
  cookieToken?: string | null;
  now: Date;
}

/**
 * Who asks. A bearer that opens nothing is refused with `UNAUTHENTICATED`; a cookie that opens nothing counts as none,
 * since a browser cannot drop it by itself and must still be able to sign in.
 */
export async function viewerOf(app: Application, { bearer, cookieToken, now }: Credentials): Promise<Viewer> {
  const token = bearer ?? (cookieToken?.startsWith(sessionPrefix) ? cookieToken : null);
  if (token == null) return anonymous;
  const digest = digestOf(token);
  const load = (em: EntityManager) => {
    if (token.startsWith(sessionPrefix)) return sessionViewer(em, { tokenDigest: digest }, now);
    return token === demoKey && !app.isDemo ? null : keyViewer(em, { secretDigest: digest });
  };
  const viewer = await remembered(app, digest, now, load).then((known) => used(app, known, now));
  if (!viewer && bearer != null) throw unauthenticated();
  return viewer ?? anonymous;
}

/**
 * The viewer with today's rights, or null once the session or key is gone; for open sockets, which count as use:
 * whoever keeps a feed open is not idle. Ask at least once a minute.
 */
export async function isStillValid(app: Application, viewer: Viewer): Promise<Viewer | null> {
  const { kind, id, sessionId } = viewer;
  if (id === null || (kind !== 'STAFF' && kind !== 'API_KEY')) return viewer;
  const now = app.clock.now();
  const load = (em: EntityManager) => {
    if (kind === 'API_KEY') return keyViewer(em, { id });
    return sessionId ? sessionViewer(em, { id: sessionId }, now) : staffViewer(em, id, now);
  };
  return used(app, await remembered(app, sessionId ?? id, now, load), now);
}

/** A member of staff as a viewer without a session: for seeds, tools and timers that act in somebody's name. */
export async function staffViewer(em: EntityManager, staffId: string, now: Date): Promise<Known | null> {
  const staff = await em.findOne(Staff, { id: staffId, isActive: true }, { populate: ['orgUnit'] });
  if (!staff) return null;
  const { id, path } = staff.orgUnit.$;
  const grants = await rightsOf(em, staff.id, now);
  const managerId = staff.manager?.id ?? null;
  return { viewer: { kind: 'STAFF', id: staff.id, home: { unitId: id, path }, managerId, grants }, lastUsedAt: null };
}

async function sessionViewer(
  em: EntityManager,
  where: { id: string } | { tokenDigest: string },
  now: Date,
): Promise<Known | null> {
  const session = await em.findOne(UserSession, { ...where, endedAt: null });
  const known = session && (await staffViewer(em, session.staff.id, now));
  if (!known) return null;
  const { id, expiresAt, lastUsedAt, stepUpExpiresAt } = session;
  const hasSecondFactor = (await em.count(SecondFactor, { staff: session.staff.id, enrolledAt: { $ne: null } })) > 0;
  const ofSession = { sessionId: id, sessionExpiresAt: expiresAt, stepUpExpiresAt, hasSecondFactor };
  return { viewer: { ...known.viewer, ...ofSession }, lastUsedAt };
}

async function keyViewer(em: EntityManager, where: { id: string } | { secretDigest: string }): Promise<Known | null> {
  const key = await em.findOne(ApiKey, { ...where, revokedAt: null }, { populate: ['orgUnit'] });
  if (!key) return null;
  const unit = key.orgUnit.$;
  const grants = [grantAt('CHANNEL_APP', unit), ...(key.mayImportHistory ? [grantAt('HISTORY_IMPORTER', unit)] : [])];
  const home = { unitId: unit.id, path: unit.path };
  return { viewer: { kind: 'API_KEY', id: key.id, home, grants, channels: key.channels }, lastUsedAt: key.lastUsedAt };
}

/** Refuses what is over by now, and notes the use, rarely. */
async function used(app: Application, known: Known | null, now: Date): Promise<Viewer | null> {
  if (!known) return null;
  const { viewer, lastUsedAt } = known;
  const unused = lastUsedAt ? now.getTime() - lastUsedAt.getTime() : Infinity;
  if (viewer.sessionId && (viewer.sessionExpiresAt! <= now || unused >= idleMs)) return null;
  if (unused >= (viewer.kind === 'API_KEY' ? keyUseMs : sessionUseMs)) {
    known.lastUsedAt = now;
    await noteUse(app, viewer, now);
  }
  return viewer;
}

async function noteUse(app: Application, { kind, id, sessionId }: Viewer, now: Date): Promise<void> {
  const em = app.orm.em.fork();
  if (kind === 'API_KEY') await em.nativeUpdate(ApiKey, { id: id! }, { lastUsedAt: now });
  else if (sessionId) await em.nativeUpdate(UserSession, { id: sessionId }, { lastUsedAt: now });
}

/** A person as a viewer without a session, for the demo bank; throws when there is none. */
export async function staffViewerOf(app: Application, staffId: string): Promise<Viewer> {
  return required(await staffViewer(app.orm.em.fork(), staffId, app.clock.now()));
}

/** A key as a viewer, for the demo bank; throws when there is none. */
export async function keyViewerOf(app: Application, keyId: string): Promise<Viewer> {
  return required(await keyViewer(app.orm.em.fork(), { id: keyId }));
}

function required(known: Known | null): Viewer {
  if (!known) throw new Error('no such viewer');
  return known.viewer;
}
