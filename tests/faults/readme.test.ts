import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildServer, killAll, post, startProcess, type ServerProcess } from '../harness/process.js';
import { until } from '../harness/until.js';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const address = 'http://127.0.0.1:4000';
const follow = 'node docs/examples/watch.mjs';

/** The commands of the tour as a reader would copy them, in order. */
const blocks = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text]) => text!.trim());

let folder: string;
let server: ServerProcess;
let watch: ChildProcess;
let watched = '';
let answers: string[];

const here = (text: string) => text.replaceAll(address, server.url);
const environment = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
  JIESU_URL: server.url,
  JIESU_DATA_DIR: join(folder, 'data'),
});

beforeAll(async () => {
  await buildServer();
  folder = mkdtempSync(join(tmpdir(), 'jiesu-readme-'));
  server = await startProcess({ JIESU_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' });
  watch = spawn('sh', ['-c', `exec ${follow}`], { cwd: root, env: environment() });
  watch.stdout!.on('data', (chunk: Buffer) => (watched += chunk));
  watch.stderr!.on('data', (chunk: Buffer) => (watched += chunk));
  await until(() => watched.includes('is watching'));
  answers = await runTour();
});

afterAll(async () => {
  if (watch?.exitCode === null) {
    watch.kill();
    await once(watch, 'close');
  }
  await server?.stop();
  await killAll();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the blocks in one shell, as a reader has one terminal, and answers what each of them said. */
async function runTour(): Promise<string[]> {
  const mark = '-- end of a block --';
  const script = blocks.filter((block) => block !== follow).map((block) => `${here(block)}\necho '${mark}'`);
  const shell = spawn('bash', ['-s'], { cwd: root, env: environment() });
  let said = '';
  shell.stdout.on('data', (chunk: Buffer) => (said += chunk));
  shell.stderr.on('data', (chunk: Buffer) => (said += chunk));
  shell.stdin.end(script.join('\n'));
  await once(shell, 'close');
  return said.split(mark).map((text) => text.trim());
}

test('the two commands stand alone in blocks of their own', () => {
  expect(readme).toContain('\n```\nnpm ci && npm start\n```\n');
  expect(readme).toContain('\n```\nnpm ci && npm test\n```\n');
});

test('start prints what the page says it prints', () => {
  const printed = /^```text\n(.*?)^```/ms.exec(readme)![1]!;
  expect(server.output()).toContain(here(printed).trim());
});

test('the complaint of the tour is registered once and is grave', () => {
  const [, first, again] = answers;
  const complaint = JSON.parse(first!).data.registerComplaint;
  expect(complaint).toMatchObject({ status: 'REGISTERED', level: 'MAJOR' });
  expect(complaint.clocks.map(({ kind }: { kind: string }) => kind)).toEqual(['FIRST_RESPONSE', 'RESOLUTION']);
  expect(JSON.parse(again!).data.registerComplaint).toEqual(complaint);
});

test('nonsense is refused with every wrong field', () => {
  const { code, fields } = JSON.parse(answers[3]!).errors[0].extensions;
  expect(code).toBe('BAD_USER_INPUT');
  expect(Object.keys(fields).sort()).toEqual(['complainant.phone', 'content', 'idempotencyKey']);
});

test('the leader finds the escalation and signs for it', () => {
  const [list, signed] = answers[4]!.split('\n').filter(Boolean);
  const [found] = JSON.parse(list!).data.escalations.items;
  const { reference } = JSON.parse(answers[1]!).data.registerComplaint;
  expect(found).toMatchObject({ trigger: 'FRAUD_OR_ACCOUNT', level: 'E3', complaint: { reference } });
  expect(JSON.parse(signed!).data.acknowledgeEscalation).toMatchObject({ status: 'ACKNOWLEDGED' });
});

test('the customer follows the complaint by its code', () => {
  const { reference } = JSON.parse(answers[1]!).data.registerComplaint;
  expect(JSON.parse(answers[5]!).data.trackComplaint).toMatchObject({ reference, status: 'REGISTERED' });
});

test('the ledger is imported and the chain holds', () => {
  expect(answers[6]).toContain('3 of 3 rows registered, 0 refused.');
  expect(answers[7]).toContain('the chain holds');
});

const told = () => watched.split('\n').flatMap((line) => /Z (RAISED|ACKNOWLEDGED) SJ/.exec(line)?.[1] ?? []);

test('whoever watched was told of both frauds and of the signature, in order', async () => {
  await until(() => told().length >= 3);
  expect(told()).toEqual(['RAISED', 'ACKNOWLEDGED', 'RAISED']);
});

test('the watching program goes on where it was when the server comes back', async () => {
  const { port } = new URL(server.url);
  await server.kill();
  await until(() => watched.includes('interrupted'));
  server = await startProcess({ JIESU_DATA_DIR: join(folder, 'data'), PORT: port, LOG_LEVEL: 'warn' });
  const [, body] = /^COMPLAINT='(.*?)'$/ms.exec(readme)!;
  const { query, variables } = JSON.parse(body!);
  variables.input.idempotencyKey = 'after-the-restart';
  await post(server.url, 'jiesu-demo-channel', query, variables);
  await until(() => told().length >= 4);
  expect(told().slice(3)).toEqual(['RAISED']);
});
