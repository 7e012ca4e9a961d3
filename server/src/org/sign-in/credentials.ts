import { createHash, randomBytes } from 'node:crypto';

/** What a token starts with, so that a leaked one is recognised. */
export const sessionPrefix = 'jses_';
export const keyPrefix = 'jkey_';

/** Name of the browser's session cookie. */
export const sessionCookie = 'jiesu_session';

/** The demo bank's channel key: public, so it opens nothing outside demo mode. */
export const demoKey = 'jiesu-demo-channel';

/** The demo bank's shared password: public, so it opens nothing outside demo mode. */
export const demoPassword = 'jiesu-demo';

/** A new token of 256 random bits. */
export const newToken = (prefix: string): string => prefix + randomBytes(32).toString('base64url');

/** What is stored of a token; a plain digest is enough where guessing is hopeless. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
