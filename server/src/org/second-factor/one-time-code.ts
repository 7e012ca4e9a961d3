import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;
const issuer = 'Jiesu';

/** A new secret of 160 bits, base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from the QR code. */
export const urlOf = (secret: string, username: string): string => generator(secret, username).toString();

/** The code of a moment (RFC 6238: SHA-1, six digits, 30 seconds). */
export const codeAt = (secret: string, at: Date): string => generator(secret).generate({ timestamp: at.getTime() });

/** The step a code belongs to, one step of clock drift either way; null when it fits none of the three. */
export function counterOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = generator(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

const generator = (secret: string, label = '') =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: stepSeconds, secret });
