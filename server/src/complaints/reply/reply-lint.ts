import type { FieldErrors } from '../../kernel/errors.js';
import { Checks } from '../../kernel/checks.js';
import type { Channel } from '../../org/channel.js';
import type { Complaint } from '../complaint/complaint.js';
import type { Remedy } from './remedy.js';

/** A decision as it is written to the customer, part by part; what is absent was left out. */
export interface ReplyParts {
  /** What was found (核查情况). */
  findings?: string | null;
  /** By which rule it is decided (依据). */
  basis?: string | null;
  /** Why (理由). */
  reasons?: string | null;
  /** What the customer may do who disagrees (救济途径). */
  remedies?: readonly Remedy[] | null;
  /** What becomes of what the customer asked for (对诉求的答复). */
  answerToDemand?: string | null;
  /** Words before all that, such as an apology (致客户). */
  text?: string | null;
  /** By which channel; absent = the customer's. */
  channel?: Channel | null;
}

/** What the rules need to know of the complaint that is answered. */
export type AnsweredComplaint = Pick<Complaint, 'level' | 'channel' | 'customerDemand'>;

const most = 2000;
/** So short that nothing can have been said, in characters. */
const least = { findings: 10, basis: 6, reasons: 10, answerToDemand: 6, text: 2 } as const;
type Part = keyof typeof least;
const written = Object.keys(least) as Part[];

const everyWay: readonly Channel[] = ['PHONE', 'EMAIL', 'LETTER', 'ONLINE', 'MOBILE_APP', 'ON_SITE'];
const waysBack: Record<Channel, readonly Channel[]> = {
  PHONE: ['PHONE'],
  ONLINE: ['ONLINE', 'MOBILE_APP'],
  MOBILE_APP: ['MOBILE_APP', 'ONLINE'],
  EMAIL: ['EMAIL'],
  LETTER: ['LETTER'],
  // Who came in person has left again and is reached by what they left.
  ON_SITE: ['ON_SITE', 'PHONE', 'EMAIL', 'LETTER'],
  // Here somebody else brought it: the bank has chosen no way with the customer yet.
  REGULATOR: everyWay,
  MEDIA: everyWay,
  OTHER: everyWay,
};

/** The channels by which a customer who came by one of them is answered, the usual one first. */
export const replyChannels = (channel: Channel): readonly Channel[] => waysBack[channel];

/**
 * What a reply lacks, by field: findings, basis, reasons and the remedies open to the customer, what was asked for
 * answered, in the customer's channel (D7-五.2, 办法: 处理决定告知). A suggestion is answered by what the bank makes of
 * it. Nothing is written, so that a form may ask as well.
 */
export function lintReply(reply: ReplyParts, complaint: AnsweredComplaint): FieldErrors {
  const checks = new Checks();
  const isSuggestion = complaint.level === 'SUGGESTION';
  for (const part of written) checkPart(checks, reply[part], part, isNeeded(part, complaint));
  for (const part of ['basis', 'reasons', 'answerToDemand'] as const)
    checks.that(!isCopied(reply, part), part, 'reply.sameAsAnother');
  const remedies = reply.remedies ?? [];
  checks.that(isSuggestion || remedies.length > 0, 'remedies', 'field.required');
  checks.that(!remedies.length || remedies.includes('REVIEW'), 'remedies', 'reply.reviewIsOpen');
  const isTheirs = !reply.channel || replyChannels(complaint.channel).includes(reply.channel);
  checks.that(isTheirs, 'channel', 'reply.otherChannel');
  return checks.remarks;
}

function isNeeded(part: Part, { level, customerDemand }: AnsweredComplaint): boolean {
  if (part === 'text') return false;
  if (part === 'answerToDemand') return Boolean(customerDemand?.trim());
  return part === 'findings' || level !== 'SUGGESTION';
}

function checkPart(checks: Checks, given: string | null | undefined, part: Part, needed: boolean): void {
  if (!given?.trim()) {
    checks.that(!needed, part, 'field.required');
    return;
  }
  checks.freeText(given, part, { min: least[part], max: most });
  checks.that(!isPlaceholder(given), part, 'reply.placeholder');
}

// What forms and templates leave behind: unfilled places, and words that stand for others.
const blanks = /_{2,}|(?<!\w)[xX×]{2,}(?!\w)|\{[^}]*\}|\$\{|【\s*】|［\s*］|\[\s*\]|（\s*）|<[^<>]{1,20}>/u;
const stopgaps = /待补充|待填写|待完善|此处填写|请填写|请在此|占位|\b(?:todo|tbd|tba|lorem|n\/a)\b/iu;
const empties = /^(?:同上|略|无|如题|详见附件|见附件|不详|暂无)+$/u;

/** Whether a text only holds the place of one: unfilled blanks, the words of a form, or one sign again and again. */
export function isPlaceholder(text: string): boolean {
  const bare = text.replace(/[\s\p{P}\p{S}]/gu, '');
  return blanks.test(text) || stopgaps.test(text) || empties.test(bare) || new Set(bare).size < 3;
}

function isCopied(reply: ReplyParts, part: 'basis' | 'reasons' | 'answerToDemand'): boolean {
  const bare = (text: string | null | undefined) => (text ?? '').replace(/\s/gu, '');
  const own = bare(reply[part]);
  if (!own) return false;
  return (['findings', 'basis', 'reasons', 'answerToDemand'] as const)
    .filter((other) => other !== part)
    .some((other) => bare(reply[other]) === own);
}
