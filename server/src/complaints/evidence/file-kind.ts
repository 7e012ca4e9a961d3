import { fileTypeFromTokenizer } from 'file-type';
import { fromStream } from 'strtok3';
import type { ReceivedFile } from '../../kernel/files/file-store.js';
import type { TextProbe } from './text-probe.js';

/** What may be evidence: documents, pictures, recordings. Nothing that runs, holds macros or packs other files. */
const accepted = new Set([
  ...['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
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
  const found = await signatureOf(file);
  if (found) return accepted.has(found.ext) ? { extension: found.ext, type: found.mime } : null;
  const extension = text.kind(/\.([A-Za-z0-9]{1,5})\s*$/.exec(claimed)?.[1]?.toLowerCase() ?? '');
  return extension && { extension, type: textTypes[extension] };
}

// Read once more from the disk: what a packed document is stands anywhere in it.
async function signatureOf(file: ReceivedFile): Promise<{ ext: string; mime: string } | undefined> {
  const bytes = await file.open();
  try {
    const abortSignal = AbortSignal.timeout(longestMs);
    return await fileTypeFromTokenizer(await fromStream(bytes, { abortSignal, maxBufferSize: mostHeldBytes }));
  } catch {
    return { ext: 'unreadable', mime: '' };
  } finally {
    bytes.destroy();
  }
}
