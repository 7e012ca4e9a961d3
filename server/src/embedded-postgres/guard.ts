// A program of its own, started with a pid file and the arguments that mark its PostgreSQL: it outlives the server
// process, however that dies, and then gives PostgreSQL a fast shutdown. It uses only node's own modules, because it
// also runs from source, uncompiled.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [pidFile = '', ...marks] = process.argv.slice(2);
const fastShutdownMs = 60_000;

// Not "node", so that `killall -9 node` leaves the guard to do its work.
process.title = 'jiesu-guard';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

let told = '';
try {
  for await (const chunk of process.stdin.setEncoding('utf8')) told += chunk;
} catch {
  // A reset connection means the same as its end.
}
if (!told.includes('done')) await shutDown(Number(told.trim().split('\n').at(-1)) || (await pidFromFile()));

async function shutDown(pid: number): Promise<void> {
  if (!isPostmaster(pid)) return;
  process.kill(pid, 'SIGINT');
  for (const started = Date.now(); Date.now() - started < fastShutdownMs; await sleep(50)) {
    if (!isPostmaster(pid)) return;
  }
  process.kill(pid, 'SIGQUIT');
}

/** The server process may have died between starting PostgreSQL and telling its pid. */
async function pidFromFile(): Promise<number> {
  for (let tries = 0; tries < 60; tries += 1) {
    const pid = Number.parseInt(read(pidFile), 10);
    if (isPostmaster(pid)) return pid;
    await sleep(50);
  }
  return 0;
}

/** Pids are used again, a zombie still has one, and a later start on the folder is none of ours: the marks tell. */
function isPostmaster(pid: number): boolean {
  const args = read(`/proc/${pid}/cmdline`).split('\0');
  return pid > 0 && marks.every((mark) => args.includes(mark));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
