import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { addEvidence, type Addition } from './complaints/evidence/add-evidence.actions.js';
import { takeEvidence } from './complaints/evidence/download-evidence.actions.js';
import type { Evidence } from './complaints/evidence/evidence.js';
import { clearName, openEvidence } from './complaints/evidence/open-evidence.js';
import { tooLargeKey, type Upload } from './complaints/evidence/upload.js';
import { codedErrorOf, formatErrors, statuses } from './error-response.js';
import type { Application } from './kernel/application.js';
import { Context } from './kernel/context.js';
import { badInput, rateLimited, unavailable, type ErrorDetails } from './kernel/errors.js';
import { maskText } from './kernel/masking.js';
import { localeOf } from './kernel/messages.js';
import { anonymous, type Viewer } from './kernel/viewer.js';
import { noteRefusals } from './org/sign-in/note-refusal.js';
import { admit } from './request.js';

/** What an upload is charged for, in requests. */
const tokens = 10;
/** Uploads that a process takes in at the same time, and those of one caller. */
const mostAtOnce = 64;
const mostOfOne = 8;
/** A sender that falls silent for so long has gone. */
const silentMs = 30_000;
/** For the rest of a refused body, so that its sender can still read why. */
const lingerMs = 3000;

/** Evidence by plain HTTP, as streams: `POST /evidence` takes a file in, a link of `downloadEvidence` gives one out. Errors look as those of GraphQL. */
export async function evidenceApi(app: Application): Promise<Router> {
  await app.files.prepare();
  const router = Router();
  const gate = new Gate();
  const upload = answering(app, 'addEvidence', tokens, async (ctx, request, response) => {
    const leave = gate.enter(ctx.viewer.id ?? ctx.address);
    try {
      const addition = await addEvidence(ctx, uploadOf(request));
      response.status(addition.isRetry ? 200 : 201).json(answerOf(app, addition));
    } finally {
      leave();
    }
  });
  router.post('/', upload);
  router.get(
    '/:linkId',
    answering(app, 'downloadEvidence', 1, async (ctx, request, response) => {
      await sendFile(app, await takeEvidence(ctx, String(request.params['linkId'])), response);
    }),
  );
  return router;
}

/** How many are at work, in all and of each caller: each holds some buffers, and slow ones hold them long. */
class Gate {
  private readonly inside = new Map<string, number>();
  private count = 0;

  /** Lets one more in, who calls the answer when they leave. */
  enter(who: string): () => void {
    const own = this.inside.get(who) ?? 0;
    if (own >= mostOfOne) throw rateLimited(1);
    if (this.count >= mostAtOnce) throw unavailable(2);
    this.inside.set(who, own + 1);
    this.count++;
    return () => {
      this.count--;
      const left = this.inside.get(who)! - 1;
      if (left) this.inside.set(who, left);
      else this.inside.delete(who);
    };
  }
}

type Work = (ctx: Context, request: Request, response: Response) => Promise<void>;

/** Admits the caller, does the work, and answers an error with its status; what was refused by the rules is noted in the audit. */
function answering(app: Application, field: string, charged: number, work: Work): RequestHandler {
  return async (request, response) => {
    const locale = localeOf(request.headers['accept-language']);
    const ctxOf = (viewer: Viewer) => new Context(app, viewer, locale, request.ip ?? 'unknown');
    let ctx = ctxOf(anonymous);
    request.setTimeout(silentMs, () => void request.destroy());
    try {
      ctx = ctxOf(await admit(app, request, charged));
      await work(ctx, request, response);
    } catch (error) {
      // Nobody is there any more to be told.
      if (request.destroyed && !request.complete) return;
      const { code = 'INTERNAL_SERVER_ERROR', details } = codedErrorOf(error) ?? {};
      if (code === 'FORBIDDEN' || code === 'NOT_FOUND') await noteRefusals(ctx, [{ field, code }]);
      if (response.headersSent) return void response.destroy();
      if (details?.retryAfterSeconds) response.set('Retry-After', String(details.retryAfterSeconds));
      const status = isTooLarge(details) ? 413 : statuses[code];
      response.status(status).json({ errors: formatErrors([error], locale, app.log) });
      linger(request);
    }
  };
}

/** The bytes, to be kept and never shown: whatever they are, they run nowhere near this site. */
async function sendFile(app: Application, evidence: Evidence, response: Response): Promise<void> {
  const bytes = await openEvidence(app, evidence);
  response.attachment(clearName(app.cipher, evidence)).set({
    'Content-Type': evidence.type,
    'Content-Length': String(evidence.sizeBytes),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  await pipeline(bytes, response);
}

const isTooLarge = (details: ErrorDetails | undefined) => {
  const remark = details?.fields?.['file'];
  return typeof remark === 'object' && remark.key === tooLargeKey;
};

/** Lets the rest of a body pass unread for a moment, then ends the connection. */
function linger(request: Request): void {
  if (request.complete) return;
  request.resume();
  setTimeout(() => request.complete || request.destroy(), lingerMs).unref();
}

function uploadOf(request: Request): Upload {
  const { headers, url } = request;
  const query = new URL(url, 'http://localhost').searchParams;
  const length = headers['content-length'];
  return {
    complaintId: query.get('complaintId'),
    trackingCode: textOf(request, 'Tracking-Code', 'trackingCode'),
    // What may hold names stands in headers, since addresses are written into logs.
    name: textOf(request, 'File-Name', 'name'),
    source: query.get('source'),
    description: textOf(request, 'File-Description', 'description'),
    // A page of another origin may not send it without leave, which nobody gives: that is what stops forged requests.
    idempotencyKey: textOf(request, 'Idempotency-Key', 'idempotencyKey'),
    announcedBytes: length === undefined ? null : Number(length),
    isRaw:
      !/^multipart\//i.test(headers['content-type'] ?? '') &&
      (headers['content-encoding'] ?? 'identity') === 'identity',
    body: request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
  };
}

/** A header in percent-encoded UTF-8, as `encodeURIComponent` makes it; null when absent. */
function textOf(request: Request, header: string, field: string): string | null {
  const given = request.get(header);
  if (given === undefined) return null;
  try {
    return decodeURIComponent(given);
  } catch {
    throw badInput({ [field]: 'field.badCharacters' });
  }
}

function answerOf({ cipher }: Application, { evidence }: Addition) {
  const { id, type, sizeBytes, sha256, source, scanState, collectedAt } = evidence;
  const name = maskText(clearName(cipher, evidence));
  return { id, name, type, sizeBytes, sha256, source, scanState, collectedAt };
}
