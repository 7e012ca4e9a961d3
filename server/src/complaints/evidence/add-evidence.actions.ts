import { LockMode, ref } from '@mikro-orm/core';
import { command, create, find, record, type Context } from '../../kernel/context.js';
import {
  badInput,
  CodedError,
  conflict,
  notFound,
  requireOpen,
  unauthenticated,
  unavailable,
} from '../../kernel/errors.js';
import type { ReceivedFile } from '../../kernel/files/file-store.js';
import type { Scan } from '../../kernel/files/malware-scanner.js';
import { Staff } from '../../org/staff/staff.js';
import { requireVerb } from '../complaint/complaint.actions.js';
import { Complaint } from '../complaint/complaint.js';
import { complaintIdOf } from '../tracking/track-complaint.js';
import { mayAddOwn } from './evidence.access.js';
import { Evidence } from './evidence.js';
import { kindOfFile } from './file-kind.js';
import { fileNameFor } from './file-name.js';
import { TextProbe } from './text-probe.js';
import { checkUpload, tooLarge, type Announcement, type Upload } from './upload.js';

/** Files of one complaint, and those of them that its complainant may add without a sign-in. */
const mostFiles = 200;
const mostOwnFiles = 50;

/** A file as it was added, now or by an earlier try. */
export interface Addition {
  evidence: Evidence;
  isRetry: boolean;
}

/**
 * The bank gets: proof is kept as it came in, with its hash, source, collector and time (D1-五.2(2), D6-四.2(2)). The
 * bytes are safe on the disk before the row commits, and what breaks off or is refused leaves nothing.
 * `UNAVAILABLE` where a scanner is set up and cannot be asked; `CONFLICT` for a reused key.
 */
export async function addEvidence(ctx: Context, upload: Upload): Promise<Addition> {
  const announced = checkUpload(ctx, upload);
  const target = await targetOf(ctx, announced);
  await requireRoom(ctx, target, announced);
  const scan = (await ctx.app.scanner?.begin()) ?? null;
  try {
    const text = new TextProbe();
    const file = await receive(ctx, upload, text, scan);
    return await keepOrDiscard(file, async () => {
      if (scan) await requireClean(ctx, target, scan);
      const kind = await kindOfFile(file, text, announced.name);
      if (!kind) throw badInput({ file: 'evidence.notAccepted' });
      await file.keep();
      return fileEvidence(ctx, target, announced, file, kind);
    });
  } finally {
    scan?.end();
  }
}

/** Whose evidence it is to be, and whether it is the complainant who shows the code. */
interface Target {
  complaintId: string;
  isOwn: boolean;
  caller: string;
}

async function targetOf(ctx: Context, { complaintId, trackingCode }: Announcement): Promise<Target> {
  if (trackingCode !== null) {
    const id = await complaintIdOf(ctx, trackingCode);
    return { complaintId: id, isOwn: true, caller: id };
  }
  if (ctx.viewer.id === null) throw unauthenticated();
  return { complaintId: complaintId!, isOwn: false, caller: ctx.viewer.id };
}

/** Before a byte is read: whether they may, and whether there is room. What has been added already may be sent again. */
const requireRoom = command(async (ctx: Context, target: Target, announced: Announcement): Promise<void> => {
  const complaint = await complaintFor(ctx, target);
  if (await earlier(ctx, target, announced)) return;
  await requireMayAdd(ctx, target, complaint);
});

