import type { Readable } from 'node:stream';

// What an Office document of before 2007 calls its main stream; installers share the format and have none of these.
const kinds = {
  doc: { type: 'application/msword', streams: ['WordDocument'] },
  xls: { type: 'application/vnd.ms-excel', streams: ['Workbook', 'Book'] },
  ppt: { type: 'application/vnd.ms-powerpoint', streams: ['PowerPoint Document'] },
};
const macros = '_VBA_PROJECT';
/** Of an entry of the directory. */
const entryBytes = 128;

/** Which Office document a compound file is; null for others, and for one that holds macros. */
export async function compoundKind(bytes: Readable): Promise<{ ext: keyof typeof kinds; mime: string } | null> {
  const names = await entryNames(bytes);
  if (names.has(macros)) return null;
  const found = Object.entries(kinds).find(([, { streams }]) => streams.some((name) => names.has(name)));
  return found ? { ext: found[0] as keyof typeof kinds, mime: found[1].type } : null;
}

/** Every name that stands where the directory may have one; sectors make entries begin at multiples of their size. */
async function entryNames(bytes: Readable): Promise<Set<string>> {
  const wanted = new Set([macros, ...Object.values(kinds).flatMap(({ streams }) => streams)]);
  const found = new Set<string>();
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    held = Buffer.concat([held, chunk]);
    let at = 0;
    for (; at + entryBytes <= held.length; at += entryBytes) {
      const name = held.toString('utf16le', at, at + 64).split('\0', 1)[0]!;
      if (wanted.has(name)) found.add(name);
    }
    held = held.subarray(at);
  }
  return found;
}
