import type { MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from './clock.js';
import type { Drivers } from './driver.js';
import type { Cipher } from './encryption.js';
import type { EventFeed } from './feed.js';
import type { FileStore } from './files/file-store.js';
import type { MalwareScanner } from './files/malware-scanner.js';
import type { Metrics } from './metrics.js';
import type { Context } from './context.js';
import type { PendingEvent } from './event-log.js';
import type { ViewerKind } from './viewer.js';

/** What an upper floor does, in the same transaction, when a lower floor records events of one kind, one after the other. */
export type Reaction = (ctx: Context, events: readonly PendingEvent[]) => Promise<void>;

/** Event kind → what follows from it. */
export type Reactions = Record<string, Reaction>;

/** A bucket of tokens for requests: so many come back each second, and a full one holds so many. */
export interface RequestLimit {
  perSecond: number;
  burst: number;
}

/** The parts of a running server that live as long as it does. */
export interface Application {
  orm: MikroORM;
  pool: Pool;
  clock: Clock;
  cipher: Cipher;
  feed: EventFeed;
  log: Logger;
  metrics: Metrics;
  /** Where what is uploaded is kept, encrypted. */
  files: FileStore;
  /** Looks into what is uploaded; null where none is set up. */
  scanner: MalwareScanner | null;
  /** The largest file that is taken in. */
  mostFileBytes: number;
  /** The whole API, for files that hold what it would answer. */
  schema(): GraphQLSchema;
  isDemo: boolean;
  /** Where customers and staff reach the pages; null where nobody said. */
  publicUrl: string | null;
  /** What can leave the house, and by whom. */
  drivers: Drivers;
  reactions: readonly Reactions[];
  /** By kind of caller; each key and each person has a bucket of their own. */
  requestLimits: Partial<Record<ViewerKind, RequestLimit>>;
}
