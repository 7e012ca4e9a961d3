import type { LimitUnit } from '../calendar/limit.js';
import type { Locale } from '../kernel/messages.js';
import type { PeriodClock, ReplyBy, ReviewMode } from './handling-rules.js';
import type { EscalationLevel, Level, LimitedClock, RiskFlag } from './policy-terms.js';

/** The same in both languages. */
export type Words = readonly [zh: string, en: string];

/** Clocks, as plans are told in words. */
export const clockWords: Record<LimitedClock, Words> = {
  FIRST_RESPONSE: ['首次响应', 'first response'],
  RESOLUTION: ['处理', 'resolution'],
  PROGRESS: ['持续沟通', 'progress'],
};

/** Steps with a time of their own, as plans are told in words. */
export const periodWords: Record<PeriodClock, Words> = {
  SCREENING: ['受理审查', 'screening'],
  HANDOVER: ['交接', 'hand-over'],
  FIRST_ACTION: ['首次处理', 'first action'],
  COOPERATION: ['协办', 'cooperation'],
  FULFILMENT: ['兑现', 'fulfilment'],
  APPEAL: ['申诉处理', 'appeal'],
  RETURN_VISIT: ['回访', 'return visit'],
};

/** Ways of review, as plans are told in words. */
export const reviewWords: Record<ReviewMode, Words> = {
  NONE: ['免审核', 'no review'],
  DESK: ['投诉管理部门审核', 'reviewed by the desk'],
  GROUP: ['领导小组审批', 'approved by the leadership group'],
};

/** Who replies, as plans are told in words. */
export const replyWords: Record<ReplyBy, Words> = {
  DESK: ['投诉管理部门', 'the desk'],
  DEPARTMENT: ['承办部门', 'the handling department'],
};

/** Levels, as plans are told in words. */
export const levelWords: Record<Level, Words> = {
  SUGGESTION: ['建议性', 'suggestion'],
  GENERAL: ['一般', 'general'],
  MAJOR: ['重大', 'major'],
  URGENT: ['紧急', 'urgent'],
};

/** Units of a limit, as plans are told in words. */
export const unitWords: Record<LimitUnit, Words> = {
  CLOCK_HOUR: ['小时', 'hours'],
  WORKING_DAY: ['个工作日', 'working days'],
  NATURAL_DAY: ['个自然日', 'natural days'],
};

/** Steps of the ladder, as plans are told in words. */
export const stepWords: Record<EscalationLevel, Words> = {
  E0: ['E0 经办人', 'E0 handler'],
  E1: ['E1 团队负责人', 'E1 team leader'],
  E2: ['E2 投诉管理部门', 'E2 desk'],
  E3: ['E3 领导小组', 'E3 leadership group'],
  E4: ['E4 上级行', 'E4 superior unit'],
};

/** Risk flags, as plans are told in words. */
export const flagWords: Record<RiskFlag, Words> = {
  MAJOR_RISK: ['重大风险', 'major risk'],
  SOCIAL_IMPACT: ['社会影响', 'social impact'],
  MEDIA: ['媒体报道', 'media'],
  REPUTATION: ['声誉风险', 'reputation'],
  LEGAL_VIOLATION: ['违法违规', 'breach of law'],
  LEGAL_DISPUTE: ['法律纠纷', 'dispute at law'],
  FUND_SAFETY: ['资金安全', 'money in danger'],
  VULNERABLE: ['特殊群体', 'vulnerable customer'],
};

/** One of a pair of words. */
export const inWords = (locale: Locale, [zh, en]: Words): string => (locale === 'zh' ? zh : en);
