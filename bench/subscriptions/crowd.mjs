/** Thousands of listeners in one process: each counts when a message reaches it. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

const atOnce = 50;
const longestMs = 30_000;

/** Everybody who listens to one server. */
export class Crowd {
  #sockets = [];
  #heard = null;
  /** The last message that came, as it came. */
  last = '';

  /** Opens sockets up to a number; `introduce` makes each ready to hear. */
  async grow(url, count, introduce) {
    while (this.#sockets.length < count) {
      const missing = Math.min(atOnce, count - this.#sockets.length);
      const fresh = await Promise.all(Array.from({ length: missing }, (_, index) => this.#open(url, introduce, index)));
      this.#sockets.push(...fresh);
    }
  }

  /** Does something that everybody must hear of; answers after how many milliseconds each did. */
  async hear(work) {
    const latencies = [];
    const everybody = Promise.withResolvers();
    const began = performance.now();
    this.#heard = () => {
      latencies.push(performance.now() - began);
      if (latencies.length === this.#sockets.length) everybody.resolve();
    };
    const late = AbortSignal.timeout(longestMs);
    late.addEventListener('abort', () =>
      everybody.reject(new Error(`only ${latencies.length} of ${this.#sockets.length} heard`)),
    );
    await Promise.all([work(), everybody.promise]);
    // Whatever came twice would come now.
    await sleep(50);
    if (latencies.length !== this.#sockets.length) throw new Error('somebody heard twice');
    this.#heard = null;
    return latencies;
  }

  async leave() {
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets = [];
  }

  async #open(url, introduce, index) {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    await once(socket, 'open');
    await introduce?.(socket, index);
    socket.on('message', (data) => {
      if (this.last === '') this.last = String(data);
      this.#heard?.();
    });
    return socket;
  }
}

/** A socket of a person who follows complaints. */
export async function follow(socket, token, query) {
  const acknowledged = once(socket, 'message');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  const [text] = await acknowledged;
  if (!String(text).includes('connection_ack')) throw new Error(`refused: ${text}`);
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
}
