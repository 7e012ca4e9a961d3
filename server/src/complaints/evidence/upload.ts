import { Checks } from '../../kernel/checks.js';
import type { Context } from '../../kernel/context.js';
import { isId } from '../../kernel/id.js';
import { EvidenceSource } from './evidence.js';

/** A file on its way in, as it was announced; nothing of it has been read yet. */
export interface Upload {
  complaintId: string | null;
  /** Of the complainant, who has no sign-in. */
  trackingCode: string | null;
  name: string | null;
  source: string | null;
  description: string | null;
  idempotencyKey: string | null;
  /** How many bytes are to come; null when that is not known beforehand. */
  announcedBytes: number | null;
  /** Whether the body is the file itself: no form, not compressed. */
  isRaw: boolean;
  body: AsyncIterable<Buffer>;
}

/** What an upload says about its file, checked. */
export interface Announcement {
  complaintId: string | null;
  trackingCode: string | null;
  name: string;
  source: EvidenceSource;
  description: string | null;
  idempotencyKey: string;
}

/** Checks all that can be known before a byte is read; `BAD_USER_INPUT` names every wrong field. */
export function checkUpload(ctx: Context, upload: Upload): Announcement {
  const checks = new Checks();
  const { complaintId, trackingCode, announcedBytes } = upload;
  const isStaff = ctx.viewer.kind === 'STAFF';
  checks.that((complaintId === null) !== (trackingCode === null), 'complaintId', 'evidence.eitherOne');
  if (complaintId !== null) checks.that(isId(complaintId), 'complaintId', 'field.wrongType');
  const name = checks.requiredText(upload.name, 'name', { max: 400 });
  const idempotencyKey = checks.requiredText(upload.idempotencyKey, 'idempotencyKey', { min: 8, max: 128 });
  const description = checks.freeText(upload.description || null, 'description', { max: 1000 });
  const source = upload.source ?? (isStaff ? null : 'CUSTOMER');
  if (checks.that(source !== null, 'source', 'field.required')) {
    checks.that(Object.hasOwn(EvidenceSource, source!), 'source', 'field.wrongType');
    checks.that(isStaff || source === 'CUSTOMER', 'source', 'evidence.ownOnly');
  }
  checks.that(upload.isRaw, 'file', 'evidence.rawBody');
  checks.that(announcedBytes !== 0, 'file', 'evidence.empty');
  checks.that((announcedBytes ?? 0) <= ctx.app.mostFileBytes, 'file', tooLarge(ctx));
  checks.done();
  return { complaintId, trackingCode, name, source: source as EvidenceSource, description, idempotencyKey };
}

/** The message about a file beyond the limit. */
export const tooLargeKey = 'evidence.tooLarge';

/** What is said of a file beyond the limit. */
export const tooLarge = ({ app }: Context) => ({
  key: tooLargeKey,
  params: { most: app.mostFileBytes / (1024 * 1024) },
});
