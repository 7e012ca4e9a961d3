/**
 * Prints each clause of the nine contingency plans with the tests that show it and how they ended, then the clauses
 * that no test shows yet. Fails when a test fails, names no clause, or names one that is not listed.
 *
 *   npm run clauses [-- --results file.json]      with the JSON that jest wrote already instead of a run
 */
import { fail, root, run } from './run.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clauses, scenery } from '../tests/plans/clauses.ts';

async function freshResults() {
  const results = join(root, 'tests/.artifacts/clauses.json');
  mkdirSync(join(results, '..'), { recursive: true });
  rmSync(results, { force: true });
  const jest = createRequire(join(root, 'tests/package.json')).resolve('jest/bin/jest');
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  args.push('--config', join(root, 'tests/jest.config.js'), '--ci', '--json', '--outputFile', results, 'tests/plans/d');
  const { output } = await run('node', args);
  if (!existsSync(results)) fail('The tests of the clauses could not run:', output);
  return results;
}

/** The clauses a title begins with: `D1-五.1(1) D2-四.1 a complaint …`. */
function clausesOf(title) {
  const words = title.split(' ');
  const end = words.findIndex((word) => !/^D\d-/.test(word));
  return words.slice(0, end < 0 ? words.length : end);
}

const given = process.argv.indexOf('--results');
const report = JSON.parse(readFileSync(given < 0 ? await freshResults() : process.argv[given + 1], 'utf8'));
const faults = [];
const shownBy = new Map(Object.keys(clauses).map((id) => [id, []]));
for (const file of report.testResults.filter(({ name }) => /tests\/plans\/d\d(-\w+)?\.test\.ts$/.test(name))) {
  if (file.status === 'failed' && file.assertionResults.length === 0) faults.push(`could not run: ${file.name}`);
  for (const { title, status } of file.assertionResults) {
    const ids = clausesOf(title);
    if (!ids.length) faults.push(`names no clause: ${title}`);
    if (status !== 'passed') faults.push(`${status}: ${title}`);
    for (const id of ids) {
      if (shownBy.has(id)) shownBy.get(id).push({ title, status });
      else faults.push(`no such clause: ${id} in: ${title}`);
    }
  }
}

const without = [];
for (const [id, tests] of shownBy) {
  if (!tests.length && !scenery.includes(id)) without.push(id);
  if (!tests.length) continue;
  console.log(`${id}  ${clauses[id]}`);
  for (const { title, status } of tests) console.log(`  ${status === 'passed' ? '✓' : '✗'} ${title}`);
}
const wanted = shownBy.size - scenery.length;
console.log(`\n${wanted - without.length} of ${wanted} clauses are shown; ${scenery.length} only set the scene.`);
if (without.length) console.log(`Without a test yet: ${without.join(' · ')}`);
if (faults.length) console.log(`\nFailed:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
process.exitCode = faults.length ? 1 : 0;
