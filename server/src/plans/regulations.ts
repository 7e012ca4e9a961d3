import type { Limit } from '../calendar/limit.js';
import type { RegulationCode } from './policy-terms.js';

/** What a regulation allows, counted from receipt. */
export interface Regulation {
  code: RegulationCode;
  name: { zh: string; en: string };
  /** For what is clear and simple. */
  limit: Limit;
  /** For what is complex. */
  complexLimit: Limit;
  /** At the very longest, with approval and the customer told. */
  longestLimit: Limit;
  /** What in it the text of the regulation has not yet been compared for. */
  unverified: readonly { zh: string; en: string }[];
}

const naturalDays = (count: number): Limit => ({ count, unit: 'NATURAL_DAY' });

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
    unverified: [
      { zh: '最后 30 日延期的批准层级', en: 'who approves the last 30 days' },
      { zh: '时限中止的情形', en: 'when the limit pauses' },
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
    unverified: [{ zh: '15 日和 60 日为自然日', en: 'that the 15 and 60 days are natural days' }],
  },
};
