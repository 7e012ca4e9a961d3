/** The servers that are compared, each a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const here = import.meta.dirname;
const programs = {
  jiesu: join(here, '../server/dist/main.js'),
  postgraphile: join(here, 'lanes/postgraphile.mjs'),
  limit: join(here, 'lanes/limit.mjs'),
  broadcast: join(here, 'lanes/broadcast.mjs'),
};

/** Starts a lane and waits until it answers. */
export async function startLane(name, environment, nodeArguments = []) {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeArguments, '--import', join(here, 'lanes/cpu.mjs'), programs[name]], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      ...environment,
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let isOver = false;
  child.once('exit', () => (isOver = true));
  for (let tries = 0; !(await answers(port)); tries++) {
    if (isOver || tries === 600) throw new Error(`${name} does not start`);
    await sleep(100);
  }
  return {
    name,
    port,
    /** Processor time used so far in microseconds, and resident memory in bytes. */
    async usage() {
      const answer = once(child, 'message');
      child.send('cpu');
      const [{ cpu, memory }] = await answer;
      return { cpu: cpu.user + cpu.system, memory };
    },
    /** Ends it at once, as a power cut does. */
    kill() {
      child.kill('SIGKILL');
    },
    async stop() {
      if (isOver) return;
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}

const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
