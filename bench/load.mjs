/** A load generator that costs little itself: raw sockets, requests built beforehand, one in flight per connection. */
import { once } from 'node:events';
import { connect } from 'node:net';

/** Builds an HTTP request as bytes. */
export function httpRequest(body, headers = {}) {
  const bytes = Buffer.from(JSON.stringify(body));
  const lines = Object.entries({ 'Content-Type': 'application/json', ...headers, 'Content-Length': bytes.length });
  const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** One keep-alive connection. */
export class Connection {
  #socket;
  #received = Buffer.alloc(0);
  #waiting = null;

  static async open(port) {
    const connection = new Connection();
    connection.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(connection.#socket, 'connect');
    connection.#socket.on('data', (chunk) => connection.#take(chunk));
    connection.#socket.on('close', () => connection.#waiting?.reject(new Error('the server closed the connection')));
    connection.#socket.on('error', () => undefined);
    return connection;
  }

  /** Sends a request and resolves to the status and the body of its answer. */
  send(request) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close() {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#received = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk;
    const answer = parse(this.#received);
    if (!answer) return;
    this.#received = Buffer.alloc(0);
    const { resolve } = this.#waiting;
    this.#waiting = null;
    resolve(answer);
  }
}

/** The answer once it is complete; null before. */
function parse(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.latin1Slice(0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const stop = end + 4 + Number(length);
    return bytes.length < stop ? null : { status, body: bytes.subarray(end + 4, stop) };
  }
  if (bytes.length < end + 9 || bytes.latin1Slice(bytes.length - 5) !== '0\r\n\r\n') return null;
  return { status, body: unchunked(bytes.subarray(end + 4)) };
}

function unchunked(bytes) {
  const parts = [];
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.latin1Slice(at, line), 16);
    if (!size) return Buffer.concat(parts);
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 4 + size;
  }
}

/** Keeps every connection busy for a time; `next` gives each request. Latencies are in milliseconds. */
export async function drive(connections, next, milliseconds) {
  const latencies = [];
  const started = performance.now();
  const deadline = started + milliseconds;
  await Promise.all(
    connections.map(async (connection) => {
      for (let now = performance.now(); now < deadline;) {
        const { status, body } = await connection.send(next());
        const then = now;
        now = performance.now();
        latencies.push(now - then);
        if (status !== 200 || body.latin1Slice(0, 10).startsWith('{"errors"'))
          throw new Error(`answered ${status}: ${body.toString().slice(0, 500)}`);
      }
    }),
  );
  return { count: latencies.length, seconds: (performance.now() - started) / 1000, latencies };
}
