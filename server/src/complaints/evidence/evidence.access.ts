import type { Offer, Permission } from '../../kernel/allowed-action.js';
import type { ComplaintStatus } from '../enumerations.js';
import { revealOffer, type ComplaintFacts } from '../complaint/complaint.access.js';
import { life } from '../complaint/life.js';

/** The complainant, who shows the tracking code, adds own proof as long as anybody may. */
export function mayAddOwn(status: ComplaintStatus): Permission {
  const { from, otherwise } = life.addEvidence;
  return from.includes(status) ? 'open' : { blockedBy: otherwise };
}

/** Originals are clear personal data: whoever may see clear values of the complaint may open them. */
export const downloadOffer: Offer<ComplaintFacts> = { ...revealOffer, code: 'downloadEvidence' };
