import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { command, find, type Context } from '../../kernel/context.js';
import { say } from '../../kernel/messages.js';
import { eventsOf, hashAt, namedSince, type SubjectEvent } from '../../kernel/subject-events.js';
import { takeToken } from '../../org/sign-in/rate-limit.js';
import { requireMay } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { Evidence } from '../evidence/evidence.js';
import { openEvidence } from '../evidence/open-evidence.js';
import { CaseFileExport } from './case-file-export.js';
import type { CaseFileFault, CaseFileFinding, CaseFileVerification } from './case-file-verification.js';
import { mayExport } from './case-file.access.js';
import { filedRows, noteRows, sha256Of, type NotedState } from './noted-state.js';

/** Further ones say nothing new: the file is not what it was. */
const mostFindings = 200;

/** It reads every byte of the evidence. */
const quota = { limit: 30, windowSeconds: 3600 };

type Fault = Pick<CaseFileFinding, 'fault' | 'type'> & Partial<CaseFileFinding>;

/**
 * The bank gets: any change of a complaint's file that the log does not tell of is found and named (D2-五.1): its
 * events are recomputed in the chain, its evidence hashed anew, its rows held against the last export.
 */
export async function verifyCaseFile(ctx: Context, id: string): Promise<CaseFileVerification> {
  const { evidence, faults, ...counted } = await lookInto(ctx, id);
  await takeToken(ctx.app, 'verifyCaseFile', ctx.viewer.id!, quota);
  for (const each of evidence) {
    const fault = await faultOfFile(ctx, each);
    if (fault) faults.push({ fault, type: 'Evidence', id: each.id });
  }
  const findings = faults.slice(0, mostFindings).map(({ fault, type, id: rowId = null, seq = null }) => {
    const text = say(ctx.locale, { key: `caseFile.fault.${fault}`, params: { type, which: seq ?? rowId ?? '' } });
    return { fault, type, id: rowId, seq, text };
  });
  return { isIntact: !faults.length, at: ctx.clock.now(), evidenceCount: evidence.length, ...counted, findings };
}

const lookInto = command(async (ctx: Context, id: string) => {
  const complaint = await find(ctx, Complaint, id);
  await requireMay(ctx, complaint, mayExport('MASKED'));
  const events = await eventsOf(ctx.em, id);
  const faults = events.flatMap(({ event: { seq }, fault }): Fault[] =>
    fault ? [{ fault: `EVENT_${fault}`, type: 'Event', seq }] : [],
  );
  const lastExport = await ctx.em.findOne(
    CaseFileExport,
    { complaint: id },
    { orderBy: { createdAt: 'desc', id: 'desc' }, populate: ['exportedBy'] },
  );
  let rowCount = 0;
  if (lastExport) {
    const noted = JSON.parse(lastExport.noted) as NotedState;
    if (!isAsLogged(lastExport, events))
      faults.push({ fault: 'EXPORT_ALTERED', type: 'CaseFileExport', id: lastExport.id });
    faults.push(...(await missingEvents(ctx, noted, events)));
    const rows = await compareRows(ctx, id, noted, events);
    faults.push(...rows.faults);
    rowCount = rows.count;
  }
  const evidence = await ctx.em.find(Evidence, { complaint: id }, { orderBy: { collectedAt: 'asc', id: 'asc' } });
  return { faults, evidence, eventCount: events.length, rowCount, lastExport };
});

function isAsLogged(
  { id, noted, archiveSha256, manifestSha256 }: CaseFileExport,
  events: readonly SubjectEvent[],
): boolean {
  const data = events.find(({ event }) => event.objectId === id)?.event.data;
  return (
    data?.['state'] === sha256Of(noted) && data['archive'] === archiveSha256 && data['manifest'] === manifestSha256
  );
}

async function missingEvents(ctx: Context, noted: NotedState, events: readonly SubjectEvent[]): Promise<Fault[]> {
  const hashes = new Map(events.map(({ event: { seq, hash } }) => [seq, hash]));
  const gone = noted.events.filter(([seq, hash]) => hashes.get(seq) !== hash);
  const { head } = noted;
  if (head && (await hashAt(ctx.em, head.seq)) !== head.hash) gone.push([head.seq, head.hash]);
  return [...new Set(gone.map(([seq]) => seq))].map((seq) => ({ fault: 'EVENT_MISSING', type: 'Event', seq }));
}

async function compareRows(
  ctx: Context,
  complaintId: string,
  noted: NotedState,
  events: readonly SubjectEvent[],
): Promise<{ faults: Fault[]; count: number }> {
  const since = noted.head?.seq ?? '0';
  // What happened to the complaint since then; that it was read or taken out changes no row.
  const hasHappened = events.some(({ event: { seq, audience } }) => BigInt(seq) > BigInt(since) && audience !== null);
  const faults: Fault[] = [];
  const unexplained: Fault[] = [];
  let count = 0;
  for (const kind of filedRows()) {
    const type = kind[0].name;
    const before = noted.rows[type];
    if (!before) continue;
    const now = new Map((await noteRows(ctx, complaintId, kind, before.columns)).map((row) => [row[0], row]));
    for (const [id, version, digest] of before.rows) {
      const row = now.get(id);
      // Every change that the system makes raises the version and is told in the log.
      if (!row) faults.push({ fault: 'ROW_MISSING', type, id });
      else if (row[2] !== digest && row[1] === version) faults.push({ fault: 'ROW_ALTERED', type, id });
      else if (row[2] !== digest && !hasHappened) unexplained.push({ fault: 'ROW_ALTERED', type, id });
    }
    count += before.rows.length;
  }
  const named = await namedSince(
    ctx.em,
    since,
    unexplained.map(({ id }) => id!),
  );
  return { faults: [...faults, ...unexplained.filter(({ id }) => id === complaintId || !named.has(id!))], count };
}

async function faultOfFile({ app }: Context, evidence: Evidence): Promise<CaseFileFault | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(await openEvidence(app, evidence), hash);
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? 'EVIDENCE_MISSING' : 'EVIDENCE_ALTERED';
  }
  return hash.digest('hex') === evidence.sha256 ? null : 'EVIDENCE_ALTERED';
}
