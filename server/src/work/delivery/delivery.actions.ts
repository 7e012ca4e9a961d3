import { LockMode } from '@mikro-orm/postgresql';
import { create, record, type Context } from '../../kernel/context.js';
import type { Locale } from '../../kernel/messages.js';
import { Delivery } from './delivery.js';
import { unfinished, type DeliveryChannel } from './enumerations.js';

/** A message to be sent, as whoever asks for it says it. */
export interface Message {
  /** What it is about, the row that says it, and the feed that tells what becomes of it. */
  subjectKind: string;
  subjectId: string;
  objectId: string;
  audience: string;
  channel: DeliveryChannel;
  /** What the caller holds locked: messages with the same key go out in the order in which they were queued. */
  orderKey: string;
  /** As encrypted by `Cipher`. */
  sealedRecipient: string;
  title: string;
  text: string;
  locale: Locale;
}

const lineOf = ({ orderKey, channel }: Pick<Delivery, 'orderKey' | 'channel'>) => `${orderKey} ${channel}`;

/** Queues messages in the open command: they are sent if it commits, and only then. */
export async function queueDeliveries(ctx: Context, messages: readonly Message[]): Promise<Delivery[]> {
  const busy = new Set((await inLine(ctx, messages)).map(lineOf));
  return messages.map(({ text, ...message }) => {
    const delivery = create(ctx, Delivery, { ...message, sealedText: ctx.app.cipher.encrypt(text) });
    delivery.queue(ctx.clock.now(), !busy.has(lineOf(delivery)));
    busy.add(lineOf(delivery));
    return delivery;
  });
}

/**
 * What is still to be sent for these keys, the first in line first; locked, so that nobody finishes the last one while
 * another is put behind it, which then nobody would wake.
 */
function inLine(ctx: Context, rows: readonly Pick<Delivery, 'orderKey'>[]): Promise<Delivery[]> {
  const orderKey = [...new Set(rows.map((row) => row.orderKey))];
  return ctx.em.find(
    Delivery,
    { orderKey, state: unfinished },
    { orderBy: { place: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}

/** Lets those go that waited for finished messages: the first of each line in which nothing is under way any more. */
export async function wakeNext(ctx: Context, finished: readonly Delivery[]): Promise<void> {
  if (!finished.length) return;
  await ctx.em.flush();
  const lines = Map.groupBy(await inLine(ctx, finished), lineOf);
  for (const [first, ...others] of lines.values())
    if ([first!, ...others].every(({ nextAt }) => nextAt === null)) first!.nextAt = ctx.clock.now();
}

/** Tries again what was given up, after what is in its line already. */
export async function sendAgain(ctx: Context, delivery: Delivery): Promise<void> {
  const line = (await inLine(ctx, [delivery])).filter((other) => lineOf(other) === lineOf(delivery));
  delivery.queue(ctx.clock.now(), line.length === 0);
  tell(ctx, 'delivery.retried', delivery);
}

/** Ends what was not sent, because it is not to be sent any more. */
export async function cancelDelivery(ctx: Context, delivery: Delivery): Promise<void> {
  delivery.end('CANCELLED');
  delivery.sealedText = null;
  tell(ctx, 'delivery.cancelled', delivery);
  await wakeNext(ctx, [delivery]);
}

/** Notes what became of a message in the story of what it is about. */
export function tell(ctx: Context, kind: string, delivery: Delivery): void {
  const { subjectId, subjectKind, objectId, audience, channel, state, lastErrorCode } = delivery;
  record(
    ctx,
    kind,
    { id: subjectId, constructor: { name: subjectKind } },
    { objectId, audience, data: { channel, error: state === 'DEAD' ? lastErrorCode : null } },
  );
}
