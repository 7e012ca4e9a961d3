import { createHmac } from 'node:crypto';
import type { Driver, Outgoing } from '../../kernel/driver.js';
import { SendFailure } from './send-failure.js';

/** Where a gateway takes messages, and the secret by which it knows that they are ours. */
export interface WebhookSettings {
  url: string;
  secret: Buffer;
}

/** The gateway cannot make anything of the message, now or later. */
const final = new Set([400, 410, 413, 422]);
const longestWaitMs = 3_600_000;

/**
 * Hands messages to a gateway by POST, signed as Standard Webhooks ask (`webhook-id`, `-timestamp`, `-signature`); the id
 * is the `Idempotency-Key` too. Redirects are not followed: whoever could set one would get the customers' messages.
 */
export function webhookDriver({ url, secret }: WebhookSettings): Driver {
  return {
    isSimulated: false,
    async send({ id, to, title, text, at }: Outgoing, signal: AbortSignal) {
      const body = JSON.stringify({ id, to, title, text });
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`,
        },
        body,
      }).catch(() => {
        throw new SendFailure(signal.aborted ? 'TIMED_OUT' : 'UNREACHABLE');
      });
      // What else it says is not read: it may be anything, and of any length.
      await response.body?.cancel().catch(() => undefined);
      if (!response.ok) throw failureOf(response);
    },
  };
}

const signature = (secret: Buffer, text: string) => createHmac('sha256', secret).update(text).digest('base64');

function failureOf({ status, headers }: Response): SendFailure {
  if (status < 400) return new SendFailure('REDIRECTED');
  if (status === 401 || status === 403) return new SendFailure('NOT_AUTHORIZED');
  if (final.has(status)) return new SendFailure('REFUSED', true);
  return new SendFailure('TRY_LATER', false, waitOf(headers.get('retry-after')));
}

function waitOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter ?? Number.NaN);
  return seconds > 0 ? Math.min(seconds * 1000, longestWaitMs) : undefined;
}
