import { say, type Message } from '../../kernel/messages.js';
import type { Remedy } from './remedy.js';
import type { ReplyParts } from './reply-lint.js';

const ways: Readonly<Record<Remedy, string>> = {
  REVIEW: 'reply.review',
  MEDIATION: 'reply.mediation',
  ARBITRATION: 'reply.arbitration',
  LITIGATION: 'reply.litigation',
};
/** In this order, whatever order they were given in. */
const inOrder = Object.keys(ways) as Remedy[];

/**
 * One text to the customer from the parts of a reply, in Chinese: each part that is there, the remedies, and always the
 * right to appeal with its window (D5-五.4(2)). What the parts say is left as it was written.
 */
export function composeReply(
  reply: ReplyParts,
  { reference, appealWindowDays }: { reference: string; appealWindowDays: number },
): string {
  const part = (key: string, text: string | null | undefined): Message[] =>
    text?.trim() ? [{ key, params: { text: text.trim() } }] : [];
  const remedies = inOrder
    .filter((remedy) => reply.remedies?.includes(remedy))
    .map((remedy) => say('zh', ways[remedy]));
  const opening = say('zh', { key: 'reply.opening', params: { reference } });
  const parts: Message[] = [
    ...part('reply.findings', reply.findings),
    ...part('reply.basis', reply.basis),
    ...part('reply.reasons', reply.reasons),
    ...part('reply.demand', reply.answerToDemand),
    { key: 'reply.appeal', params: { days: appealWindowDays } },
    ...part('reply.remedies', remedies.join('、')),
  ];
  const words = reply.text?.trim();
  return [opening, ...(words ? [words] : []), ...parts.map((message) => say('zh', message))].join('\n');
}
