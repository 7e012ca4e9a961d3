import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freshKey, openTestBank, type TestBank } from './harness/bank.js';
import { until } from './harness/until.js';
import { handling } from './handling.js';
import { compoundOf, officeOf, samples, uploading, type Sending } from './uploading.js';

let bank: TestBank;
let make: ReturnType<typeof handling>;
let files: ReturnType<typeof uploading>;
let id: string;
beforeAll(async () => {
  bank = await openTestBank({ environment: { EVIDENCE_MAX_MB: '2' } });
  make = handling(bank);
  files = uploading(bank);
  ({ id } = await make.registered());
});
afterAll(() => bank.stop());

const bytes = (text: string) => Buffer.from(text);
/** Sends and answers what it became, or what refused it. */
const become = async (more: Sending) => {
  const { status, body, fields } = await files.send('intake', id, more);
  return status === 201 ? `${body.name} ${body.type}` : `${status} ${fields.join()}`;
};
const refused = '400 file';

test.each<[string, Sending]>([
  ['of no bytes', { body: '' }],
  ['of bytes that mean nothing, called a picture', { body: Buffer.alloc(4096, 7), name: 'a.png' }],
  ['that is a program, called a document', { body: bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'), name: 'a.pdf' }],
  [
    'that is a program of Linux',
    { body: Buffer.concat([bytes('\x7fELF\x02\x01\x01'), Buffer.alloc(100)]), name: 'a.pdf' },
  ],
  [
    'that is an SVG with a script',
    { body: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', name: 'a.svg' },
  ],
  ['that is an SVG, called text', { body: '\ufeff \n<svg onload="alert(1)"/>', name: 'a.txt' }],
  ['that is HTML', { body: '<!-- --><html><script>alert(1)</script></html>', name: 'a.csv' }],
  ['that is a script', { body: '#!/bin/sh\nrm -rf /\n', name: 'a.txt' }],
  [
    'that is an archive',
    { body: Buffer.from('UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYQ==', 'base64'), name: 'a.zip' },
  ],
  ['that is a document with macros', { body: officeOf('vnd.ms-word.document.macroEnabled'), name: 'a.docx' }],
  ['that is an old document with macros', { body: compoundOf('WordDocument', '_VBA_PROJECT'), name: 'a.doc' }],
  ['that is an installer', { body: compoundOf('Root Entry', 'Property'), name: 'a.doc' }],
  ['that ends in zeros after text', { body: Buffer.concat([samples.text, Buffer.alloc(10)]), name: 'a.txt' }],
  ['of text in no encoding', { body: Buffer.from([0x61, 0xff, 0xff, 0x62]), name: 'a.txt' }],
  ['in a form', { body: samples.pdf, headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ['that is compressed on the way', { body: samples.pdf, headers: { 'content-encoding': 'gzip' } }],
])('a file %s is refused, and nothing stays', async (_, more) => {
  const before = await files.stored();
  expect(await become(more)).toBe(refused);
  expect(await files.stored()).toEqual(before);
});

test.each<[string, Sending, string]>([
  ['a second extension', { name: 'report.exe.png', body: samples.png }, 'report_exe.png image/png'],
  ['another extension', { name: '凭证.exe', body: samples.pdf }, '凭证.pdf application/pdf'],
  ['folders before it', { name: '../../etc/passwd', body: samples.text }, 'passwd.txt text/plain'],
  ['folders of Windows before it', { name: 'C:\\Windows\\合同.pdf', body: samples.pdf }, '合同.pdf application/pdf'],
  [
    'signs that turn it round',
    { name: 'a\u202egnp.exe\u0007\r\n.pdf', body: samples.pdf },
    'agnp_exe.pdf application/pdf',
  ],
  ['nothing but dots', { name: '...', body: samples.pdf }, '_.pdf application/pdf'],
  ['the name of a device', { name: 'CON.txt', body: samples.text }, '_CON.txt text/plain'],
  ['a date with dots', { name: '2026.11.23 通话.JPEG', body: samples.png }, '2026.11.23 通话.png image/png'],
  ['a script as text', { name: 'a.ps1', body: 'Remove-Item C:\\' }, 'a.txt text/plain'],
])('a name with %s is made harmless', async (_, more, expected) => {
  expect(await become(more)).toBe(expected);
});

test.each<[string, Buffer, string]>([
  ['a.docx', officeOf('vnd.openxmlformats-officedocument.wordprocessingml.document'), 'a.docx'],
  ['b.xls', compoundOf('Root Entry', 'Workbook'), 'b.xls'],
  ['c.csv', bytes('日期,金额\n2026-11-23,4800.00\n'), 'c.csv'],
  ['d.txt', Buffer.from('cdb6cbdf', 'hex'), 'd.txt'],
  ['e.eml', bytes('From: a@example.org\r\nSubject: x\r\n\r\n正文'), 'e.eml'],
])('%s is taken for what it is', async (name, body, expected) => {
  expect(await become({ name, body })).toMatch(new RegExp(`^${expected} `));
});

/** Sends the head of an upload and some of its body by hand; answers the socket and all that comes back. */
async function begin(headers: Record<string, string>, body: Buffer) {
  const { port } = new URL(bank.url);
  const token = await bank.tokenOf('intake');
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const all = {
    host: 'x',
    authorization: `Bearer ${token}`,
    'file-name': 'a.pdf',
    'idempotency-key': freshKey(),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /evidence?complaintId=${id}&source=CUSTOMER HTTP/1.1\r\n${lines.join('')}\r\n`);
  socket.write(body);
  return { socket, answer: () => answer };
}

test('what is announced with 2 GB is refused before it comes, in words', async () => {
  const before = await files.stored();
  const { socket, answer } = await begin({ 'content-length': String(2 ** 31) }, Buffer.alloc(10));
  await until(() => answer().includes('BAD_USER_INPUT'));
  expect(answer()).toMatch(/^HTTP\/1\.1 413/);
  expect(answer()).toContain('"file"');
  expect(await files.stored()).toEqual(before);
  socket.destroy();
});

test('what is too large and does not say so is refused on the way', async () => {
  const before = await files.stored();
  async function* endless() {
    for (let count = 0; count < 100; count++) yield new Uint8Array(64 * 1024).fill(0x20);
  }
  const answer = await files.send('intake', id, { body: endless(), name: 'a.txt' });
  expect([answer.status, answer.fields]).toEqual([413, ['file']]);
  expect(await files.stored()).toEqual(before);
});

test('a connection that is cut half-way leaves nothing', async () => {
  const before = await files.stored();
  const { socket } = await begin({ 'content-length': '1000000' }, Buffer.alloc(300_000, 0x20));
  await until(async () => (await files.stored()).length === before.length + 1);
  socket.destroy();
  await until(async () => (await files.stored()).length === before.length);
  expect(await files.stored()).toEqual(before);
});

test('nobody may be made to upload: without a header that only this site may send there is no upload', async () => {
  const token = await bank.tokenOf('intake');
  const response = await fetch(`${bank.url}/evidence?complaintId=${id}&source=CUSTOMER`, {
    method: 'POST',
    headers: { cookie: `jiesu_session=${token}`, origin: 'https://evil.example', 'content-type': 'text/plain' },
    body: samples.text,
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  const asked = await fetch(`${bank.url}/evidence`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-headers': 'idempotency-key' },
  });
  expect(asked.headers.get('access-control-allow-headers')).toBeNull();
});

test('a thousand files are taken in with flat memory, two hundred for a complaint', async () => {
  const body = Buffer.concat([samples.pdf, Buffer.alloc(200_000, 0x20)]);
  const complaints = await Promise.all([1, 2, 3, 4, 5].map(() => make.registered()));
  const waiting = complaints.flatMap((one) => Array.from({ length: 201 }, () => one.id));
  const counts: Record<string, number> = {};
  const send = async (most: number) => {
    for (let next = waiting.shift(); next; next = waiting.length > most ? waiting.shift() : undefined) {
      const { status } = await files.send('intake', next, { body, name: 'a.pdf' });
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  const sendDownTo = (most: number) => Promise.all([1, 2, 3, 4].map(() => send(most)));
  await sendDownTo(900);
  const before = process.memoryUsage().rss;
  await sendDownTo(0);
  expect(counts).toEqual({ 201: 1000, 400: 5 });
  // 180 megabytes have passed through since.
  expect(process.memoryUsage().rss - before).toBeLessThan(90 * 1024 * 1024);
}, 900_000);
