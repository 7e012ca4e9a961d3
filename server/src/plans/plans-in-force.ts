import type { EntityManager } from '@mikro-orm/postgresql';
import { idsOnPath } from '../org/units/org-path.js';
import type { PlanKind } from './plan.js';
import { PlanVersion } from './plan-version.js';
import type { PolicyRules } from './policy-rules.js';

/** A version with its place, as much of it as rules are read from. */
export interface PlacedVersion {
  id: string;
  effectiveAt: Date;
  unitId: string;
  rules: PolicyRules;
}

/** Versions of a kind that are in force at a moment or come into force later, at some units or at all; one statement. */
export async function versionsAt(
  em: EntityManager,
  { kind, at, unitIds }: { kind: PlanKind; at: Date; unitIds?: readonly string[] },
): Promise<PlacedVersion[]> {
  const found = await em.find(
    PlanVersion,
    {
      publishedAt: { $ne: null },
      $or: [{ endedAt: null }, { endedAt: { $gt: at } }],
      plan: { kind, ...(unitIds ? { orgUnit: { $in: [...unitIds] } } : {}) },
    },
    { populate: ['plan'], fields: ['effectiveAt', 'rules', 'plan.orgUnit'] },
  );
  return found.map(({ id, effectiveAt, rules, plan }) => ({
    id,
    effectiveAt: effectiveAt!,
    unitId: plan.$.orgUnit.id,
    rules: rules as PolicyRules,
  }));
}

/**
 * The version in force at a unit: its own, else that of the nearest unit above. What came before the bank's first
 * version is judged by that one, so that a bank with a general plan is never without; null where no version is found.
 */
export function inForce<Version extends Pick<PlacedVersion, 'effectiveAt' | 'unitId'>>(
  versions: readonly Version[],
  unit: { path: string },
  at: Date,
): Version | null {
  const path = idsOnPath(unit.path);
  const near = versions.filter(({ unitId }) => path.includes(unitId));
  const depth = ({ unitId }: Version) => path.indexOf(unitId);
  const current = near.filter(({ effectiveAt }) => effectiveAt <= at).toSorted((a, b) => depth(b) - depth(a));
  return current[0] ?? near.filter((each) => depth(each) === 0).toSorted(byStart)[0] ?? null;
}

const byStart = (a: { effectiveAt: Date }, b: { effectiveAt: Date }) =>
  a.effectiveAt.getTime() - b.effectiveAt.getTime();
