import { setTimeout as sleep } from 'node:timers/promises';

/** How the server answered to one row. */
export type Answer =
  | { kind: 'registered'; reference: string }
  | { kind: 'refused'; code: string; message: string; fields: Record<string, string> };

/** Nothing can be registered: a wrong key, a wrong address, or a server that stays away. */
export class RegistrarMistake extends Error {
  constructor(
    message: string,
    readonly isUsage: boolean,
  ) {
    super(message);
  }
}

interface ServerError {
  message: string;
  extensions?: { code?: string; fields?: Record<string, string>; retryAfterSeconds?: number };
}

/** Where to register, with which key, and what may be cut short. */
export interface RegistrarOptions {
  url: string;
  apiKey: string;
  language: string;
  timeoutMs?: number;
  /** How long to bear a server that answers nothing usable before giving up. */
  patienceMs?: number;
  onWait?: (reason: string, seconds: number) => void;
}

const document = `mutation Import($input: RegisterComplaintInput!) { registerComplaint(input: $input) { reference } }`;

interface Transient {
  kind: 'later';
  reason: string;
  seconds?: number;
}

function judge(error: ServerError): Answer | Transient {
  const { code = 'INTERNAL_SERVER_ERROR', fields = {}, retryAfterSeconds } = error.extensions ?? {};
  if (code === 'UNAUTHENTICATED')
    throw new RegistrarMistake(`The server does not accept the key: ${error.message}`, true);
  if (code.startsWith('GRAPHQL_')) throw new RegistrarMistake(`The server has another API: ${error.message}`, true);
  if (code === 'RATE_LIMITED' || code === 'UNAVAILABLE') {
    return { kind: 'later', reason: code, seconds: retryAfterSeconds ?? 1 };
  }
  return { kind: 'refused', code, message: error.message, fields };
}

async function read(response: Response): Promise<Answer | Transient> {
  const text = await response.text();
  let body: { data?: { registerComplaint?: { reference: string } }; errors?: ServerError[] } | undefined;
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    body = undefined;
  }
  if (body?.errors?.[0]) return judge(body.errors[0]);
  if (body?.data?.registerComplaint) return { kind: 'registered', reference: body.data.registerComplaint.reference };
  if ([429, 500, 502, 503, 504].includes(response.status)) {
    const seconds = Number(response.headers.get('retry-after')) || undefined;
    return { kind: 'later', reason: `HTTP ${response.status}`, seconds };
  }
  throw new RegistrarMistake(`${response.url} does not answer like Jiesu (HTTP ${response.status}).`, true);
}

/** Registers complaints one by one over the API, as patient as the server asks it to be. */
export class Registrar {
  readonly #endpoint: string;
  #restUntil = 0;
  #lastAnswerAt = Date.now();

  constructor(private readonly options: RegistrarOptions) {
    this.#endpoint = `${options.url.replace(/\/(graphql\/?)?$/, '')}/graphql`;
  }

  /** Sends one complaint until the server has decided on it; the idempotency key makes repeats harmless. */
  async register(input: Record<string, unknown>, stop: AbortSignal): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const rest = this.#restUntil - Date.now();
      if (rest > 0) await sleep(rest + Math.random() * 200, undefined, { signal: stop });
      const answer = await this.#send(input, stop);
      if (answer.kind === 'refused' && answer.code === 'INTERNAL_SERVER_ERROR' && attempt < 2) {
        await sleep(1000, undefined, { signal: stop });
        continue;
      }
      if (answer.kind !== 'later') {
        this.#lastAnswerAt = Date.now();
        return answer;
      }
      this.#wait(answer, attempt);
    }
  }

  async #send(input: Record<string, unknown>, stop: AbortSignal): Promise<Answer | Transient> {
    const { apiKey, language, timeoutMs = 30_000 } = this.options;
    try {
      const response = await fetch(this.#endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}`, 'accept-language': language },
        body: JSON.stringify({ query: document, variables: { input } }),
        signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]),
      });
      return await read(response);
    } catch (error) {
      if (stop.aborted || error instanceof RegistrarMistake) throw error;
      const { name, cause } = error as Error & { cause?: { code?: string } };
      return { kind: 'later', reason: name === 'TimeoutError' ? 'no answer in time' : (cause?.code ?? String(error)) };
    }
  }

  #wait({ reason, seconds }: Transient, attempt: number): void {
    const { patienceMs = 300_000, onWait } = this.options;
    // A server that only asks for a slower pace is never given up.
    if (reason === 'RATE_LIMITED') this.#lastAnswerAt = Date.now();
    if (Date.now() - this.#lastAnswerAt > patienceMs) {
      throw new RegistrarMistake(`The server at ${this.#endpoint} stays away: ${reason}.`, false);
    }
    const pause = seconds ?? Math.min(15, 0.5 * 2 ** Math.min(attempt, 6));
    const until = Date.now() + pause * 1000;
    // Eight rows fail together; only the first of them is news.
    if (until > this.#restUntil + 1000) onWait?.(reason, pause);
    this.#restUntil = Math.max(until, this.#restUntil);
  }
}
