import { Checks } from '../../kernel/checks.js';
import { bankDay, dayAfter } from '../../kernel/bank-day.js';
import { command, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { pauseClocks } from '../clocks/pause.actions.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { tellCustomer } from '../handling/tell-customer.js';
import type { RequestInfoInput } from './request-info.input.js';

const mostDays = 30;

/**
 * The bank gets: the customer is asked, by a date they are told; until they are heard, or that date has passed, the
 * clocks stand still that the plan lets stand still, and no others (D6-四.2(2)).
 */
export const requestInfo = command(async (ctx: Context, id: string, input: RequestInfoInput): Promise<Complaint> => {
  const complaint = await find(ctx, Complaint, id);
  await requireVerb(ctx, complaint, 'requestInfo');
  requireVersion(complaint, input.expectedVersion);
  const checks = new Checks();
  const question = checks.requiredFreeText(input.question, 'question', { max: 2000 });
  const today = bankDay(ctx.clock.now());
  const isNear = input.replyBy >= today && input.replyBy <= dayAfter(today, mostDays);
  checks.that(isNear, 'replyBy', { key: 'contact.replyByTooFar', params: { days: mostDays } });
  checks.done();
  const params = { question, replyBy: input.replyBy };
  const contact = tellCustomer(ctx, complaint, 'INFO_REQUEST', say('zh', { key: 'contact.question', params }));
  contact.channel = input.channel ?? complaint.channel;
  contact.replyBy = input.replyBy;
  record(ctx, 'complaint.infoRequested', complaint, { audience: 'complaints', objectId: contact.id });
  await pauseClocks(ctx, complaint, contact);
  return complaint;
});
