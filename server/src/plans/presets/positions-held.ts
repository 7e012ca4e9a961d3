import type { Context } from '../../kernel/context.js';
import { CodedError } from '../../kernel/errors.js';
import type { PlanVersion } from '../plan-version.js';
import { groupLabel, positionLabel } from './differences.js';
import { presetOf } from './presets.js';
import { standingOf } from './standing.js';

/** How many vacant positions the refusal names. */
const mostNamed = 10;

/** Refuses with `CONFLICT`, naming them, while somebody is missing from a position that the version's preset demands. */
export async function requirePositionsHeld(
  ctx: Context,
  { preset }: PlanVersion,
  unit: { id: string; path: string },
): Promise<void> {
  if (!preset) return;
  const language = ctx.locale === 'zh' ? 0 : 1;
  const standings = await standingOf(ctx.em, presetOf(preset), unit, ctx.clock.now());
  const vacant = standings.flatMap(({ demand, vacancies }) =>
    vacancies.map((vacancy) => `${groupLabel(demand)[language]} – ${positionLabel(vacancy.demand)[language]}`),
  );
  if (!vacant.length) return;
  const positions = vacant.slice(0, mostNamed).join(language === 0 ? '；' : '; ');
  throw new CodedError('CONFLICT', { key: 'plan.positionsVacant', params: { count: vacant.length, positions } });
}
