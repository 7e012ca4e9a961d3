import { hasRole, type Viewer } from '../../kernel/viewer.js';
import type { HeldRole } from './rights.js';
import type { Capability } from '../sign-in/viewer-type.js';

const handling: readonly HeldRole[] = ['HANDLER', 'REVIEWER', 'DESK', 'DESK_READER', 'MANAGER', 'TEAM_LEADER'];

/** Which roles, held anywhere, give a capability. */
export const rolesFor: Record<Exclude<Capability, 'REGISTER_COMPLAINT'>, readonly HeldRole[]> = {
  READ_COMPLAINTS: [...handling, 'INTAKE', 'AUDITOR', 'CHANNEL_APP'],
  READ_ESCALATIONS: handling,
  READ_STATISTICS: ['DESK', 'DESK_READER', 'MANAGER'],
  ADMINISTER: ['ADMIN'],
  READ_AUDIT: ['AUDITOR'],
  IMPORT_HISTORY: ['HISTORY_IMPORTER'],
  TRAIN: ['TRAINER'],
};

/** What a client may offer the viewer. */
export function capabilitiesOf(viewer: Viewer): Capability[] {
  const byRole = (Object.keys(rolesFor) as (keyof typeof rolesFor)[]).filter((capability) =>
    hasRole(viewer, rolesFor[capability]),
  );
  // Whoever is asked registers it, whatever else they are (D2-二).
  return viewer.kind === 'ANONYMOUS' ? [] : ['REGISTER_COMPLAINT', ...byRole];
}
