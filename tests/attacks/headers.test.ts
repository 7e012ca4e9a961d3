import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createBoundedServer, httpLimits } from '../../server/src/http-server.js';
import { startTestServer, type TestServer } from '../harness/server.js';

let server: TestServer;
/** A bank whose people come by https. */
let secure: TestServer;
beforeAll(async () => {
  [server, secure] = await Promise.all([
    startTestServer(),
    startTestServer({
      environment: { PUBLIC_URL: 'https://jiesu.bank.example', TRACK_FRAME_ORIGINS: 'https://www.bank.example' },
    }),
  ]);
});
afterAll(async () => {
  await server.stop();
  await secure.stop();
});

const paths = ['/', '/complaints/x', '/graphiql', '/graphql', '/livez', '/readyz', '/schema.graphql'];
const policyOf = ({ headers }: Response) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

test.each(paths)('%s carries the security headers', async (path) => {
  const response = await fetch(server.url + path);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  for (const name of ['x-powered-by', 'server', 'strict-transport-security', 'access-control-allow-origin'])
    expect(response.headers.get(name)).toBeNull();
  const policy = policyOf(response);
  expect(policy).toMatchObject({ 'frame-ancestors': "'none'", 'base-uri': "'none'" });
  expect(policy['script-src'] ?? policy['default-src']).not.toMatch(/unsafe|\*|https?:|data:/);
  expect(policy['default-src']).toBe(/^\/(graphql$|livez|readyz|schema)/.test(path) ? "'none'" : "'self'");
  // The explorer's editor writes its own styles.
  expect(path !== '/graphiql' && policy['style-src']?.includes('unsafe')).toBeFalsy();
});

test('only the page of customers may stand in a frame, and only on sites that are named', async () => {
  const framed = await fetch(`${secure.url}/track`);
  expect(policyOf(framed)['frame-ancestors']).toBe('https://www.bank.example');
  expect(framed.headers.get('x-frame-options')).toBeNull();
  for (const url of [...paths.map((path) => secure.url + path), `${server.url}/track`, `${secure.url}/tracks`])
    expect(policyOf(await fetch(url))['frame-ancestors']).toBe("'none'");
});

test('with https outside, browsers are told to stay with it', async () => {
  for (const path of paths)
    expect((await fetch(secure.url + path)).headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
});

test('a compressed body counts as what it unpacks to', async () => {
  const send = (query: string, padding: number) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ query, variables: { a: 'x'.repeat(padding) } })),
    });
  expect((await send('{ __typename }', 1000)).status).toBe(200);
  const bomb = await send('{ __typename }', 50 * 1024 * 1024);
  expect(bomb.status).toBe(413);
  expect(await bomb.text()).toContain('BAD_USER_INPUT');
});

/** Sends bytes and answers all that comes back until the connection ends. */
async function raw(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return answer;
}
const portOf = ({ url }: TestServer) => Number(new URL(url).port);

test('A22: too many headers, a request that is none and one with two lengths are refused', async () => {
  const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\n';
  expect(await raw(portOf(server), `${head}X: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
  expect(await raw(portOf(server), 'complain\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  const smuggled = `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`;
  expect(await raw(portOf(server), smuggled)).toMatch(/^HTTP\/1\.1 400/);
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
});

test('A22: who sends slowly is let go, and the real limits are no longer than half a minute', async () => {
  const limits = { ...httpLimits, headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
  const bounded: Server = createBoundedServer((_request, response) => void response.end(), limits).listen(
    0,
    '127.0.0.1',
  );
  await once(bounded, 'listening');
  const { port } = bounded.address() as AddressInfo;
  expect(await raw(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow')).toMatch(/^HTTP\/1\.1 408/);
  expect(await raw(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc')).toMatch(/HTTP\/1\.1 (200|408)/);
  bounded.close();
  expect(httpLimits.headersTimeout).toBeLessThanOrEqual(10_000);
  expect(httpLimits.requestTimeout).toBeLessThanOrEqual(30_000);
});
