import { LockMode } from '@mikro-orm/postgresql';
import { takeDue, type Context, type Take } from '../../kernel/context.js';
import type { Driver, Drivers } from '../../kernel/driver.js';
import type { Sweep } from '../../kernel/engine.js';
import { tell, wakeNext } from './delivery.actions.js';
import { Delivery, type Outcome } from './delivery.js';
import type { DeliveryChannel } from './enumerations.js';
import { SendFailure } from './send-failure.js';

/** Less than the lease of a message, so that nobody else takes it up while it may yet be handed over. */
const patienceMs = 20_000;

/** A sweep for each channel that has a driver. Each runs in an engine of its own, so that a slow server holds up no other. */
export const sendersOf = (drivers: Drivers): Record<DeliveryChannel, Sweep> =>
  Object.fromEntries(
    Object.entries(drivers).map(([channel, driver]) => [
      channel,
      (ctx: Context, take: Take) => sendDue(ctx, channel as DeliveryChannel, driver, take),
    ]),
  ) as Record<DeliveryChannel, Sweep>;

/**
 * Takes due messages, hands them over, and notes what became of it: nothing is locked while a server is waited for. Who is
 * killed in between leaves them to be handed over again, with the same id, once their lease has run out.
 */
async function sendDue(ctx: Context, channel: DeliveryChannel, driver: Driver, take: Take): Promise<number> {
  const taken = await ctx.transaction(async () => {
    const due = await takeDue(ctx, Delivery, take, { where: { channel } });
    for (const delivery of due) delivery.take(ctx.clock.now());
    return due;
  });
  ctx.dueIds = [];
  if (!taken.length) return 0;
  const outcomes = await Promise.all(taken.map((delivery) => handOver(ctx, driver, delivery)));
  await ctx.transaction(() => note(ctx, taken, outcomes, driver.isSimulated));
  for (const { error } of outcomes) ctx.app.metrics.deliveries.inc({ channel, outcome: error ?? 'SENT' });
  return taken.length;
}

async function handOver(ctx: Context, driver: Driver, delivery: Delivery): Promise<Outcome> {
  const { cipher, log } = ctx.app;
  const { id, title, channel } = delivery;
  try {
    const to = cipher.decrypt(delivery.sealedRecipient);
    const text = cipher.decrypt(delivery.sealedText!);
    await driver.send({ id, to, title, text, at: ctx.clock.now() }, AbortSignal.timeout(patienceMs));
    return { error: null };
  } catch (error) {
    if (error instanceof SendFailure)
      return { error: error.code, isFinal: error.isFinal, retryAfterMs: error.retryAfterMs };
    // The message of an error may quote what was to be sent.
    log.error({ delivery: id, channel, error: (error as Error).name }, 'sending failed');
    return { error: 'UNEXPECTED' };
  }
}

/** Whoever lost a message to another, because its lease had run out, has no more to say about it. */
async function note(ctx: Context, taken: Delivery[], outcomes: Outcome[], isSimulated: boolean): Promise<void> {
  const now = ctx.clock.now();
  const rows = await ctx.em.find(
    Delivery,
    { id: taken.map(({ id }) => id) },
    { orderBy: { place: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const finished = rows.filter((delivery) => {
    const at = taken.findIndex(({ id }) => id === delivery.id);
    if (delivery.state !== 'SENDING' || delivery.attemptCount !== taken[at]!.attemptCount) return false;
    delivery.finish(outcomes[at]!, now, isSimulated);
    return delivery.nextAt === null;
  });
  await wakeNext(ctx, finished);
  for (const delivery of finished) tell(ctx, delivery.state === 'SENT' ? 'delivery.sent' : 'delivery.dead', delivery);
}
