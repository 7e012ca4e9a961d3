import { Readable } from 'node:stream';
import type { Context } from '../../kernel/context.js';
import { archived, type ArchiveEntry } from '../../kernel/files/archive.js';
import type { SubjectEvent } from '../../kernel/subject-events.js';
import type { Evidence } from '../evidence/evidence.js';
import { clearName, openEvidence } from '../evidence/open-evidence.js';
import { sha256Of, type NotedState } from './noted-state.js';
import type { PartData } from './read-case-file.js';
import { printedCaseFile } from './printed-case-file.js';

/** All that a complaint's file is made of, read at one moment. */
export interface CaseFile {
  complaint: { id: string; reference: string };
  exportedBy: { id: string; name: string; unit: string };
  at: Date;
  hasOriginals: boolean;
  reason: string;
  parts: readonly PartData[];
  /** The events of the story, in full, so that their hashes can be recomputed anywhere. */
  story: readonly SubjectEvent[];
  evidence: readonly Evidence[];
  state: NotedState;
}

/** The file as one archive, in one stream; tells the digest of its manifest once that is written. */
export function archiveOf(ctx: Context, file: CaseFile, onManifest: (sha256: string) => void): Readable {
  const json = (path: string, data: unknown): ArchiveEntry => ({
    path,
    open: () => Readable.from([Buffer.from(`${JSON.stringify(data, null, 2)}\n`)]),
  });
  const originals = file.hasOriginals ? originalsOf(ctx, file.evidence) : [];
  const entries: ArchiveEntry[] = [
    { path: 'summary.pdf', isPacked: true, open: () => printedCaseFile(ctx, file) },
    ...file.parts.map(({ name, data }) => json(`data/${name}.json`, data)),
    json(
      'data/chain.json',
      file.story.map(({ event }) => event),
    ),
    ...originals.map(({ entry }) => entry),
  ];
  const paths = new Map(originals.map(({ id, entry }) => [id, entry.path]));
  return archived(entries, file.at, {
    path: 'manifest.json',
    contentOf(digests) {
      const { complaint, exportedBy, at, hasOriginals, reason, state } = file;
      const evidence = file.evidence.map(({ id, type, sizeBytes, sha256 }) => ({
        ...{ id, type, sizeBytes, sha256 },
        path: paths.get(id) ?? null,
      }));
      const chain = { head: state.head, events: state.events.map(([seq, hash]) => ({ seq, hash })) };
      const about = { format: 'jiesu-case-file/1', complaint, exportedBy, exportedAt: at, hasOriginals, reason };
      const text = `${JSON.stringify({ ...about, parts: digests, evidence, chain }, null, 2)}\n`;
      onManifest(sha256Of(text));
      return text;
    },
  });
}

function originalsOf({ app }: Context, evidence: readonly Evidence[]): { id: string; entry: ArchiveEntry }[] {
  return evidence.map((each, index) => {
    const name = clearName(app.cipher, each).replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
    const path = `evidence/${String(index + 1).padStart(3, '0')}-${name}`;
    return { id: each.id, entry: { path, isPacked: true, open: () => openEvidence(app, each) } };
  });
}
