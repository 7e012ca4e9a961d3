import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import helmet from 'helmet';

const folder = fileURLToPath(new URL('../../admin/dist', import.meta.url));

/** Serves the built console and explorer, with security headers and a fresh nonce for styles in each page. */
export function consoleFiles(isSecure: boolean): Router {
  const router = Router();
  router.use(headers(isSecure));
  router.get('/graphiql', (_request, response) => page('graphiql.html', response));
  router.use(express.static(folder, { index: false, maxAge: '1h', setHeaders: cacheHashed }));
  // Any other path is a page of the console, whose own router knows it.
  router.get(/^\/(?!assets\/)[^.]*$/, (_request, response) => page('index.html', response));
  return router;
}

function headers(isSecure: boolean): express.RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    // The explorer's editor makes its styles and workers at run time.
    const isExplorer = request.path === '/graphiql';
    helmet({
      strictTransportSecurity: isSecure,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: isExplorer ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          workerSrc: ["'self'", 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
    })(request, response, next);
  };
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
