import type { Offer, Permission } from '../../kernel/allowed-action.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { openWithStepUp } from '../second-factor/step-up.access.js';
import { isSelf } from '../org.access.js';
import { grantStateAt, grantStateNeeds, type GrantFacts } from './grant-state.js';

/** What the rules need to know of a grant. */
interface OfferedGrant extends GrantFacts {
  orgUnit: { path: string };
  grantedBy: { id: string } | null;
  staff: { id: string; isActive: boolean } | null;
}

/** The columns behind the offers of a grant. */
export const grantOfferNeeds = [...grantStateNeeds, 'staff.id', 'orgUnit.path', 'grantedBy.id'];

/** Four eyes (双人复核): whether the viewer gave a grant or gets it, and so cannot be its second administrator. */
export const isPartyTo = (viewer: Viewer, grant: { grantedBy: { id: string } | null; staff: { id: string } | null }) =>
  [grant.grantedBy?.id, grant.staff?.id].some((id) => isSelf(viewer, id));

const ifAdministrator = (viewer: Viewer, { orgUnit }: OfferedGrant, permission: Permission): Permission =>
  hasRoleAt(viewer, ['ADMIN'], orgUnit.path) ? permission : 'denied';

/** The verbs on a grant, in the order of buttons. */
export const grantOffers: readonly Offer<OfferedGrant>[] = [
  {
    code: 'approveGrant',
    rule: (ctx, grant) => {
      const { viewer, clock } = ctx;
      if (grantStateAt(clock.now(), grant) !== 'WAITING') return 'denied';
      const permission = isPartyTo(viewer, grant) ? { blockedBy: 'org.noSelfApproval' } : openWithStepUp(ctx, 'open');
      return ifAdministrator(viewer, grant, permission);
    },
  },
  {
    code: 'revokeRole',
    rule: ({ viewer, clock }, grant) =>
      grantStateAt(clock.now(), grant) === 'ENDED' ? 'denied' : ifAdministrator(viewer, grant, 'open'),
  },
];
