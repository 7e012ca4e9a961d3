import { Secret } from 'otpauth';
import type { Cipher } from '../../kernel/encryption.js';

const codes = 10;

/** Ten new codes of 80 bits, in groups of four. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codes }, () => new Secret({ size: 10 }).base32.match(/.{4}/g)!.join('-'));

/** What is stored of a recovery code, however it is typed. */
export const recoveryDigest = (cipher: Cipher, staffId: string, code: string): string =>
  cipher.digest('recovery code', `${staffId} ${code.toUpperCase().replace(/[^A-Z2-7]/g, '')}`);
