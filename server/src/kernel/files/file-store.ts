import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../clock.js';
import type { Cipher } from '../encryption.js';
import { headerOf, mostHeaderBytes, opened, sealed } from './file-cipher.js';

/** A file that came in whole and is safe on the disk, under a name that nobody knows yet. */
export interface ReceivedFile {
  key: string;
  sizeBytes: number;
  /** Of the clear bytes, in hexadecimal. */
  sha256: string;
  /** Its clear bytes. */
  open(): Promise<Readable>;
  /** Gives it its lasting name, which survives a power cut from here on; call it before a row with the key commits. */
  keep(): Promise<void>;
  /** Removes it, kept or not. */
  discard(): Promise<void>;
}

/** Files in a folder, encrypted, each under a random key that a row holds. Several processes may share the folder. */
export class FileStore {
  constructor(
    readonly folder: string,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** Makes the folder where there is none; throws where it may not be written. */
  async prepare(): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
  }

  /** Takes a stream in, counted and hashed on its way; nothing stays of one that breaks off. */
  async receive(source: AsyncIterable<Buffer>): Promise<ReceivedFile> {
    const key = randomUUID();
    const temporary = join(this.incoming, key);
    const seen = { sizeBytes: 0, hash: createHash('sha256') };
    const measured = async function* () {
      for await (const chunk of source) {
        seen.sizeBytes += chunk.length;
        seen.hash.update(chunk);
        yield chunk;
      }
    };
    try {
      // Written through to the disk before it is closed.
      const target = createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(sealed(this.cipher, key, measured()), target);
      const at = this.clock.now();
      await utimes(temporary, at, at);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return {
      key,
      sizeBytes: seen.sizeBytes,
      sha256: seen.hash.digest('hex'),
      open: () => this.clearBytes(temporary, key),
      keep: () => this.keep(temporary, key),
      discard: async () => {
        await rm(temporary, { force: true });
        await this.remove(key);
      },
    };
  }

  /** The clear bytes of a file; the stream breaks with an error where the file was altered. Throws when there is none. */
  open(key: string): Promise<Readable> {
    return this.clearBytes(this.placeOf(key), key);
  }

  /** Removes a file, if it is there. */
  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true });
  }

  /** Removes what was being taken in and is older than a time: whoever brought it has gone. Answers how many. */
  async dropUnfinished(before: Date): Promise<number> {
    const names = await namesOlderThan(this.incoming, before);
    for (const name of names) await rm(join(this.incoming, name), { force: true });
    return names.length;
  }

  /** Keys of the files that are older than a time, some at once. */
  async *keysOlderThan(before: Date): AsyncGenerator<string[]> {
    for (const shard of await readdir(this.folder)) {
      const keys = shard.length === shardLength ? await namesOlderThan(join(this.folder, shard), before) : [];
      if (keys.length) yield keys;
    }
  }

  private async keep(temporary: string, key: string): Promise<void> {
    const place = this.placeOf(key);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(temporary, place);
    // A name is as lasting as the folder that holds it, and that folder as the one above.
    await sync(dirname(place));
    await sync(this.folder);
  }

  private async clearBytes(path: string, key: string): Promise<Readable> {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(mostHeaderBytes), 0, mostHeaderBytes, 0);
      const header = headerOf(this.cipher, buffer.subarray(0, bytesRead));
      const rest = createReadStream('', { fd: file, start: header.length });
      const clear = Readable.from(opened(header.key, key, rest), { objectMode: false });
      // Whoever never begins to read lets go of the file, too.
      return clear.once('close', () => rest.destroy());
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  private get incoming(): string {
    return join(this.folder, 'incoming');
  }

  private placeOf(key: string): string {
    return join(this.folder, key.slice(0, shardLength), key);
  }
}

const shardLength = 2;

async function sync(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** Files of a folder last written before a time; one that another process removes meanwhile is none. */
async function namesOlderThan(folder: string, before: Date): Promise<string[]> {
  const old: string[] = [];
  for (const name of await readdir(folder)) {
    const { mtime } = await stat(join(folder, name)).catch(() => ({ mtime: before }));
    if (mtime < before) old.push(name);
  }
  return old;
}
