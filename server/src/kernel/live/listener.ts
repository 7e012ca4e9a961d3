import type { Context } from '../context.js';
import type { Locale } from '../messages.js';
import type { Viewer } from '../viewer.js';

/** Where feeds are told to: an open socket, and who sits at it. */
export interface Line {
  /** With the rights of the last look. */
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** Whether the last look still holds, without asking the database. */
  readonly isFresh: boolean;
  /** Whether more may be sent now without piling up. */
  readonly hasRoom: boolean;
  /** Looks at the viewer's rights anew; false once nothing may be told any more. */
  revalidate(): Promise<boolean>;
  /** A context of the viewer as of now. */
  context(): Context;
  /** Sends the payload, JSON, of the next event of a subscription. */
  tell(subscriptionId: string, payload: string): void;
}

/** One subscription: how far it has been told, and how it ends. */
export class Listener {
  leave: () => void = () => undefined;
  /** The viewer by whose rights its group was found. */
  judged: Viewer | null = null;
  private settle!: { over: () => void; failed: (error: unknown) => void };
  private readonly over: Promise<void>;

  constructor(
    readonly line: Line,
    private readonly id: string,
    /** The last place in the log that it was told or that says nothing to it. */
    public position: bigint,
  ) {
    this.over = new Promise((over, failed) => (this.settle = { over, failed }));
    // Nobody may be waiting yet.
    this.over.catch(() => undefined);
  }

  tell(payload: string): void {
    this.line.tell(this.id, payload);
  }

  end(): void {
    this.leave();
    this.settle.over();
  }

  fail(error: unknown): void {
    this.leave();
    this.settle.failed(error);
  }

  /** For graphql-ws: events do not pass through it, only the end does. */
  untilOver(): AsyncGenerator<never, void> {
    const done = { done: true as const, value: undefined };
    return {
      next: () => this.over.then(() => done),
      return: async () => {
        this.end();
        return done;
      },
      throw: async (error) => {
        this.end();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: async () => this.end(),
    };
  }
}
