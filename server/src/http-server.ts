import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerOptions, ServerResponse } from 'node:http';

const second = 1000;

/** How long a caller may take to send, so that slow ones do not hold connections for ever, and how much in headers. */
export const httpLimits: ServerOptions & { requestTimeout: number } = {
  headersTimeout: 10 * second,
  requestTimeout: 30 * second,
  connectionsCheckingInterval: 2 * second,
  // Longer than a proxy keeps its connections, so that it is not the server that closes one while it is being used.
  keepAliveTimeout: 75 * second,
  maxHeaderSize: 16 * 1024,
};

/** A recording over a slow line takes its time; whoever falls silent meanwhile is let go by the door that takes it. */
const longestUploadMs = 15 * 60 * second;
const isUpload = ({ url }: IncomingMessage) => /^\/evidence(?:\/?\?|\/?$)/.test(url ?? '');

/** An HTTP server that lets nobody take their time: 408 for a slow request, 431 for too many headers. */
export function createBoundedServer(listener: RequestListener, limits: typeof httpLimits = httpLimits): Server {
  return createServer({ ...limits, requestTimeout: longestUploadMs }, (request, response) => {
    if (!isUpload(request)) letGoAfter(limits.requestTimeout, request, response);
    listener(request, response);
  });
}

/** Ends a request whose body is not there in time. */
function letGoAfter(ms: number, request: IncomingMessage, response: ServerResponse): void {
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent) response.writeHead(408, { connection: 'close' }).end();
    setImmediate(() => request.destroy());
  }, ms).unref();
  request.once('close', () => clearTimeout(timer));
}
