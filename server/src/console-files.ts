import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';

const folder = fileURLToPath(new URL('../../admin/dist', import.meta.url));

/** Serves the built console and explorer; each page carries the nonce that its policy allows styles by. */
export function consoleFiles(): Router {
  const router = Router();
  router.get('/graphiql', (_request, response) => page('graphiql.html', response));
  router.use(express.static(folder, { index: false, maxAge: '1h', setHeaders: cacheHashed }));
  // Any other path is a page of the console, whose own router knows it.
  router.get(/^\/(?!assets\/)[^.]*$/, (_request, response) => page('index.html', response));
  return router;
}

function page(name: string, response: express.Response): void {
  const file = join(folder, name);
  if (!existsSync(file)) {
    response.status(503).type('text/plain').send('The console is not built: npm run build');
    return;
  }
  const html = readFileSync(file, 'utf8').replaceAll('__CSP_NONCE__', String(response.locals['nonce']));
  response.type('html').set('Cache-Control', 'no-store').send(html);
}

function cacheHashed(response: express.Response, path: string): void {
  if (path.includes('/assets/')) response.set('Cache-Control', 'public, max-age=31536000, immutable');
}
