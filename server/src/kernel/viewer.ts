/** A right: a role that holds at one place of the tree, or there and below. */
export interface Grant {
  role: string;
  unitId: string;
  /** Materialised path of the place, `/id/id/`. */
  path: string;
  withSubtree: boolean;
}

export type ViewerKind = 'STAFF' | 'API_KEY' | 'SYSTEM' | 'ANONYMOUS';

/** Who asks, and with which rights as of now. */
export interface Viewer {
  kind: ViewerKind;
  /** Of the person or the key; null for the system and for strangers. */
  id: string | null;
  sessionId?: string;
  sessionExpiresAt?: Date;
  /** Until when the session may do what asks for more than a sign-in; null or past = not now. */
  stepUpExpiresAt?: Date | null;
  /** Whether the person has set up one-time codes. */
  hasSecondFactor?: boolean;
  /** Where the person or key belongs. */
  home?: { unitId: string; path: string };
  grants: readonly Grant[];
  /** For staff: whom they work under; null for nobody. */
  managerId?: string | null;
  /** For keys: the channels they may bring complaints by. */
  channels?: readonly string[];
}

/** A stranger. */
export const anonymous: Viewer = { kind: 'ANONYMOUS', id: null, grants: [] };

/** The engine itself: timers, reactions, seeds. */
export const system: Viewer = { kind: 'SYSTEM', id: null, grants: [] };

/** Whether a role of the viewer reaches a place. */
export function hasRoleAt(viewer: Viewer, roles: readonly string[], path: string): boolean {
  return viewer.grants.some(
    (grant) => roles.includes(grant.role) && (grant.withSubtree ? path.startsWith(grant.path) : path === grant.path),
  );
}

/** Whether the viewer holds one of the roles anywhere. */
export function hasRole(viewer: Viewer, roles: readonly string[]): boolean {
  return viewer.grants.some((grant) => roles.includes(grant.role));
}

/** The id of nobody: what a row that concerns nobody in person says to it, it says to everybody of equal rights. */
export const anybody = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The rights of a viewer without the person, as text: equal texts are equal rights. */
export function scopeOf({ kind, home, grants, channels }: Viewer): string {
  const held = grants.map(({ role, unitId, path, withSubtree }) => [role, unitId, path, withSubtree].join(' '));
  return JSON.stringify([kind, home?.unitId, home?.path, held.sort(), channels]);
}
