import type { Readable } from 'node:stream';
import type { Application } from '../../kernel/application.js';
import type { Cipher } from '../../kernel/encryption.js';
import type { Evidence } from './evidence.js';

/**
 * The clear bytes of a file; breaks with an error where the store's copy was altered. Whether somebody may read them is
 * the caller's question (`mayReveal`).
 */
export const openEvidence = ({ files }: Application, { fileKey }: Pick<Evidence, 'fileKey'>): Promise<Readable> =>
  files.open(fileKey);

/** The name of a file as it is kept, in clear. */
export const clearName = (cipher: Cipher, { sealedName }: Pick<Evidence, 'sealedName'>): string =>
  cipher.decrypt(sealedName);

/** What was said about a file, in clear; null when nothing was. */
export const clearDescription = (
  cipher: Cipher,
  { sealedDescription }: Pick<Evidence, 'sealedDescription'>,
): string | null => (sealedDescription === null ? null : cipher.decrypt(sealedDescription));
