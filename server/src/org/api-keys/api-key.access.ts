import type { Offer, Permission } from '../../kernel/allowed-action.js';
import type { Viewer } from '../../kernel/viewer.js';
import { mayAdministerAt } from '../org.access.js';

/** What the rules need to know of a key. */
export interface ApiKeyFacts {
  revokedAt: unknown;
  orgUnit: { path: string };
}

/** The columns behind `ApiKeyFacts`. */
export const apiKeyFactNeeds = ['revokedAt', 'orgUnit.path'];

/** Shutting a channel app out: whoever administers its unit, once. */
export function mayRevokeKey(viewer: Viewer, { revokedAt, orgUnit }: ApiKeyFacts): Permission {
  if (!mayAdministerAt(viewer, orgUnit.path)) return 'denied';
  return revokedAt === null ? 'open' : { blockedBy: 'org.keyRevoked' };
}

/** The verbs on a key; a revoked one has none. */
export const apiKeyOffers: readonly Offer<ApiKeyFacts>[] = [
  {
    code: 'revokeApiKey',
    rule: ({ viewer }, facts) => (facts.revokedAt === null ? mayRevokeKey(viewer, facts) : 'denied'),
  },
];
