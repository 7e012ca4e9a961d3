import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** The harmless file that every scanner takes for malware, put together here so that none takes this source for it. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join(''),
);

/** A stand-in for ClamAV's daemon that speaks `INSTREAM` and knows one piece of malware; it keeps count of what it saw. */
export async function startClamav() {
  const seen: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const file = fileIn(bytes);
      if (file === null) return;
      seen.push(file.length);
      const verdict = file.includes(eicar) ? 'Win.Test.EICAR_HDB-1 FOUND' : 'OK';
      socket.end(`stream: ${verdict}\0`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Sizes of the files that were scanned to the end. */
    seen,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const command = 'zINSTREAM\0';

/** The file of a conversation, once its end has come; null before. */
function fileIn(bytes: Buffer): Buffer | null {
  if (bytes.length < command.length) return null;
  if (bytes.toString('latin1', 0, command.length) !== command) throw new Error('not INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
