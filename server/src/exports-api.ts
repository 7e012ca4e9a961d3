import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { downloadExport } from './complaints/exports/download-export.actions.js';
import { codedErrorOf, formatErrors, statuses } from './error-response.js';
import type { Application } from './kernel/application.js';
import { Context } from './kernel/context.js';
import { localeOf } from './kernel/messages.js';
import { anonymous } from './kernel/viewer.js';
import { noteRefusals } from './org/sign-in/note-refusal.js';
import { admit } from './request.js';

/** What a download is charged for, in requests. */
const tokens = 10;

/** Files that were written for somebody, by plain HTTP: `GET /exports/ID` with the proof that a link carries. */
export function exportsApi(app: Application): Router {
  const router = Router();
  router.get('/:id', (request, response) => download(app, request, response));
  return router;
}

async function download(app: Application, request: Request<{ id: string }>, response: Response): Promise<void> {
  const locale = localeOf(request.headers['accept-language']);
  let ctx = new Context(app, anonymous, locale, request.ip ?? 'unknown');
  try {
    ctx = new Context(app, await admit(app, request, tokens), locale, ctx.address);
    const query = new URL(request.url, 'http://localhost').searchParams;
    const { fileName, bytes } = await downloadExport(ctx, request.params.id, query);
    response.attachment(fileName);
    await pipeline(bytes, response);
  } catch (error) {
    // Whoever has gone, or has half of it, is told nothing more.
    if (response.headersSent || response.destroyed) return void response.destroy();
    const { code = 'INTERNAL_SERVER_ERROR' } = codedErrorOf(error) ?? {};
    if (code === 'FORBIDDEN' || code === 'NOT_FOUND') await noteRefusals(ctx, [{ field: 'exportJob', code }]);
    response.status(statuses[code]).json({ errors: formatErrors([error], locale, app.log) });
  }
}
