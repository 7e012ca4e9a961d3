import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Holds back every other start on the same folder; the kernel frees the lock when its holder dies. */
export async function takeStartLock(home: string, log: (line: string) => void): Promise<() => void> {
  const name = `\0jiesu-postgres-${createHash('sha256').update(home).digest('hex')}`;
  for (let tries = 0; ; tries += 1) {
    const server = await bind(name);
    if (server) return () => server.close();
    if (tries === 100) log(`waiting for another start on ${home}`);
    await sleep(20);
  }
}

/** An abstract socket has no file, so there is nothing stale to clean up after a crash. */
function bind(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(name).unref();
  });
}
