import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../kernel/context.js';
import { requireThat } from '../kernel/errors.js';
import type { Locale } from '../kernel/messages.js';
import { RegulationPreset } from './regulation-shown.js';
import { regulations, type Regulation } from './regulations.js';

const limitTexts = {
  limit: { zh: '事实清楚、争议简单的', en: 'What is clear and simple' },
  complexLimit: { zh: '情况复杂的', en: 'What is complex' },
  longestLimit: { zh: '最长', en: 'At the longest' },
} as const satisfies Partial<Record<keyof Regulation, unknown>>;
const limitNames = ['limit', 'complexLimit', 'longestLimit'] as const;

@Resolver()
export class RegulationResolver {
  @Authorized()
  @Query(() => [RegulationPreset], {
    description:
      "Regulations whose limits can run beside a plan's (监管时限), with what is still to be verified, at most 20; for staff.",
  })
  regulationPresets(@Ctx() { viewer, locale }: Context): RegulationPreset[] {
    requireThat(viewer.kind !== 'API_KEY');
    return Object.values(regulations).map((regulation) => shown(regulation, locale));
  }
}

function shown(regulation: Regulation, locale: Locale): RegulationPreset {
  const { code, name, areLimitsVerified: isVerified, facts } = regulation;
  const limits = limitNames.map((which) => ({
    text: limitTexts[which][locale],
    dayCount: regulation[which].count,
    isVerified,
  }));
  const others = facts.map((fact) => ({ text: fact.text[locale], dayCount: null, isVerified: fact.isVerified }));
  return { code, name: name[locale], statements: [...limits, ...others] };
}
