import { createTransport } from 'nodemailer';
import type { Driver, Outgoing } from '../../kernel/driver.js';
import { SendFailure } from './send-failure.js';

/** Where mail is handed over, and who sends it. */
export interface MailSettings {
  url: string;
  from: string;
}

/** What nodemailer tells of a failure. */
interface MailError {
  code?: string;
  responseCode?: number;
  permanent?: boolean;
}

const local = new Set(['localhost', '127.0.0.1', '[::1]']);
const patienceMs = 10_000;

/** Hands e-mail to a server by SMTP, encrypted unless the server is on this machine or its address says otherwise. */
export function mailDriver({ url, from }: MailSettings): Driver {
  const address = new URL(url);
  if (!local.has(address.hostname) && !address.searchParams.has('requireTLS'))
    address.searchParams.set('requireTLS', 'true');
  const transport = createTransport({
    url: address.href,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    dnsTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '');
  return {
    isSimulated: false,
    async send({ id, to, title, text, at }: Outgoing, signal: AbortSignal) {
      await transport
        .sendMail({
          from,
          to,
          subject: title,
          text,
          date: at,
          signal,
          messageId: `<${id}@${domain}>`,
          // No machine answers this: RFC 3834.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        .catch((error: MailError) => {
          throw failureOf(error, signal);
        });
    },
  };
}

function failureOf({ code, permanent, responseCode }: MailError, signal: AbortSignal): SendFailure {
  if (signal.aborted || code === 'ETIMEDOUT') return new SendFailure('TIMED_OUT');
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS') return new SendFailure('NOT_AUTHORIZED');
  // An address that no mail can be written to is refused before any server is asked.
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return permanent || responseCode === undefined ? new SendFailure('REFUSED', true) : new SendFailure('TRY_LATER');
  if (responseCode !== undefined) return new SendFailure('TRY_LATER');
  return new SendFailure(code === 'EPROTOCOL' ? 'TRY_LATER' : 'UNREACHABLE');
}
