import type { Cipher } from '../../kernel/encryption.js';
import type { Complaint } from '../complaint/complaint.js';
import type { Complainant } from './complainant.js';
import type { MaskedField } from './field-reveal.js';
import { openRepresentative } from './personal-data.js';

/** The value behind a mask; null when it was never given. */
export function clearValue(cipher: Cipher, who: Complainant, what: Complaint, field: MaskedField): string | null {
  const opened = (token: string | null) => token && cipher.decrypt(token);
  const { sealedRepresentative: sealed } = who;
  const acting = () => (sealed ? openRepresentative(cipher, sealed) : null);
  const values: Record<MaskedField, () => string | null | undefined> = {
    NAME: () => opened(who.sealedName),
    PHONE: () => opened(who.sealedPhone),
    EMAIL: () => opened(who.sealedEmail),
    ADDRESS: () => opened(who.sealedAddress),
    ID_NUMBER: () => opened(who.sealedIdNumber),
    CUSTOMER_NUMBER: () => opened(who.sealedCustomerNumber),
    REPRESENTATIVE_NAME: () => acting()?.name,
    REPRESENTATIVE_PHONE: () => acting()?.phone,
    CONTENT: () => what.content,
    CUSTOMER_DEMAND: () => what.customerDemand,
    PLACE: () => what.place,
    RESOLUTION_SUMMARY: () => what.resolutionSummary,
  };
  return values[field]() || null;
}
