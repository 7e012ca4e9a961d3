import type { Offer, Permission } from '../kernel/allowed-action.js';
import type { Viewer } from '../kernel/viewer.js';
import { administersBank } from '../org/org.access.js';

/** What the rules need to know of an entry. */
export interface CodeFacts {
  isActive: boolean;
}

/** The columns behind `CodeFacts`. */
export const codeFactNeeds = ['isActive'];

/** Editing a list, retired entries too, since they are still read: the bank's own administrators, as it serves every unit. */
export const mayEditCodes = (viewer: Viewer): Permission => (administersBank(viewer) ? 'open' : 'denied');

/** No new complaint is to have it. */
export const mayRetire = (viewer: Viewer, { isActive }: CodeFacts): Permission =>
  mayEditCodes(viewer) !== 'open' ? 'denied' : isActive ? 'open' : { blockedBy: 'codeList.retired' };

/** New complaints may have it again. */
export const mayRestore = (viewer: Viewer, { isActive }: CodeFacts): Permission =>
  mayEditCodes(viewer) !== 'open' ? 'denied' : isActive ? { blockedBy: 'codeList.active' } : 'open';

/** The verbs on an entry in the order of buttons; only the one of retiring and restoring that changes something. */
export const codeOffers: readonly Offer<CodeFacts>[] = [
  { code: 'renameCode', rule: ({ viewer }) => mayEditCodes(viewer) },
  { code: 'moveCode', rule: ({ viewer }) => mayEditCodes(viewer) },
  { code: 'retireCode', rule: ({ viewer }, facts) => (facts.isActive ? mayRetire(viewer, facts) : 'denied') },
  { code: 'restoreCode', rule: ({ viewer }, facts) => (facts.isActive ? 'denied' : mayRestore(viewer, facts)) },
];