async function complaintFor(ctx: Context, { complaintId, isOwn }: Target): Promise<Complaint> {
  if (!isOwn) return find(ctx, Complaint, complaintId);
  const complaint = await ctx.em.findOne(Complaint, { id: complaintId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return complaint ?? gone();
}

async function requireMayAdd(ctx: Context, { isOwn, caller }: Target, complaint: Complaint): Promise<void> {
  if (isOwn) requireOpen(mayAddOwn(complaint.status), () => []);
  else await requireVerb(ctx, complaint, 'addEvidence');
  await requireFewer(ctx, { complaint: complaint.id }, mostFiles);
  if (isOwn) await requireFewer(ctx, { complaint: complaint.id, caller }, mostOwnFiles);
}

async function requireFewer(ctx: Context, where: { complaint: string; caller?: string }, most: number): Promise<void> {
  if ((await ctx.em.count(Evidence, where)) >= most)
    throw badInput({ file: { key: 'evidence.tooMany', params: { most } } });
}

const earlier = (ctx: Context, { caller }: Target, { idempotencyKey }: Announcement) =>
  ctx.em.findOne(Evidence, { caller, idempotencyKey });

/** The bytes go through all that looks at them into the store, at the pace of the slowest. */
async function receive(ctx: Context, { body }: Upload, text: TextProbe, scan: Scan | null): Promise<ReceivedFile> {
  const probed = text.through(bounded(ctx, body));
  try {
    const file = await ctx.app.files.receive(scan ? scan.through(probed) : probed);
    if (file.sizeBytes) return file;
    await file.discard();
  } catch (error) {
    throw isDiskFull(error) ? unavailable(60) : error;
  }
  throw badInput({ file: 'evidence.empty' });
}

async function* bounded(ctx: Context, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of body) {
    count += chunk.length;
    if (count > ctx.app.mostFileBytes) throw badInput({ file: tooLarge(ctx) });
    yield chunk;
  }
}

const isDiskFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');

/** What is refused, or was there already, leaves no file; where it is not known whether the row was written, the sweep decides. */
async function keepOrDiscard(file: ReceivedFile, work: () => Promise<Addition>): Promise<Addition> {
  try {
    const addition = await work();
    if (addition.isRetry) await file.discard();
    return addition;
  } catch (error) {
    if (error instanceof CodedError) await file.discard();
    throw error;
  }
}

async function requireClean(ctx: Context, target: Target, scan: Scan): Promise<void> {
  const name = await scan.verdict();
  if (name === null) return;
  await noteMalware(ctx, target, name);
  throw badInput({ file: { key: 'evidence.malware', params: { name } } });
}

const noteMalware = command(async (ctx: Context, target: Target, name: string) => {
  record(ctx, 'complaint.malwareRefused', await complaintFor(ctx, target), { data: { name: name.slice(0, 100) } });
});

const fileEvidence = command(
  async (
    ctx: Context,
    target: Target,
    announced: Announcement,
    file: ReceivedFile,
    kind: { extension: string; type: string },
  ): Promise<Addition> => {
    const complaint = await complaintFor(ctx, target);
    const { name, source, description, idempotencyKey } = announced;
    const said = [complaint.id, name, source, description, file.sha256];
    const requestDigest = ctx.app.cipher.digest('request', JSON.stringify(said));
    const known = await earlier(ctx, target, announced);
    if (known && known.requestDigest !== requestDigest) throw conflict('error.keyReused');
    if (known) return { evidence: known, isRetry: true };
    await requireMayAdd(ctx, target, complaint);
    const evidence = create(ctx, Evidence, {
      complaint: ref(complaint),
      sealedName: ctx.app.cipher.encrypt(fileNameFor(name, kind.extension)),
      type: kind.type,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256,
      source,
      collectedBy: ctx.viewer.kind === 'STAFF' && !target.isOwn ? ref(ctx.em.getReference(Staff, target.caller)) : null,
      collectedAt: ctx.clock.now(),
      scanState: ctx.app.scanner ? 'CLEAN' : 'NOT_SCANNED',
      sealedDescription: ctx.app.cipher.encryptIfGiven(description),
      fileKey: file.key,
      caller: target.caller,
      idempotencyKey,
      requestDigest,
    });
    record(ctx, 'complaint.evidenceAdded', complaint, {
      audience: 'complaints',
      objectId: evidence.id,
      data: { type: kind.type, sizeBytes: file.sizeBytes, sha256: file.sha256 },
    });
    return { evidence, isRetry: false };
  },
);

function gone(): never {
  throw notFound();
}
