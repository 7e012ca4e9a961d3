import { PlanChangesResolver } from './plan-changes.resolver.js';
import { PlanReceiptResolver, PlanResolver, PlanVersionResolver } from './plan.resolver.js';
import { presetResolvers } from './presets/plan-preset.resolver.js';
import { RegulationResolver } from './regulation.resolver.js';
import { RouteResolver } from './route.resolver.js';

/** Every resolver of plans. */
export const planResolvers = [
  PlanResolver,
  PlanVersionResolver,
  PlanReceiptResolver,
  PlanChangesResolver,
  ...presetResolvers,
  RegulationResolver,
  RouteResolver,
] as const;
