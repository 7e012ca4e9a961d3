import { PlanChangesResolver } from './plan-changes.resolver.js';
import { PlanResolver, PlanVersionResolver } from './plan.resolver.js';
import { PlanPresetResolver } from './presets/plan-preset.resolver.js';

/** Every resolver of plans. */
export const planResolvers = [PlanResolver, PlanVersionResolver, PlanChangesResolver, PlanPresetResolver] as const;
