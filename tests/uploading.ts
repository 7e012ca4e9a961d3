import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { freshKey, type Speaker, type TestBank } from './harness/bank.js';

/** An upload as a test describes it; what is left out is ordinary. */
export interface Sending {
  complaintId?: string | null;
  name?: string | null;
  source?: string | null;
  description?: string;
  idempotencyKey?: string | null;
  trackingCode?: string;
  body?: string | Buffer | AsyncIterable<Uint8Array>;
  headers?: Record<string, string>;
}

/** What came back. */
export interface Received {
  status: number;
  code: string | undefined;
  fields: string[];
  // Tests name what they expect.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

/** The smallest files of their kinds. */
export const samples = {
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  pdf: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  text: Buffer.from('通话记录：客户要求退还手续费\n'),
};

/** Ways to send files to a bank and to look at what it keeps. */
export function uploading(bank: TestBank) {
  const send = async (who: Speaker, id: string | null, more: Sending = {}): Promise<Received> => {
    const given = { name: '凭证.png', source: who === null || who.endsWith('pp') ? null : 'CUSTOMER', ...more };
    const query = new URLSearchParams();
    if (id !== null) query.set('complaintId', id);
    if (given.source) query.set('source', given.source);
    const token = await bank.tokenOf(who);
    const response = await fetch(`${bank.url}/evidence?${query}`, {
      method: 'POST',
      headers: {
        'accept-language': 'en',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(given.name === null ? {} : { 'file-name': encodeURIComponent(given.name) }),
        ...(given.description ? { 'file-description': encodeURIComponent(given.description) } : {}),
        ...(given.idempotencyKey === null ? {} : { 'idempotency-key': given.idempotencyKey ?? freshKey() }),
        ...(given.trackingCode ? { 'tracking-code': given.trackingCode } : {}),
        'content-type': 'application/octet-stream',
        ...given.headers,
      },
      body: (given.body ?? samples.png) as BodyInit,
      ...({ duplex: 'half' } as object),
    });
    const body = await response.json();
    const [error] = body.errors ?? [];
    const { code, fields = {} } = error?.extensions ?? {};
    return { status: response.status, code, fields: Object.keys(fields).toSorted(), body };
  };
  const { folder } = bank.app.files;
  /** Names of all files that the store holds, unfinished ones included. */
  const stored = async (): Promise<string[]> => {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  return { send, stored };
}

/** A ZIP of small files, as Office documents are: nothing is compressed. */
function zipOf(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const bytes = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    parts.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), bytes);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name));
    at += 30 + name.length + bytes.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(entries).length, 4);
  end.writeUInt16LE(Object.keys(entries).length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}

/** A document of Word or the like, told by the type of its main part, which stands last. */
export const officeOf = (mainType: string): Buffer =>
  zipOf({
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': `<w:document>${'正文'.repeat(40_000)}</w:document>`,
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="application/${mainType}.main+xml"/></Types>`,
  });

/** A compound file with entries of these names, as Office wrote before 2007. */
export function compoundOf(...names: string[]): Buffer {
  const directory = names.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(128)], 128));
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...directory, Buffer.alloc(512)]);
}
