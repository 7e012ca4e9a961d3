import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as the gateway took it. */
export interface Call {
  headers: IncomingMessage['headers'];
  raw: string;
  body: { id: string; to: string; title: string; text: string };
}

/** A stand-in for a gateway of text messages: keeps what it was sent and answers as it is told, 200 unless told otherwise. */
export async function startGateway() {
  const calls: Call[] = [];
  const state: { answer(response: ServerResponse, call: Call): void } = { answer: (response) => void response.end() };
  const server = createServer(async (request, response) => {
    let raw = '';
    for await (const chunk of request) raw += chunk;
    const call = { headers: request.headers, raw, body: JSON.parse(raw) as Call['body'] };
    calls.push(call);
    state.answer(response, call);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    calls,
    state,
    /** Answers with this status from now on. */
    answerWith(status: number, headers: Record<string, string> = {}) {
      state.answer = (response) => void response.writeHead(status, headers).end();
    },
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
