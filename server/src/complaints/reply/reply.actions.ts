import { bankDay, daysFrom } from '../../kernel/bank-day.js';
import { Checks } from '../../kernel/checks.js';
import { command, find, record, requireVersion, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { fulfilClocks, noteReply, startClock } from '../clocks/clocks.actions.js';
import { policyAtReceipt } from '../clocks/limits.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { move } from '../complaint/state-machine.js';
import { openSurvey } from '../aftermath/open-survey.js';
import { tasksOf } from '../execution/tasks.js';
import { tellCustomer } from '../handling/tell-customer.js';
import { currentResolution } from '../resolution/current-resolution.js';
import type { Resolution } from '../resolution/resolution.js';
import { composeReply } from './reply-text.js';
import { lintReply, replyChannels } from './reply-lint.js';
import type { ReplyToCustomerInput, TellResultInput } from './reply.input.js';

const longestPromiseDays = 365;

/**
 * The bank gets: the customer is told what was found, by which rule and why it is decided so, what becomes of their
 * demand and what they may do (D1-五.3(2), D5-五.2(4), D7-五.2); what is still to be done is promised for a day. A
 * department's reply is reported to the desk at once (D2-四.5).
 */
export const replyToCustomer = command(
  async (ctx: Context, id: string, input: ReplyToCustomerInput): Promise<Complaint> => {
    const complaint = await find(ctx, Complaint, id);
    await requireVerb(ctx, complaint, 'replyToCustomer');
    requireVersion(complaint, input.expectedVersion);
    const resolution = (await currentResolution(ctx, complaint))!;
    await checkReply(ctx, complaint, input);
    const { handling } = await policyAtReceipt(ctx.em, complaint);
    const { reference } = complaint;
    const composed = composeReply(input, { reference, appealWindowDays: handling.appealWindowDays });
    const promise = input.promisedOn
      ? `\n${say('zh', { key: 'reply.promise', params: { day: input.promisedOn } })}`
      : '';
    const at = ctx.clock.now();
    const contact = tellCustomer(ctx, complaint, 'REPLY', composed + promise);
    contact.channel = input.channel ?? replyChannels(complaint.channel)[0]!;
    move(complaint, 'replyToCustomer', 'REPLIED');
    complaint.repliedAt = at;
    complaint.resolutionSummary = resolution.summary;
    await openSurvey(ctx, complaint, contact);
    await noteReply(ctx, complaint, at);
    if (input.promisedOn) await promiseFor(ctx, complaint, resolution, input.promisedOn);
    record(ctx, 'complaint.replied', complaint, { audience: 'complaints', objectId: contact.id });
    if (resolution.replyBy === 'DEPARTMENT') reportToDesk(ctx, complaint, resolution);
    return complaint;
  },
);

async function checkReply(ctx: Context, complaint: Complaint, input: ReplyToCustomerInput): Promise<void> {
  const checks = new Checks();
  checks.take(lintReply(input, complaint));
  const isOpen = (await tasksOf(ctx, complaint)).some(({ state }) => state !== 'DONE');
  const today = bankDay(ctx.clock.now());
  const { promisedOn } = input;
  checks.that(!isOpen || promisedOn != null, 'promisedOn', 'reply.promiseNeeded');
  checks.that(isOpen || promisedOn == null, 'promisedOn', 'reply.nothingToPromise');
  const isSoon = promisedOn == null || (promisedOn > today && daysFrom(today, promisedOn) <= longestPromiseDays);
  checks.that(isSoon, 'promisedOn', { key: 'reply.promiseOutOfRange', params: { days: longestPromiseDays } });
  checks.done();
}

/** What is promised is a clock of its own (D5-五.2(4)). */
async function promiseFor(ctx: Context, complaint: Complaint, resolution: Resolution, day: string): Promise<void> {
  resolution.promisedOn = day;
  const count = daysFrom(bankDay(ctx.clock.now()), day) - 1;
  await startClock(ctx, complaint, { kind: 'FULFILMENT', limit: { count, unit: 'NATURAL_DAY' } });
}

function reportToDesk(ctx: Context, complaint: Complaint, resolution: Resolution): void {
  resolution.deskReport = resolution.summary;
  resolution.reportedAt = ctx.clock.now();
  record(ctx, 'complaint.reportedToDesk', complaint, { audience: 'complaints', objectId: resolution.id });
}

/** The bank gets: what was promised is done, and the customer knows (D5-五.2(4)). */
export const tellResult = command(async (ctx: Context, id: string, input: TellResultInput): Promise<Complaint> => {
  const complaint = await find(ctx, Complaint, id);
  await requireVerb(ctx, complaint, 'tellResult');
  requireVersion(complaint, input.expectedVersion);
  const checks = new Checks();
  const result = checks.requiredFreeText(input.result, 'result', { max: 2000 });
  checks.done();
  const resolution = (await currentResolution(ctx, complaint))!;
  resolution.resultToldAt = ctx.clock.now();
  const params = { reference: complaint.reference, result };
  const contact = tellCustomer(ctx, complaint, 'RESULT', say('zh', { key: 'reply.result', params }));
  await fulfilClocks(ctx, complaint, ['FULFILMENT']);
  record(ctx, 'complaint.resultTold', complaint, { audience: 'complaints', objectId: contact.id });
  return complaint;
});
