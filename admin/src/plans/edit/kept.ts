import { dropDraft, keepDraft, readDraft } from '../../provider/drafts';
import type { PlanVersion } from '../plans.graphql';
import type { Section } from '../sections';
import type { Draft } from './draft';
import { nextKey } from './rows';

/** What was typed into a version and not saved, until the tab is closed. */
interface Kept {
  /** The version's own number when it was typed: upon another one it would undo what others wrote. */
  version: number;
  parts: Partial<Draft>;
}

const nameOf = (id: string) => `plan.${id}`;

/** Keeps the sections that are changed, so that leaving the page loses nothing. */
export function keepChanges({ id, version }: PlanVersion, draft: Draft, changed: readonly Section[]): void {
  if (changed.length === 0) return dropDraft(nameOf(id));
  const parts = Object.fromEntries(changed.map((section) => [section, draft[section]]));
  keepDraft(nameOf(id), { version, parts } satisfies Kept);
}

/** Forgets them. */
export const forgetChanges = ({ id }: PlanVersion): void => dropDraft(nameOf(id));

/** What was kept of this very version; nothing where there is none. */
export function keptChanges({ id, version }: PlanVersion): Partial<Draft> {
  const kept = readDraft<Kept>(nameOf(id));
  if (kept?.version !== version) return {};
  const { basis, duties, classes, handling } = kept.parts;
  const rekeyed = <Row extends { key: number }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, key: nextKey() }));
  return {
    ...kept.parts,
    ...(basis && { basis: rekeyed(basis) }),
    ...(duties && { duties: rekeyed(duties) }),
    ...(classes && {
      classes: { leastLevels: rekeyed(classes.leastLevels), emergencies: rekeyed(classes.emergencies) },
    }),
    ...(handling && { handling: { ...handling, routes: rekeyed(handling.routes) } }),
  };
}
