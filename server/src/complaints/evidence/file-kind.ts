import type { Readable } from 'node:stream';
import { fileTypeFromTokenizer } from 'file-type';
import { fromStream } from 'strtok3';
import type { ReceivedFile } from '../../kernel/files/file-store.js';
import { compoundKind } from './compound-file.js';
import type { TextProbe } from './text-probe.js';

/** What may be evidence: documents, pictures, recordings. Nothing that runs, holds macros or packs other files. */
const accepted = new Set([
  ...['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls', 'ppt'],
  ...['jpg', 'png', 'gif', 'webp', 'heic', 'bmp', 'tif'],
  ...['mp3', 'wav', 'm4a', 'aac', 'amr', 'ogg', 'oga', 'opus', 'flac'],
  ...['mp4', 'm4v', 'mov', 'webm', 'avi', '3gp', 'ogv'],
]);
const textTypes = { txt: 'text/plain', csv: 'text/csv', eml: 'message/rfc822' };
const longestMs = 10_000;
const mostHeldBytes = 1024 * 1024;

/** The extensions of everything that is accepted. */
export const acceptedExtensions: readonly string[] = [...accepted, ...Object.keys(textTypes)];

/** What a file is by its bytes, or null for what is not accepted; `claimed` is the name that it came with. */
export async function kindOfFile(
  file: ReceivedFile,
  text: TextProbe,
  claimed: string,
): Promise<{ extension: string; type: string } | null> {
  const signature = await reading(file, signatureOf);
  const found = signature?.ext === 'cfb' ? await reading(file, compoundKind) : signature;
  if (found === null) return null;
  if (found) return accepted.has(found.ext) ? { extension: found.ext, type: found.mime } : null;
  const extension = text.kind(/\.([A-Za-z0-9]{1,5})\s*$/.exec(claimed)?.[1]?.toLowerCase() ?? '');
  return extension && { extension, type: textTypes[extension] };
}

// Read once more from the disk: what a packed document is stands anywhere in it.
async function reading<Result>(file: ReceivedFile, look: (bytes: Readable) => Promise<Result>): Promise<Result> {
  const bytes = await file.open();
  return look(bytes).finally(() => bytes.destroy());
}

async function signatureOf(bytes: Readable): Promise<{ ext: string; mime: string } | undefined> {
  const abortSignal = AbortSignal.timeout(longestMs);
  const tokenizer = await fromStream(bytes, { abortSignal, maxBufferSize: mostHeldBytes });
  // What breaks the detector is no file that somebody would need.
  return fileTypeFromTokenizer(tokenizer).catch(() => ({ ext: 'broken', mime: '' }));
}
