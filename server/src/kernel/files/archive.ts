import { createHash } from 'node:crypto';
import { PassThrough, Readable, type TransformCallback, Transform } from 'node:stream';
import { ZipFile } from 'yazl';
import { pipeline } from 'node:stream';

/** A file of an archive; it is opened when its turn comes. */
export interface ArchiveEntry {
  path: string;
  open(): Readable | Promise<Readable>;
  /** Whether it is packed already, as pictures and documents are. */
  isPacked?: boolean;
}

/** What went into an archive under a name. */
export interface EntryDigest {
  path: string;
  sha256: string;
  sizeBytes: number;
}

/** A ZIP archive as a stream, one file after the other; the last one is made of what was found of all before it. */
export function archived(
  entries: readonly ArchiveEntry[],
  at: Date,
  last: { path: string; contentOf(digests: readonly EntryDigest[]): string },
): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const digests: EntryDigest[] = [];
  const fail = (error: Error) => void output.destroy(error);
  // What is announced of the archive comes from nobody but us, so an error is one of a file in it.
  zip.on('error', (error) => fail(error as Error));
  for (const { path, open, isPacked } of entries) {
    const options = { mtime: at, mode: 0o100644, compress: !isPacked };
    zip.addReadStreamLazy(path, options, (callback) => {
      Promise.resolve()
        .then(open)
        .then(
          (source) => callback(null, measured(source, path, digests, fail)),
          (error: Error) => fail(error),
        );
    });
  }
  zip.addReadStreamLazy(last.path, { mtime: at, mode: 0o100644 }, (callback) =>
    callback(null, Readable.from([Buffer.from(last.contentOf(digests))])),
  );
  zip.end();
  zip.outputStream.pipe(output);
  return output;
}

function measured(source: Readable, path: string, digests: EntryDigest[], fail: (error: Error) => void): Readable {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding: string, callback: TransformCallback) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      callback(null, chunk);
    },
    flush(callback: TransformCallback) {
      digests.push({ path, sha256: hash.digest('hex'), sizeBytes });
      callback();
    },
  });
  return pipeline(source, meter, (error) => error && fail(error));
}
