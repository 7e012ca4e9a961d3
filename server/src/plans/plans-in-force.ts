import type { EntityManager } from '@mikro-orm/postgresql';
import { idsOnPath } from '../org/units/org-path.js';
import type { PlanKind } from './plan.js';
import { PlanVersion } from './plan-version.js';
import type { PolicyRules } from './policy-rules.js';

/** A version with its place, as much of it as rules are read from. */
export interface PlacedVersion {
  id: string;
  effectiveAt: Date;
  kind: PlanKind;
  planId: string;
  unitId: string;
  rules: PolicyRules;
}

/** Kinds of plan in the order in which they prevail where they differ (D2-六.2). */
const precedence = ['SPECIAL', 'MASS', 'GENERAL'] as const satisfies readonly PlanKind[];

/** Versions that are in force at a moment or come into force later, of one kind or all, at some units or at all; one statement. */
export async function versionsAt(
  em: EntityManager,
  { kind, at, unitIds }: { kind?: PlanKind; at: Date; unitIds?: readonly string[] },
): Promise<PlacedVersion[]> {
  const found = await em.find(
    PlanVersion,
    {
      publishedAt: { $ne: null },
      $or: [{ endedAt: null }, { endedAt: { $gt: at } }],
      plan: { ...(kind ? { kind } : {}), ...(unitIds ? { orgUnit: { $in: [...unitIds] } } : {}) },
    },
    { populate: ['plan'], fields: ['effectiveAt', 'rules', 'plan.kind', 'plan.orgUnit'] },
  );
  return found.map(({ id, effectiveAt, rules, plan }) => ({
    id,
    effectiveAt: effectiveAt!,
    kind: plan.$.kind,
    planId: plan.id,
    unitId: plan.$.orgUnit.id,
    rules: rules as PolicyRules,
  }));
}

type Placed = Pick<PlacedVersion, 'effectiveAt' | 'kind' | 'unitId'>;

/**
 * The version in force at a unit, of versions of one kind: its own, else that of the nearest unit above; of two plans of
 * one unit the newer. What came before the bank's first general version is judged by that one, so that a bank with a
 * general plan is never without; null where no version is found.
 */
export function inForce<Version extends Placed>(
  versions: readonly Version[],
  unit: { path: string },
  at: Date,
): Version | null {
  const path = idsOnPath(unit.path);
  const near = versions.filter(({ unitId }) => path.includes(unitId));
  const depth = ({ unitId }: Version) => path.indexOf(unitId);
  const current = near
    .filter(({ effectiveAt }) => effectiveAt <= at)
    .toSorted((a, b) => depth(b) - depth(a) || byStart(b, a));
  const first = near.filter((each) => each.kind === 'GENERAL' && depth(each) === 0).toSorted(byStart);
  return current[0] ?? first[0] ?? null;
}

/** What is in force at a unit, at most one version of each kind, the one that prevails first (D2-六.2). */
export const allInForce = <Version extends Placed>(
  versions: readonly Version[],
  unit: { path: string },
  at: Date,
): Version[] =>
  precedence.flatMap((kind) => {
    const ofKind = versions.filter((each) => each.kind === kind);
    return inForce(ofKind, unit, at) ?? [];
  });

const byStart = (a: { effectiveAt: Date }, b: { effectiveAt: Date }) =>
  a.effectiveAt.getTime() - b.effectiveAt.getTime();
