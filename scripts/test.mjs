/**
 * Everything that must hold, as CI runs it: format, lint, dead code, types, schema drift, then every test on a real
 * PostgreSQL with the console in a real browser. Nothing may be skipped.
 *
 *   node scripts/test.mjs [--fast]      --fast leaves out the folders of slowFolders
 */
import { root, run, seconds } from './run.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

const fast = process.argv.includes('--fast');
const slowFolders = ['console', 'faults', 'bench', 'matrix', 'attacks'];
const failures = [];
let passed = 0;

async function step(name, ...commands) {
  const began = performance.now();
  for (const [tool, ...args] of commands) {
    const { code, output } = await run(tool, args);
    if (code === 0) continue;
    failures.push(name);
    console.log(`✗ ${name} (${seconds(began)}): ${tool} ${args.join(' ')}\n${output.trimEnd()}\n`);
    return;
  }
  passed += 1;
  console.log(`✓ ${name} (${seconds(began)})`);
}

/** Jest's own JSON is what counts: a file that cannot be loaded, a skip or a todo fails the run as a broken test does. */
function count(report) {
  passed += report.numPassedTests;
  for (const file of report.testResults) {
    const path = relative(root, file.name);
    const broken = file.assertionResults.filter((test) => test.status !== 'passed');
    for (const test of broken)
      failures.push(`${path}: ${test.fullName}${test.status === 'failed' ? '' : ` (${test.status}: not allowed)`}`);
    if (file.status === 'failed' && broken.length === 0) failures.push(`${path}: could not run`);
  }
  if (report.numTotalTests === 0) failures.push('jest: no test ran');
  const slowest = report.testResults
    .map((file) => ({ path: relative(root, file.name), took: file.endTime - file.startTime }))
    .sort((a, b) => b.took - a.took)
    .slice(0, 5);
  console.log(`\nSlowest: ${slowest.map(({ path, took }) => `${path} ${(took / 1000).toFixed(1)} s`).join(', ')}`);
}

async function tests() {
  const began = performance.now();
  const results = join(root, 'tests/.artifacts/jest.json');
  mkdirSync(join(results, '..'), { recursive: true });
  rmSync(results, { force: true });
  const jest = createRequire(join(root, 'tests/package.json')).resolve('jest/bin/jest');
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  args.push('--config', join(root, 'tests/jest.config.js'), '--ci', '--json', '--outputFile', results);
  if (fast) args.push('--testPathIgnorePatterns', '/node_modules/', ...slowFolders.map((name) => `/tests/${name}/`));
  const { code } = await run('node', args, { show: true });
  const before = failures.length;
  if (existsSync(results)) count(JSON.parse(readFileSync(results, 'utf8')));
  if (code !== 0 && failures.length === before) failures.push(`jest ended with code ${code}`);
  console.log(`${failures.length === before ? '✓' : '✗'} tests (${seconds(began)})`);
}

const began = performance.now();
await step('build', ['node', 'scripts/build.mjs', '--if-stale', 'server', fast ? 'codegen' : 'admin']);
await step('format', ['prettier', '--check', '--log-level', 'warn', '.']);
await step('lint', ['oxlint', '--max-warnings', '0'], ['node', 'scripts/floors.mjs']);
await step('dead code', ['knip', '--no-progress']);
for (const name of ['server', 'admin', 'tests']) await step(`types of ${name}/`, ['tsc', '-p', name, '--noEmit']);
await step('schema', ['node', 'scripts/schema.mjs', '--check']);
await tests();

if (failures.length) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
console.log(`\nAll in ${seconds(began)}${fast ? `, without tests/{${slowFolders}}` : ''}`);
process.exitCode = failures.length ? 1 : 0;
console.log(`${passed} passed, ${failures.length} failed`);
