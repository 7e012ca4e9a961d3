import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A message as the server took it. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  headers: Record<string, string>;
}

/** What it does to whoever connects. */
export type Mood = 'WELL' | 'BUSY' | 'REFUSING' | 'SILENT';

/** A little mail server that speaks as much SMTP as a sender needs; takes everything unless its mood is another. */
export async function startMailServer() {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  const state: { mood: Mood; dropsAfterData: boolean } = { mood: 'WELL', dropsAfterData: false };
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (state.mood === 'SILENT') return;
    converse(socket, state, mails);
  };
  let server = createServer(serve);
  const listen = (port: number) => once(server.listen(port, '127.0.0.1'), 'listening');
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const down = async () => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** What it took, in that order. */
    mails,
    state,
    /** Nobody can connect any more. */
    down,
    /** There again, at the same place. */
    async up() {
      server = createServer(serve);
      await listen(port);
    },
  };
}

function converse(socket: Socket, state: { mood: Mood; dropsAfterData: boolean }, mails: Mail[]): void {
  const say = (line: string) => void socket.write(`${line}\r\n`);
  let [buffer, to, isData] = ['', '', false];
  const hear = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250 mail.test');
    else if (verb === 'RCPT') {
      if (state.mood === 'BUSY') return say('451 try again later');
      if (state.mood === 'REFUSING') return say('550 no such user');
      to = /<(.*)>/.exec(line)![1]!;
      say('250 ok');
    } else if (verb === 'DATA') {
      isData = true;
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };
  const take = (text: string) => {
    isData = false;
    mails.push(parsed(to, text));
    // The message is there, but whoever sent it never hears so.
    if (state.dropsAfterData) socket.destroy();
    else say('250 taken');
  };
  say('220 mail.test');
  socket.on('data', (chunk) => {
    buffer += chunk;
    for (;;) {
      const end = isData ? '\r\n.\r\n' : '\r\n';
      const at = buffer.indexOf(end);
      if (at < 0) return;
      const part = buffer.slice(0, at);
      buffer = buffer.slice(at + end.length);
      (isData ? take : hear)(part);
    }
  });
}

function parsed(to: string, text: string): Mail {
  const split = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, split)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = text.slice(split + 4);
  const encoding = headers['content-transfer-encoding'];
  return {
    id: headers['message-id'] ?? '',
    to,
    subject: (headers['subject'] ?? '')
      .replaceAll(/\?= =\?/g, '?==?')
      .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_whole, kind: string, word: string) =>
        kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : unquoted(word.replaceAll('_', ' ')),
      ),
    text: encoding === 'base64' ? Buffer.from(body, 'base64').toString() : unquoted(body),
    headers,
  };
}

/** Quoted-printable as text. */
const unquoted = (text: string) =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString();
