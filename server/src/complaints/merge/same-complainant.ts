import type { Cipher } from '../../kernel/encryption.js';
import type { Complainant } from '../complainant/complainant.js';
import type { SameComplainant } from './complaint-merge.js';

/** Whether two complaints are by one person: known by a number, open to be stated, or certainly not. */
export type Likeness = Exclude<SameComplainant, 'STATED'> | 'UNKNOWN' | 'OTHER';

/**
 * Compares complainants by the keyed digests of their numbers. Another id number is another person, and so is another
 * name where no number is the same; where contact data differ or are missing, somebody must say how they know.
 */
export function likenessOf(cipher: Cipher, one: Complainant, other: Complainant): Likeness {
  const bothGaveId = one.idNumberDigest !== null && other.idNumberDigest !== null;
  if (bothGaveId) return one.idNumberDigest === other.idNumberDigest ? 'ID_NUMBER' : 'OTHER';
  if (one.phoneDigest !== null && one.phoneDigest === other.phoneDigest) return 'PHONE';
  const names = [one, other].map(({ sealedName }) => sealedName && cipher.decrypt(sealedName).replace(/\s/g, ''));
  return names[0] && names[1] && names[0] !== names[1] ? 'OTHER' : 'UNKNOWN';
}
