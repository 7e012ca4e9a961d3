/**
 * Verifies a complaint's file that was downloaded, without the server: `node verify-case-file.mjs TS-2026-000123.zip`.
 * Every part must be what the manifest says, none may be missing or left over, and each event of the story must have the
 * hash that the chain gives it. Exit 0 when all holds, 1 when something does not.
 *
 * Whoever could change the archive could write a new manifest, too: compare the two sums it prints with those that the
 * server kept (`complaint { caseFileExports { archiveSha256 manifestSha256 } }`).
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const path = process.argv[2];
if (!path) throw new Error('usage: node verify-case-file.mjs FILE.zip');
const file = await open(path);
const faults = [];
const check = (holds, fault) => {
  if (!holds) faults.push(fault);
};
const sha256 = async (source) => {
  const hash = createHash('sha256');
  await pipeline(source, hash);
  return hash.digest('hex');
};
const bytesAt = async (start, length) => (await file.read(Buffer.alloc(length), 0, length, start)).buffer;
const stream = (start, length) =>
  length ? file.createReadStream({ start, end: start + length - 1, autoClose: false }) : new PassThrough().end();

/** The entries of the archive by name, from its directory at the end (APPNOTE 4.3.12, with the large fields of ZIP64). */
async function entries() {
  const { size } = await file.stat();
  const tail = await bytesAt(Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('not a ZIP archive');
  let [count, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 16)];
  if (count === 0xffff || start === 0xffffffff) {
    const large = await bytesAt(Number(tail.readBigUInt64LE(end - 20 + 8)), 56);
    [count, start] = [Number(large.readBigUInt64LE(32)), Number(large.readBigUInt64LE(48))];
  }
  const directory = await bytesAt(start, size - start);
  const found = new Map();
  for (let at = 0; count > 0; count--) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const sizes = { full: directory.readUInt32LE(at + 24), packed: directory.readUInt32LE(at + 20) };
    let offset = directory.readUInt32LE(at + 42);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    for (let place = 0; place + 4 <= extra.length; place += 4 + extra.readUInt16LE(place + 2)) {
      if (extra.readUInt16LE(place) !== 1) continue;
      let field = place + 4;
      const next = () => Number(extra.readBigUInt64LE((field += 8) - 8));
      if (sizes.full === 0xffffffff) sizes.full = next();
      if (sizes.packed === 0xffffffff) sizes.packed = next();
      if (offset === 0xffffffff) offset = next();
    }
    const local = await bytesAt(offset, 30);
    const begin = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    check(!found.has(name), `${name}: is there twice`);
    found.set(name, { isPacked: directory.readUInt16LE(at + 10) === 8, begin, length: sizes.packed });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return found;
}

const contentOf = ({ isPacked, begin, length }) =>
  isPacked ? stream(begin, length).pipe(createInflateRaw()) : stream(begin, length);
async function textOf(entry) {
  const chunks = [];
  for await (const chunk of contentOf(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** An object as the chain hashes it: keys in order, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

const found = await entries();
const manifestText = await textOf(found.get('manifest.json'));
const manifest = JSON.parse(manifestText);
check(manifest.format === 'jiesu-case-file/1', `manifest.json: unknown format ${manifest.format}`);
found.delete('manifest.json');
for (const part of manifest.parts) {
  const entry = found.get(part.path);
  found.delete(part.path);
  check(entry, `${part.path}: is missing`);
  if (!entry) continue;
  // What cannot be unpacked any more was altered, too.
  const sum = await sha256(contentOf(entry)).catch(() => null);
  check(sum === part.sha256, `${part.path}: was altered`);
  if (sum === part.sha256 && part.path === 'data/chain.json') checkChain(JSON.parse(await textOf(entry)));
}
for (const name of found.keys()) check(false, `${name}: is not in the manifest`);
for (const { path: name, sha256: sum } of manifest.evidence)
  check(
    !name || manifest.parts.some((part) => part.path === name && part.sha256 === sum),
    `${name}: is not what came in`,
  );

function checkChain(story) {
  const hashes = new Map(manifest.chain.events.map(({ seq, hash }) => [seq, hash]));
  for (const { hash, ...event } of story) {
    const computed = createHash('sha256').update(canonical(event)).digest('hex');
    check(computed === hash && hashes.get(event.seq) === hash, `event ${event.seq}: was altered`);
  }
}

for (const fault of faults) console.error(fault);
console.log(`archive  ${await sha256(file.createReadStream({ start: 0, autoClose: false }))}`);
console.log(`manifest ${createHash('sha256').update(manifestText).digest('hex')}`);
console.log(
  `chain    ${manifest.chain.events.length} events up to ${manifest.chain.head?.seq} ${manifest.chain.head?.hash}`,
);
console.log(
  faults.length
    ? `${manifest.complaint.reference}: ${faults.length} faults`
    : `${manifest.complaint.reference}: intact`,
);
process.exitCode = faults.length ? 1 : 0;
await file.close();
