import type { Reaction, Reactions } from '../../kernel/application.js';
import type { Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { queueDeliveries, type Message } from '../../work/delivery/delivery.actions.js';
import { Survey } from '../aftermath/survey.js';
import type { Complaint } from '../complaint/complaint.js';
import { Contact } from '../contact.js';
import { wayToCustomer } from './way-to-customer.js';

/** What the bank tells a customer is queued in the transaction that tells it (D3-2.2a); nothing leaves for a drill or the past. */
const queueMessages: Reaction = async (ctx, events) => {
  const messages: Message[] = [];
  for (const { objectId } of events) {
    const contact = await ctx.em.findOneOrFail(Contact, { id: objectId! });
    const complaint = await contact.complaint.loadOrFail();
    const message = complaint.isDrill || complaint.isHistorical ? null : await messageOf(ctx, contact, complaint);
    if (message) messages.push(message);
  }
  await queueDeliveries(ctx, messages);
};

async function messageOf(ctx: Context, contact: Contact, complaint: Complaint): Promise<Message | null> {
  const way = wayToCustomer(ctx.app, complaint.channel, await complaint.complainant.loadOrFail());
  if (!way) return null;
  const { reference } = complaint;
  return {
    ...way,
    subjectKind: 'Complaint',
    subjectId: complaint.id,
    objectId: contact.id,
    audience: 'complaints',
    orderKey: complaint.id,
    title: say('zh', { key: 'complaint.messageTitle', params: { reference } }),
    text: contact.summary + (await hintFor(ctx, contact, complaint)),
    locale: 'zh',
  };
}

/** What only the customer gets is not in the file: the code with the receipt, the way to the survey with a decision. */
async function hintFor(ctx: Context, contact: Contact, complaint: Complaint): Promise<string> {
  if (contact.kind === 'ACK') return trackingHint(ctx, complaint);
  const survey = await ctx.em.findOne(Survey, { contact: contact.id });
  return survey ? surveyHint(ctx, survey) : '';
}

// Behind the # it is in no log of a server.
function surveyHint({ app: { cipher, publicUrl } }: Context, { sealedToken }: Survey): string {
  const token = cipher.decrypt(sealedToken);
  if (!publicUrl) return say('zh', { key: 'survey.hint', params: { token } });
  return say('zh', { key: 'survey.link', params: { link: `${new URL('/track', publicUrl).href}#survey=${token}` } });
}

const trackingHint = ({ app }: Context, { sealedTrackingCode }: Complaint) =>
  say('zh', { key: 'complaint.trackingHint', params: { code: app.cipher.decrypt(sealedTrackingCode) } });

/** What follows when the customer is told something. */
export const sendingReactions: Reactions = { 'complaint.customerTold': queueMessages };
