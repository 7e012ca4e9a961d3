import type { Limit } from '../calendar/limit.js';
import type { RegulationCode } from './policy-terms.js';

type Words = Readonly<Record<'zh' | 'en', string>>;

/** What a regulation allows, counted from receipt. */
export interface Regulation {
  code: RegulationCode;
  name: Words;
  /** For what is clear and simple. */
  limit: Limit;
  /** For what is complex. */
  complexLimit: Limit;
  /** At the very longest, with approval and the customer told. */
  longestLimit: Limit;
  /** Whether the limits were compared with the text of the regulation, and not only with reports of it. */
  areLimitsVerified: boolean;
  /** What else it says that the bank needs to know. */
  facts: readonly RegulationFact[];
}

/** One statement of a regulation. */
export interface RegulationFact {
  text: Words;
  /** Whether it was compared with the text of the regulation; the bank checks the others before it relies on them. */
  isVerified: boolean;
}

const naturalDays = (count: number): Limit => ({ count, unit: 'NATURAL_DAY' });
const verified = (zh: string, en: string): RegulationFact => ({ text: { zh, en }, isVerified: true });
const unverified = (zh: string, en: string): RegulationFact => ({ text: { zh, en }, isVerified: false });

/** Every regulation by its code; the limits are those that independent reports of the texts agree on. */
export const regulations: Readonly<Record<RegulationCode, Regulation>> = {
  CN_2020_3: {
    code: 'CN_2020_3',
    name: {
      zh: '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）',
      en: 'Rules on handling consumer complaints in banking and insurance (CBIRC order 2020 No. 3)',
    },
    limit: naturalDays(15),
    complexLimit: naturalDays(30),
    longestLimit: naturalDays(60),
    areLimitsVerified: false,
    facts: [
      unverified(
        '最后 30 日延期由上级机构或总行高管批准并告知投诉人',
        'The last 30 days need the approval of a superior unit or of a senior manager at head office, and the complainant is told',
      ),
      unverified(
        '时限仅因外部鉴定、检测或评估中止，且须事先告知投诉人',
        'The limit pauses only for an outside appraisal, test or assessment of which the complainant was told first',
      ),
      unverified(
        '对处理决定有异议的，可在 30 日内书面申请上级机构核查',
        'Within 30 days of the decision the complainant may ask the superior unit in writing to verify it',
      ),
      unverified('上级机构 30 日内作出核查决定', 'The superior unit decides within 30 days'),
      verified(
        '共同现场投诉的代表不超过 5 人（第十二条）',
        'A joint complaint in person has at most 5 spokespersons (article 12)',
      ),
      verified(
        '投诉人撤回投诉的，处理当日终止（第十五条）',
        'A complaint that is withdrawn ends the same day (article 15)',
      ),
    ],
  },
  CN_PBOC: {
    code: 'CN_PBOC',
    name: {
      zh: '中国人民银行金融消费者权益保护实施办法',
      en: 'PBoC rules on protecting financial consumers',
    },
    limit: naturalDays(15),
    complexLimit: naturalDays(60),
    longestLimit: naturalDays(60),
    areLimitsVerified: false,
    facts: [
      unverified('15 日和 60 日均为自然日', 'The 15 and 60 days are natural days'),
      unverified('延长时限须向投诉人说明理由', 'The complainant is told the reason for taking longer'),
      unverified('投诉记录自办结之日起至少保存 3 年', 'Records are kept for at least 3 years after closing'),
    ],
  },
};
