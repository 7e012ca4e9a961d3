import type { Context } from '../kernel/context.js';
import { requireThat } from '../kernel/errors.js';
import { hasRole, hasRoleAt, type Viewer } from '../kernel/viewer.js';
import { pathAbove } from './units/org-path.js';

/** Whether the viewer administers a place of the tree. */
export const mayAdministerAt = (viewer: Viewer, path: string): boolean =>
  viewer.kind === 'SYSTEM' || hasRoleAt(viewer, ['ADMIN'], path);

/** Whether the viewer administers the whole bank: the head office with everything below it. */
export const administersBank = ({ kind, grants }: Viewer): boolean =>
  kind === 'SYSTEM' ||
  grants.some(({ role, path, withSubtree }) => role === 'ADMIN' && withSubtree && pathAbove(path) === null);

/** Whether the viewer administers anything at all. */
const mayAdminister = (viewer: Viewer): boolean => viewer.kind === 'SYSTEM' || hasRole(viewer, ['ADMIN']);

/** Refuses with `FORBIDDEN` whoever administers nothing, before any input is looked at. */
export function requireAdministrator({ viewer }: Context): void {
  requireThat(mayAdminister(viewer), 'org.notAdministrator');
}

/** Refuses with `FORBIDDEN` whoever does not administer a place. */
export function requireAdministratorAt({ viewer }: Context, path: string): void {
  requireThat(mayAdministerAt(viewer, path), 'org.notAdministrator');
}

/** Whether a person is the viewer, who hands out nothing to themselves. */
export const isSelf = (viewer: Viewer, staffId: string | undefined): boolean =>
  viewer.kind === 'STAFF' && viewer.id === staffId;
