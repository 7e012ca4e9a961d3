/** Everything that watches: tsc, the server on its output, codegen, and vite's dev server for the console. */
import { environment, root } from './run.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const first = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale', 'server', 'codegen'], {
  stdio: 'inherit',
});
if (first.status !== 0) process.exit(1);

const admin = join(root, 'admin');
const children = [
  ['tsc', ['-p', 'server', '--watch', '--preserveWatchOutput'], root],
  ['node', ['--watch', '--watch-preserve-output', 'server/dist/main.js'], root],
  ['graphql-codegen', ['--watch'], admin],
  ['vite', [], admin],
].map(([tool, args, cwd]) => spawn(tool, args, { cwd, env: environment, stdio: 'inherit' }));

// One that ends, or a signal, ends all: half a development loop only confuses.
const endAll = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endAll);
for (const child of children) child.on('exit', endAll);
