import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freshKey, type Speaker, type TestBank } from './harness/bank.js';

/** An upload as a test describes it; what is left out is ordinary. */
export interface Sending {
  complaintId?: string | null;
  name?: string | null;
  source?: string | null;
  description?: string;
  idempotencyKey?: string | null;
  trackingCode?: string;
  body?: BodyInit;
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
      body: given.body ?? samples.png,
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
