import type { Offer, Permission } from '../../kernel/allowed-action.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { isNamed, mayReveal, type ComplaintFacts } from '../complaint/complaint.access.js';
import type { CaseFileContent } from './case-file.input.js';

const keepers = ['DESK', 'MANAGER', 'AUDITOR'];

/**
 * Taking out or verifying the whole file: desk, leaders and auditors of the unit that answers for it (D7-五.3). In clear
 * only those who may see clear values one by one, so never by the right of an auditor.
 */
export const mayExport =
  (content: CaseFileContent) =>
  (viewer: Viewer, facts: ComplaintFacts): Permission => {
    if (viewer.kind !== 'STAFF' || isNamed(viewer, facts)) return 'denied';
    if (!hasRoleAt(viewer, keepers, facts.orgUnit.path)) return 'denied';
    return content === 'WITH_ORIGINALS' ? mayReveal(viewer, facts) : 'open';
  };

/** Offered where the masked file would be given. */
export const exportOffer: Offer<ComplaintFacts> = {
  code: 'exportCaseFile',
  rule: ({ viewer }, facts) => mayExport('MASKED')(viewer, facts),
};
