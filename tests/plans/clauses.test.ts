import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { clauses, scenery } from './clauses.js';

const root = join(import.meta.dirname, '../..');

/** What the list of clauses says of tests with these titles, all of which passed. */
function listed(...titles: string[]): { code: number; output: string } {
  const results = join(mkdtempSync(join(tmpdir(), 'clauses-')), 'results.json');
  const assertionResults = titles.map((title) => ({ title, status: 'passed' }));
  writeFileSync(results, JSON.stringify({ testResults: [{ name: '/tests/plans/d1.test.ts', assertionResults }] }));
  try {
    const args = [join(root, 'scripts/clauses.mjs'), '--results', results];
    return { code: 0, output: execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, output: stdout };
  }
}

test('the nine plans have 174 clauses, five of which only set the scene', () => {
  expect(Object.keys(clauses)).toHaveLength(174);
  expect(scenery.filter((id) => id in clauses)).toHaveLength(5);
});

test('a test may show several clauses; those without any are named', () => {
  const { code, output } = listed('D1-五.1(1) D2-四.1 a channel is named');
  expect(code).toBe(0);
  expect(output).toContain('2 of 169 clauses are shown');
  expect(output).toMatch(/Without a test yet: .*D2-四\.2 /);
  expect(output).not.toMatch(/Without a test yet: .*D5-一/);
});

test.each([['D1-九.9 what no plan says'], ['what names no clause']])('“%s” fails the list', (title) => {
  expect(listed(title)).toMatchObject({ code: 1, output: expect.stringContaining(title) });
});
