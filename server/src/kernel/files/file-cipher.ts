import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from '../encryption.js';

/** What a sealed file begins with: this mark, the id of its data key after one byte with its length, and a salt. */
const mark = Buffer.from('JSF1');
const saltBytes = 16;
const chunkBytes = 64 * 1024;
const tagBytes = 16;
/** More than any header takes. */
export const mostHeaderBytes = mark.length + 1 + 255 + saltBytes;

/**
 * Seals a stream (AES-256-GCM, 64 KiB at a time): each chunk with its number, and the last one marked as such, so that none
 * can be altered, exchanged or cut off unnoticed. The name is sealed along: one file does not pass for another.
 */
export async function* sealed(cipher: Cipher, name: string, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const { id, key } = cipher.fileKey(salt);
  const idBytes = Buffer.from(id);
  yield Buffer.concat([mark, Buffer.of(idBytes.length), idBytes, salt]);
  let count = 0;
  for await (const { chunk, isLast } of inChunks(source, chunkBytes)) {
    const chunkCipher = createCipheriv('aes-256-gcm', key, nonceOf(count++, isLast)).setAAD(Buffer.from(name));
    yield Buffer.concat([chunkCipher.update(chunk), chunkCipher.final(), chunkCipher.getAuthTag()]);
  }
}

/** The key of a sealed file and where its chunks begin; throws for what is none. */
export function headerOf(cipher: Cipher, start: Buffer): { key: Buffer; length: number } {
  const idLength = start[mark.length] ?? 0;
  const saltAt = mark.length + 1 + idLength;
  const length = saltAt + saltBytes;
  if (!start.subarray(0, mark.length).equals(mark) || start.length < length) throw new Error('not a sealed file');
  const id = start.toString('utf8', mark.length + 1, saltAt);
  return { key: cipher.fileKey(start.subarray(saltAt, length), id).key, length };
}

/** Opens the chunks of a sealed file; throws where one was altered, exchanged, or is missing at the end. */
export async function* opened(key: Buffer, name: string, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const { chunk, isLast } of inChunks(source, chunkBytes + tagBytes)) {
    const end = chunk.length - tagBytes;
    const chunkCipher = createDecipheriv('aes-256-gcm', key, nonceOf(count++, isLast), { authTagLength: tagBytes });
    chunkCipher.setAAD(Buffer.from(name)).setAuthTag(chunk.subarray(end));
    const clear = Buffer.concat([chunkCipher.update(chunk.subarray(0, end)), chunkCipher.final()]);
    if (clear.length) yield clear;
  }
}

// A key seals one file only, so the number of the chunk makes each nonce its own.
function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(count, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** The bytes in pieces of one size; the last one, which may be shorter, is known as such. */
async function* inChunks(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    held = held.length ? Buffer.concat([held, piece]) : piece;
    for (; held.length > size; held = held.subarray(size)) yield { chunk: held.subarray(0, size), isLast: false };
  }
  yield { chunk: held, isLast: true };
}
