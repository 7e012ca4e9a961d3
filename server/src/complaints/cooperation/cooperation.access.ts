import type { Condition } from '../../kernel/read/registry.js';
import { hasRoleAt, type Viewer } from '../../kernel/viewer.js';
import type { Complexity, HandlingMode, Level } from '../enumerations.js';
import type { CooperationState } from './cooperation-state.js';

/** What the rules need to know of a request to help. */
export interface CooperationFacts {
  state: CooperationState;
  orgUnit: { id: string; path: string };
  finding: string | null;
}

/** Whoever watches or administers takes no part because of where they sit. */
const watching = ['ADMIN', 'AUDITOR', 'TRAINER'];

/** The unit whose people somebody is one of; null for those who only watch or administer. */
export const workplaceOf = (viewer: Pick<Viewer, 'home' | 'grants'>): string | null =>
  viewer.home && !viewer.grants.some(({ role }) => watching.includes(role)) ? viewer.home.unitId : null;

/** Complaints with which some units are or were asked to help. */
export const askedAt = (where: Condition): Condition => ({
  cooperations: { $some: { state: ['ASKED', 'ANSWERED'], ...where } },
});

/** Whether the viewer answers for a unit that is asked: its people, and the handlers it falls to. */
export const answersFor = (viewer: Viewer, { id, path }: CooperationFacts['orgUnit']): boolean =>
  hasRoleAt(viewer, ['HANDLER'], path) || workplaceOf(viewer) === id;

/** Whether several departments must look into a complaint together (D7-四.3). */
export const needsMany = ({ complexity, level }: { complexity: Complexity | null; level: Level }): boolean =>
  complexity === 'COMPLEX' || level === 'MAJOR' || level === 'URGENT';

type Handled = { handlingMode: HandlingMode | null; complexity: Complexity | null; level: Level };

/** Whether it is looked into by several departments, each of which says what it found (D7-四.3). */
export const isJoint = (complaint: Handled): boolean => complaint.handlingMode === 'JOINT' || needsMany(complaint);

/** A joint investigation is over when at least one department was asked, and each has said what it found (D7-四.3). */
export function hasFindings({
  cooperations,
  ...complaint
}: Handled & { cooperations: readonly CooperationFacts[] }): boolean {
  const counted = cooperations.filter(({ state }) => state !== 'CANCELLED');
  return !isJoint(complaint) || (counted.length > 0 && counted.every(({ finding }) => finding !== null));
}
