import { Complaint } from '../server/src/complaints/complaint/complaint.js';
import { hold, release } from '../server/src/complaints/holds/complaint-hold.actions.js';
import { command, Context, find } from '../server/src/kernel/context.js';
import { randomUUID } from 'node:crypto';
import { defineMessages } from '../server/src/kernel/messages.js';
import { system } from '../server/src/kernel/viewer.js';
import { MERGE, REFER, REQUEST_EXTENSION, type TestBank } from './harness/bank.js';
import { handling } from './handling.js';

/** What a referral says, but for the version and whose opinion it rests on. */
export const referral = {
  scope: 'WHOLE',
  body: '市公安局经济犯罪侦查支队',
  legalBasis: '《中华人民共和国刑事诉讼法》第一百一十条',
  documents: ['交易流水', '客户陈述'],
  legalOpinion: '所述行为涉嫌诈骗，已超出本行处理权限，应依法移交公安机关。',
  notice: '如有疑问可联系受理网点。',
};

/** A referral that rests on the opinion of the reviewer. */
export const referred = (bank: TestBank, expectedVersion: number, more: object = {}) => ({
  ...referral,
  expectedVersion,
  opinionById: bank.staff.reviewer,
  ...more,
});

/** A request for more time, but for the version. */
export const moreTime = { workingDayCount: 8, reason: '需调取第三方机构的交易记录。' };

/** The receipt of a referral. */
export const receiptOf = (expectedVersion: number, referralId: string = randomUUID()) => ({
  expectedVersion,
  referralId,
  receipt: { number: '经侦收字〔2026〕18号', receivedAt: '2026-01-05T02:00:00Z' },
});

defineMessages({ 'test.inquiry': ['专项核查尚未结束', 'An inquiry goes on'] });

/** Something of an upper floor that holds complaints. */
export class Inquiry {
  id = randomUUID();
}

/** Holds the file of a complaint open, as an upper floor would. */
export const heldOpen = (bank: TestBank, id: string, holder = new Inquiry()): Promise<void> =>
  asUpperFloor(bank, id, (ctx, complaint) => hold(ctx, complaint, holder, 'test.inquiry'));

/** Lets go what such a thing holds. */
export const letGo = (bank: TestBank, id: string, holder: Inquiry): Promise<void> =>
  asUpperFloor(bank, id, (ctx, complaint) => release(ctx, complaint, holder));

const asUpperFloor = (bank: TestBank, id: string, act: (ctx: Context, complaint: Complaint) => Promise<void>) =>
  command(async (ctx: Context) => act(ctx, await find(ctx, Complaint, id)))(new Context(bank.app, system));

/** One of everything that endings leave behind: a referral, a hold, a merger, a request for more time. */
export async function endedInEveryWay(bank: TestBank): Promise<void> {
  const make = handling(bank);
  const { id, version } = await make.screened();
  await bank.ask('office', REFER, { id, input: referred(bank, version, { scope: 'PART' }) });
  await heldOpen(bank, id);
  const twin = await make.registered({ complainant: { name: '张三丰', phone: '13900002222' } });
  const reason = '客户来电说明系同一事项，已核对身份。';
  await bank.ask('office', MERGE, { id: twin.id, input: { expectedVersion: twin.version, targetId: id, reason } });
  const slow = await make.investigated();
  const input = { ...moreTime, expectedVersion: slow.version };
  await bank.ask('handler', REQUEST_EXTENSION, { id: slow.id, input });
}
