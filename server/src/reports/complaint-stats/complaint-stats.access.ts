import { requireThat } from '../../kernel/errors.js';
import { hasRole, hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import { rolesFor } from '../../org/grants/capabilities.js';

const readers = rolesFor.READ_STATISTICS;

/** Refuses with `FORBIDDEN` whoever neither runs a desk nor manages. */
export const requireStatsReader = (viewer: Viewer): void => requireThat(hasRole(viewer, readers));

/** Whether the viewer runs the desk of a place or manages it. */
export const mayReadStatsAt = (viewer: Viewer, path: string): boolean => hasRoleAt(viewer, readers, path);
