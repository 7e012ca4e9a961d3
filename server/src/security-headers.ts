import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Directives = Record<string, string[]>;

/** For what is no page: nothing of an answer may ever run or be shown in a frame. */
const none: Directives = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] };

const page = (style: string[], frameAncestors: string[]): Directives => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", ...style],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors,
});

const isPage = (path: string) => !/^\/(?:graphql|evidence|exports|livez|readyz|schema\.graphql)(?:\/|$)/.test(path);

/**
 * Security headers of every answer; a page finds a fresh nonce for its styles in `response.locals.nonce`. Only the page of
 * customers may stand in a frame, on sites of the bank that are named.
 */
export function securityHeaders(
  strictTransportSecurity: boolean,
  trackFrameOrigins: readonly string[],
): RequestHandler {
  const headers = (directives: Directives, isFramed = false) =>
    helmet({
      strictTransportSecurity,
      contentSecurityPolicy: { useDefaults: false, directives },
      // Older browsers would hold to it against the policy.
      xFrameOptions: isFramed ? false : { action: 'sameorigin' },
    });
  const ofData = headers(none);
  return (request, response, next) => {
    if (!isPage(request.path)) return ofData(request, response, next);
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    // The explorer's editor writes its styles at run time, without a nonce; its scripts are held like all others.
    const style = request.path === '/graphiql' ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`];
    const isFramed = request.path === '/track' && trackFrameOrigins.length > 0;
    headers(page(style, isFramed ? [...trackFrameOrigins] : ["'none'"]), isFramed)(request, response, next);
  };
}
