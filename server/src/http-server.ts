import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

const second = 1000;

/** How long a caller may take to send, so that slow ones do not hold connections for ever, and how much in headers. */
export const httpLimits: ServerOptions = {
  headersTimeout: 10 * second,
  requestTimeout: 30 * second,
  connectionsCheckingInterval: 2 * second,
  // Longer than a proxy keeps its connections, so that it is not the server that closes one while it is being used.
  keepAliveTimeout: 75 * second,
  maxHeaderSize: 16 * 1024,
};

/** An HTTP server that lets nobody take their time: 408 for a slow request, 431 for too many headers. */
export const createBoundedServer = (listener: RequestListener, limits: ServerOptions = httpLimits): Server =>
  createServer(limits, listener);
