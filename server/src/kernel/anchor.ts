import { appendFile, readFile } from 'node:fs/promises';
import { ConfigError } from '../config.js';
import type { Application } from './application.js';
import { runSql, type SqlSource } from './sql.js';
import type { ChainPlace } from './verify-chain.js';

/** A head of the chain, noted where whoever rules the database cannot write. */
export interface Anchor extends ChainPlace {
  /** ISO 8601. */
  at: string;
}

const day = 24 * 3_600_000;

/** Notes the head of the chain at once and then daily, in the log and at the end of a file, one JSON object a line. */
export async function startAnchors(app: Application, file: string | undefined): Promise<{ stop(): void }> {
  await noteAnchor(app, file).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall) throw new ConfigError([`AUDIT_ANCHOR_FILE: ${error.message}`]);
    throw error;
  });
  const again = () =>
    noteAnchor(app, file).catch((error: Error) =>
      app.log.error({ error: error.message }, 'the head of the audit chain could not be noted'),
    );
  const timer = setInterval(again, day).unref();
  return { stop: () => clearInterval(timer) };
}

/** Notes the head of the chain as of now; nothing as long as there is no event. */
export async function noteAnchor({ pool, clock, log }: Application, file: string | undefined): Promise<void> {
  const text = 'select seq, hash from event order by seq desc limit 1';
  const [head] = await runSql<ChainPlace>(pool, { text, values: [] });
  if (!head) return;
  const anchor: Anchor = { at: clock.now().toISOString(), ...head };
  log.info({ anchor }, 'head of the audit chain');
  if (file) await appendFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true });
}

/** The anchors of a file; throws at a line that is none, since nobody but the server should have written there. */
export async function readAnchors(file: string): Promise<Anchor[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line, index) => {
    const anchor = parse(line);
    if (!anchor) throw new Error(`AUDIT_ANCHOR_FILE: line ${index + 1} is no anchor`);
    return anchor;
  });
}

function parse(line: string): Anchor | null {
  try {
    const { at, seq, hash } = JSON.parse(line) as Partial<Anchor>;
    return typeof at === 'string' && /^\d+$/.test(seq ?? '') && typeof hash === 'string'
      ? { at, seq: seq!, hash }
      : null;
  } catch {
    return null;
  }
}

/** Holds a chain that is whole in itself against older heads: finds a tail that was cut off and a history written anew. */
export async function verifyAnchors(
  source: SqlSource,
  anchors: readonly Anchor[],
): Promise<{ seq: string; reason: string } | null> {
  const rows = await runSql<ChainPlace>(source, {
    text: 'select seq, hash from event where seq = any($1::bigint[])',
    values: [anchors.map(({ seq }) => seq)],
  });
  const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  const wrong = anchors
    .filter(({ seq, hash }) => hashes.get(seq) !== hash)
    .toSorted((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)))[0];
  if (!wrong) return null;
  const isThere = hashes.has(wrong.seq);
  const reason = isThere
    ? `is not the event that was noted on ${wrong.at}: it or one before it was written anew`
    : `is missing, though it was noted on ${wrong.at}: the end of the log was cut off`;
  return { seq: wrong.seq, reason };
}
