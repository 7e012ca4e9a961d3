import { inflateRawSync } from 'node:zlib';

/** The files of a small ZIP archive by name, read by its directory. */
export function unzipped(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const isPacked = archive.readUInt16LE(at + 10) === 8;
    files.set(archive.toString('utf8', at + 46, at + 46 + nameLength), isPacked ? inflateRawSync(bytes) : bytes);
    at += 46 + nameLength + extraLength + noteLength;
  }
  return files;
}
