import type {
  HandlingRulesInput,
  Level,
  LimitUnit,
  PeriodClock,
  PeriodRuleInput,
  ReplyBy,
  ReviewMode,
  RouteRuleInput,
} from '../../gql/graphql';
import { periodClocks } from '../HandlingRead';
import { levels } from '../LimitsTable';
import type { PlanVersion } from '../plans.graphql';
import type { Rules } from '../rules.graphql';
import { nextKey, type Keyed } from './rows';

/** The time of a step as it is typed; without it the plan has no such clock. */
export interface PeriodDraft {
  clock: PeriodClock;
  isSet: boolean;
  count: string;
  unit: LimitUnit;
  clause: string;
}
/** Who approves resolutions of a level, and how many of them. */
export interface ReviewDraft {
  level: Level;
  mode: ReviewMode;
  signOffCount: string;
  clause: string;
}
/** Where complaints go; empty category or level = any. */
export interface RouteDraft extends Keyed {
  categoryCode: string;
  level: Level | '';
  by: 'unit' | 'group';
  receiverId: string | undefined;
  receiverName: string;
  clause: string;
}

/** 办理规则 as their form holds them. */
export interface HandlingDraft {
  periods: PeriodDraft[];
  staleWorkingDays: string;
  reviews: ReviewDraft[];
  compensationWithoutReview: string;
  compensationByDesk: string;
  replyBy: ReplyBy;
  replyBeforeExecution: boolean;
  firstHandlerKeepsGeneral: boolean;
  appealWindowDays: string;
  reopenWindowDays: string;
  routes: RouteDraft[];
}

/** The rules of handling of a version as their form holds them. */
export function handlingOf({ policy, routeUnits, routeGroups }: PlanVersion): HandlingDraft {
  const { periods, staleWorkingDays, reviews, appealWindowDays, reopenWindowDays, routes, ...rest } = policy.handling;
  const nameOf = (id: string | null) => [...routeUnits, ...routeGroups].find((each) => each.id === id)?.name ?? '';
  return {
    ...rest,
    periods: periodClocks.map((clock) => periodOf(periods, clock)),
    staleWorkingDays: String(staleWorkingDays),
    reviews: levels.map((level) => reviewOf(reviews, level)),
    appealWindowDays: String(appealWindowDays),
    reopenWindowDays: String(reopenWindowDays),
    routes: routes.map(({ categoryCode, level, orgUnitId, groupId, clause }) => ({
      key: nextKey(),
      categoryCode: categoryCode ?? '',
      level: level ?? '',
      by: groupId ? 'group' : 'unit',
      receiverId: groupId ?? orgUnitId ?? undefined,
      receiverName: nameOf(groupId ?? orgUnitId),
      clause: clause ?? '',
    })),
  };
}

function periodOf(periods: Rules['handling']['periods'], clock: PeriodClock): PeriodDraft {
  const known = periods.find((each) => each.clock === clock);
  if (known) return { ...known, isSet: true, count: String(known.count), clause: known.clause ?? '' };
  return { clock, isSet: false, count: '', unit: 'WORKING_DAY', clause: '' };
}

function reviewOf(reviews: Rules['handling']['reviews'], level: Level): ReviewDraft {
  const { mode = 'DESK', signOffCount = 1, clause } = reviews.find((each) => each.level === level) ?? {};
  return { level, mode, signOffCount: String(signOffCount), clause: clause ?? '' };
}

/** The periods that a plan has, in the order in which the API is told of them. */
export const periodsSet = ({ periods }: HandlingDraft): PeriodDraft[] => periods.filter(({ isSet }) => isSet);

/** What the API is told of handling. */
export function handlingInput(draft: HandlingDraft): HandlingRulesInput {
  const { staleWorkingDays, reviews, appealWindowDays, reopenWindowDays, routes, ...rest } = draft;
  return {
    ...rest,
    periods: periodsSet(draft).map(({ clock, count, unit, clause }): PeriodRuleInput => ({
      clock,
      count: Number(count),
      unit,
      clause: clause.trim() || null,
    })),
    staleWorkingDays: Number(staleWorkingDays),
    reviews: reviews.map(({ signOffCount, clause, ...review }) => ({
      ...review,
      signOffCount: Number(signOffCount),
      clause: clause.trim() || null,
    })),
    appealWindowDays: Number(appealWindowDays),
    reopenWindowDays: Number(reopenWindowDays),
    routes: routes.map(({ categoryCode, level, by, receiverId, clause }): RouteRuleInput => ({
      categoryCode: categoryCode || null,
      level: level || null,
      orgUnitId: by === 'unit' ? (receiverId ?? null) : null,
      groupId: by === 'group' ? (receiverId ?? null) : null,
      clause: clause.trim() || null,
    })),
  };
}
