import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens and answers the address as a browser on this machine writes it; port 0 lets the system choose. */
export async function listen(server: Server, wanted: number, on: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, on, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = on === '0.0.0.0' || on === '::' ? 'localhost' : on;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
