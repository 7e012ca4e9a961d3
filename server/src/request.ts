import type { IncomingMessage } from 'node:http';
import type { Application } from './kernel/application.js';
import type { Viewer } from './kernel/viewer.js';
import { viewerOf } from './org/sign-in/authentication.js';
import { sessionCookie } from './org/sign-in/credentials.js';
import { charge } from './org/sign-in/request-limit.js';

/** Whoever asks, charged so many requests before a word of it is read. */
export async function admit(app: Application, request: IncomingMessage, tokens = 1): Promise<Viewer> {
  const viewer = await viewerOf(app, { ...credentialsOf(request), now: app.clock.now() });
  await charge(app, viewer, tokens);
  return viewer;
}

/** What a request brings to say who it is from; a bearer goes before a cookie. */
export function credentialsOf({ headers }: IncomingMessage): { bearer: string | null; cookieToken: string | null } {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? null;
  return { bearer, cookieToken: bearer ? null : sessionCookieOf(headers.cookie) };
}

/** The session token in a `Cookie` header, if any; tokens need no escapes, so there are none to undo. */
export function sessionCookieOf(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === sessionCookie && value) return value;
  }
  return null;
}

/** Whether a page of this origin may use the browser's cookie: the server's own address, or one that is configured. */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (!origin) return false;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
