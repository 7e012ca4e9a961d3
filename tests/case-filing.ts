import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Speaker, TestBank } from './harness/bank.js';
import { unzipped } from './harness/zip.js';

export const EXPORT_CASE_FILE = `mutation ($id: ID!, $input: ExportCaseFileInput!) {
  exportCaseFile(id: $id, input: $input) { id state hasOriginals downloadUrl } }`;
const JOB = `query ($id: ID!) { exportJob(id: $id) { state doneCount totalCount fileName sha256 expiresAt downloadUrl } }`;
const VERIFY = `query ($id: ID!) { verifyCaseFile(id: $id) {
  isIntact eventCount evidenceCount rowCount lastExport { archiveSha256 } findings { fault type id seq text } } }`;

/** An export as its owner sees it. */
export interface SeenJob {
  state: string;
  doneCount: number;
  totalCount: number | null;
  fileName: string | null;
  sha256: string | null;
  downloadUrl: string | null;
}

/** Ways to take files out of a bank and to look into them. */
export function caseFiling(bank: TestBank) {
  const reason = { reason: 'AUTHORITY_REQUEST' };
  const order = async (who: Speaker, id: string, input: object = {}): Promise<string> =>
    (await bank.ask(who, EXPORT_CASE_FILE, { id, input: { ...reason, ...input } })).exportCaseFile.id;
  const job = async (who: Speaker, id: string): Promise<SeenJob> => (await bank.ask(who, JOB, { id })).exportJob;
  const fetchAs = async (who: Speaker, url: string): Promise<Response> => {
    const token = await bank.tokenOf(who);
    return fetch(`${bank.url}${url}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  };
  /** Orders a file, lets it be written and downloads it. */
  const takeOut = async (who: Speaker, id: string, input: object = {}) => {
    const jobId = await order(who, id, input);
    await bank.sweep();
    const ready = await job(who, jobId);
    const response = await fetchAs(who, ready.downloadUrl!);
    const archive = Buffer.from(await response.arrayBuffer());
    return { job: ready, archive, files: unzipped(archive) };
  };
  const verify = async (id: string, who: Speaker = 'office') => (await bank.ask(who, VERIFY, { id })).verifyCaseFile;
  return { order, job, fetchAs, takeOut, verify };
}

/** Runs the program that verifies a downloaded archive without the server. */
export async function verifiedAlone(archive: Buffer): Promise<{ code: number; words: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-archive-'));
  const path = join(folder, 'file.zip');
  const program = join(import.meta.dirname, '../docs/examples/verify-case-file.mjs');
  try {
    await writeFile(path, archive);
    return await new Promise((resolve) => {
      execFile(process.execPath, [program, path], (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, words: stdout + stderr }),
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
