import type { Deadline, TraceDay } from '../../calendar/deadline.js';
import { readWorkingDays } from '../../calendar/working-days.js';
import { bankDay, startOfBankDay } from '../../kernel/bank-day.js';
import type { Context } from '../../kernel/context.js';
import { notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/id.js';
import { say } from '../../kernel/messages.js';
import { isReadable } from '../../kernel/read/read.js';
import { Complaint } from '../complaint/complaint.js';
import type { DeadlineExplanation, ExplainedDay } from './deadline-explanation.js';
import { limitText } from './limit-text.js';
import { pausesOf, reckoned } from './pause.actions.js';
import { SlaClock } from './sla-clock.js';

/** Why a clock ends when it ends, by the calculation that set its end; `NOT_FOUND` where the complaint may not be read. */
export async function explainDeadline(ctx: Context, clockId: string): Promise<DeadlineExplanation> {
  const em = ctx.app.orm.em.fork();
  const clock = isId(clockId) ? await em.findOne(SlaClock, { id: clockId }) : null;
  if (!clock || !(await isReadable(ctx, Complaint, clock.complaint.id))) throw notFound();
  const pauses = (await pausesOf(em, [clock])).get(clock.id);
  const found = reckoned(await readWorkingDays(em), clock, pauses, ctx.clock.now());
  const { kind, startedAt, limitCount, limitUnit } = clock;
  const { dueAt, isProvisional, trace } = found;
  const days = trace.map((day) => explained(ctx, day));
  const sentence = sentenceOf(ctx, clock, found);
  return { kind, startedAt, limitCount, limitUnit, dueAt, isProvisional, sentence, days };
}

function sentenceOf({ locale }: Context, clock: SlaClock, { dueAt, isProvisional }: Deadline): string {
  const { limit, startedAt } = clock;
  const end = (at: Date) =>
    limit.unit === 'CLOCK_HOUR' ? minuteText(at) : `${bankDay(new Date(at.getTime() - 1))} 24:00`;
  const params = { start: minuteText(startedAt), limit: limitText(locale, limit), end: end(dueAt) };
  const parts = [say(locale, { key: 'deadline.sentence', params })];
  if (isProvisional) parts.push(say(locale, 'deadline.provisional'));
  // What has ended keeps its end, though the calendar was changed since.
  if (dueAt.getTime() !== clock.dueAt.getTime())
    parts.push(say(locale, { key: 'deadline.ended', params: { end: end(clock.dueAt) } }));
  return parts.join(locale === 'zh' ? '' : ' ');
}

/** `2026-10-01 09:30` by the bank's watch. */
const minuteText = (at: Date): string => {
  const minutes = Math.floor((at.getTime() - startOfBankDay(bankDay(at)).getTime()) / 60_000);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${bankDay(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

function explained({ locale }: Context, { day, reason, counted, name, isProvisional }: TraceDay): ExplainedDay {
  const called = name?.[locale] ?? null;
  const key = called && reason !== 'RECEIPT' && reason !== 'PAUSED' ? `named.${reason}` : reason;
  const params = { day, name: called ?? '', hours: Math.round(counted * 100) / 100 };
  const text = say(locale, { key: `deadline.day.${key}`, params });
  return { day, reason, counted, name: called, isProvisional, text };
}
