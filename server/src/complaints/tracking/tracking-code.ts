import { randomBytes } from 'node:crypto';
import type { Cipher } from '../../kernel/encryption.js';

// Crockford's base32: no I, L, O, U, so that it survives being read aloud.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A key that only the customer gets, to follow the case or to answer a survey: 100 bits in five groups of four. */
export function newTrackingCode(): string {
  const characters = [...randomBytes(20)].map((byte) => alphabet[byte % 32]);
  return [0, 4, 8, 12, 16].map((start) => characters.slice(start, start + 4).join('')).join('-');
}

/** The digest a code is looked up by, whatever its case, spaces and mistaken letters; null when it cannot be one. */
export const trackingDigest = (cipher: Cipher, code: string): string | null => digestOf(cipher, 'trackingCode', code);

/** As `trackingDigest`, for the token of a survey. */
export const surveyDigest = (cipher: Cipher, token: string): string | null => digestOf(cipher, 'surveyToken', token);

function digestOf(cipher: Cipher, purpose: string, code: string): string | null {
  const normal = code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(normal) ? cipher.digest(purpose, normal) : null;
}
