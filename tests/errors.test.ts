import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorCodes } from '../server/src/kernel/errors.js';
import { CLAIM, COMPLAINT, REVEAL } from './harness/bank.js';
import { createTestDatabase, ownerSql, tamper, type TestDatabase } from './harness/database.js';
import { inWords, type Expected } from './harness/error-words.js';
import { lineTo } from './harness/line.js';
import { complaintAt, openLiveBank, REGISTER, type LiveBank } from './harness/live-bank.js';
import { COMPLAINTS, subscribe } from './harness/subscription.js';
import { until } from './harness/until.js';

const locales = ['zh', 'en'] as const;

let database: TestDatabase;
let line: Awaited<ReturnType<typeof lineTo>>;
let bank: LiveBank;
let leader: string;
const produced = { http: new Set<string>(), socket: new Set<string>() };

beforeAll(async () => {
  database = await createTestDatabase();
  line = await lineTo(database.url);
  bank = await openLiveBank({ databaseUrl: line.url, environment: { RATE_LIMIT_STAFF: '1/40', FEED_POLL_MS: '100' } });
  leader = await bank.signIn('leader');
});
afterAll(async () => {
  line.mend();
  await bank.stop();
  line.close();
  await database.drop();
});

interface Sent {
  query?: string;
  variables?: object;
  token?: string;
  body?: string;
  headers?: Record<string, string>;
}

async function send({ query, variables, token, body, headers }: Sent, locale: string) {
  const response = await fetch(`${bank.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': locale,
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body ?? JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), errors };
}

async function expectRefusal(sent: Sent, status: number, expected: Expected): Promise<void> {
  for (const locale of locales) {
    const answer = await send(sent, locale);
    const seconds = status >= 400 ? expected['retryAfterSeconds'] : undefined;
    const retryAfter = seconds === undefined ? null : String(seconds);
    expect(answer).toEqual({ status, retryAfter, errors: [inWords(expected, locale)] });
    produced.http.add(answer.errors[0]!.extensions.code);
  }
}

/** The same on a socket: what one subscription is told. */
async function expectRefusalOnSocket(
  { query = '', variables = {}, token }: Sent,
  expected: Expected,
  onceConnected = () => undefined as void,
): Promise<void> {
  for (const locale of locales) {
    const client = bank.connect({ token, locale });
    const connected = new Promise<void>((resolve) => void client.on('connected', () => resolve()));
    // Opens the socket with something that no limit counts, so that the moment of the refusal is the test's to choose.
    const opener = subscribe(client, '{ notASubscription }');
    await connected;
    onceConnected();
    const { state } = subscribe(client, query, variables as Record<string, unknown>);
    await until(() => state.problems.length > 0);
    expect(state.problems).toEqual([inWords(expected, locale)]);
    produced.socket.add(state.problems[0]!.extensions.code);
    opener.end();
  }
}

const idOf = async (reference: string): Promise<string> =>
  (await bank.ask('{ complaints { items { id reference } } }', {}, leader)).complaints.items.find(
    (each: { reference: string }) => each.reference === reference,
  ).id;
const nobody = '00000000-0000-4000-8000-000000000000';
const EVENTS = 'subscription { complaintEvents { cursor } }';

test('UNAUTHENTICATED: before anything runs with a bad credential, in place without one', async () => {
  const refused = { says: 'error.unauthenticated', code: 'UNAUTHENTICATED' };
  await expectRefusal({ query: '{ __typename }', token: 'jses_guessed' }, 401, refused);
  await expectRefusal({ query: '{ complaints { totalCount } }' }, 200, { ...refused, path: ['complaints'] });
  await expectRefusalOnSocket({ query: EVENTS }, { ...refused, path: ['complaintEvents'] });
});

test('FORBIDDEN: visible, but not theirs to do', async () => {
  const refused = { says: 'error.forbidden', code: 'FORBIDDEN' };
  await expectRefusal({ query: '{ auditKinds { code } }', token: leader }, 200, { ...refused, path: ['auditKinds'] });
  const id = await idOf(await bank.register(bank.units.east));
  const variables = { id, input: { field: 'NAME', reason: 'VERIFY_IDENTITY' } };
  const { errors } = await send({ query: REVEAL, variables, token: leader }, 'en');
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'FORBIDDEN', stepUp: 'ENROL' }]);
});

test('NOT_FOUND: not there and not to be seen look alike', async () => {
  const hidden = await idOf(await bank.register(bank.units.east));
  const west = await bank.signIn('west');
  const refused = { says: 'error.notFound', code: 'NOT_FOUND' };
  for (const id of [nobody, hidden])
    await expectRefusal({ query: COMPLAINT('id'), variables: { id }, token: west }, 200, {
      ...refused,
      path: ['complaint'],
    });
});

test('BAD_USER_INPUT: every wrong field at once, by its path', async () => {
  const refused = { says: 'error.badInput', code: 'BAD_USER_INPUT' };
  const { content: _, ...noContent } = complaintAt(bank.units.east, { channel: 'PIGEON', pigeon: 1 });
  const fields = { content: 'field.required', channel: 'field.wrongType', pigeon: 'field.unknown' };
  await expectRefusal({ query: REGISTER, variables: { input: noContent }, token: bank.apiKey }, 400, {
    ...refused,
    fields,
  });
  const input = complaintAt(bank.units.east, { idempotencyKey: 'short', content: '' });
  await expectRefusal({ query: REGISTER, variables: { input }, token: bank.apiKey }, 200, {
    ...refused,
    path: ['registerComplaint'],
    fields: { idempotencyKey: 'field.tooShort min=8', content: 'field.required' },
  });
  await expectRefusal({ query: EVENTS, token: leader }, 400, { ...refused, fields: { query: 'field.onlyOverSocket' } });
  const variables = { after: '999999999' };
  await expectRefusalOnSocket(
    { query: COMPLAINTS, variables, token: leader },
    { ...refused, path: ['complaintEvents'], fields: { after: 'field.badCursor' } },
  );
});

test('BAD_USER_INPUT: a body that cannot be read, or is too large', async () => {
  const refused = { says: 'error.badRequest', code: 'BAD_USER_INPUT' };
  for (const body of ['{"query": ', '[]', '{}', 'null']) await expectRefusal({ body }, 400, refused);
  await expectRefusal({ body: 'query', headers: { 'content-type': 'text/plain' } }, 400, refused);
  const body = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(260 * 1024) } });
  await expectRefusal({ body }, 413, { ...refused, says: 'error.tooLarge', params: { most: 256 } });
});

test('CONFLICT: another version, another state with what would be accepted, a key that was used', async () => {
  const east = await bank.signIn('east');
  const path = ['claimComplaint'];
  const id = await idOf(await bank.register(bank.units.east));
  await expectRefusal({ query: CLAIM, variables: { id, version: 99 }, token: east }, 200, {
    ...{ says: 'error.stale', code: 'CONFLICT', path },
  });
  const claimed = await bank.ask(CLAIM, { id, version: 1 }, east);
  const { version } = claimed.claimComplaint;
  const { errors } = await send({ query: CLAIM, variables: { id, version }, token: east }, 'en');
  const { allowedActions } = (await bank.ask(COMPLAINT('allowedActions { code blockedBy }'), { id }, east)).complaint;
  const open = allowedActions.filter(({ blockedBy }: { blockedBy: string | null }) => !blockedBy);
  expect(errors).toEqual([
    {
      ...{ message: 'Somebody is first handler already', path },
      extensions: { code: 'CONFLICT', allowedActions: open.map(({ code }: { code: string }) => code) },
    },
  ]);
  const input = complaintAt(bank.units.east);
  await bank.ask(REGISTER, { input });
  const other = { ...input, content: '另一件事' };
  await expectRefusal({ query: REGISTER, variables: { input: other }, token: bank.apiKey }, 200, {
    ...{ says: 'error.keyReused', code: 'CONFLICT', path: ['registerComplaint'] },
  });
  const after = await bank.cursor();
  await bank.register(bank.units.east);
  await bank.register(bank.units.east);
  await tamper(database.url, 'delete from event where seq < (select max(seq) from event)');
  await expectRefusalOnSocket(
    { query: COMPLAINTS, variables: { after }, token: bank.apiKey },
    { says: 'error.cursorTooOld', code: 'CONFLICT', path: ['complaintEvents'] },
  );
});

test('QUERY_TOO_COMPLEX: with the limit, the most and what was found', async () => {
  const nested = (levels: number): string => (levels ? `escalations { complaint { ${nested(levels - 1)} } }` : 'id');
  const refused = { says: 'error.tooDeep', code: 'QUERY_TOO_COMPLEX' };
  const query = `{ complaints { items { ${nested(10)} } } }`;
  const params = { limit: 'depth', most: 10, found: 23 };
  await expectRefusal({ query, token: leader }, 400, { ...refused, params });
  await expectRefusalOnSocket(
    { query: `subscription { complaintEvents { complaint { ${nested(10)} } } }`, token: leader },
    { ...refused, params },
  );
});

test('RATE_LIMITED: with the seconds, in the header too', async () => {
  const token = await bank.signIn('clerk');
  const all = await Promise.all(Array.from({ length: 60 }, () => send({ query: '{ __typename }', token }, 'en')));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(40);
  const seconds = 1;
  const refused = { says: 'error.rateLimited', code: 'RATE_LIMITED', params: { seconds }, retryAfterSeconds: seconds };
  await expectRefusal({ query: '{ __typename }', token }, 429, refused);
  await expectRefusalOnSocket({ query: EVENTS, token }, refused);
});

test('UNAVAILABLE: while the database is away', async () => {
  // What the process took from the bucket before holds no longer: the next request must ask the database.
  bank.clock.advance({ minutes: 1 });
  const token = await bank.signIn('east');
  const seconds = 2;
  const refused = { says: 'error.unavailable', code: 'UNAVAILABLE', params: { seconds }, retryAfterSeconds: seconds };
  await expectRefusalOnSocket({ query: EVENTS, token }, refused, () => line.cut());
  await expectRefusal({ query: '{ __typename }', token }, 503, refused);
  line.mend();
  await until(async () => (await fetch(`${bank.url}/readyz`)).status === 200);
});

test('INTERNAL_SERVER_ERROR: an id to quote, and nothing of the cause', async () => {
  const after = await bank.cursor();
  await bank.register(bank.units.east);
  await ownerSql(database.url, 'alter table contact rename to hidden');
  const input = complaintAt(bank.units.east);
  const subscription = `subscription { complaintEvents(after: "${after}") { complaint { contacts { id } } } }`;
  for (const locale of locales) {
    const [error] = (await send({ query: REGISTER, variables: { input }, token: bank.apiKey }, locale)).errors;
    expectInternal(error, locale, ['registerComplaint']);
    produced.http.add(error!.extensions.code);
    const { state } = subscribe(bank.connect({ token: bank.apiKey, locale }), subscription);
    const told = await until(() => state.problems[0]);
    expectInternal(told, locale);
    produced.socket.add(told.extensions.code);
  }
  await ownerSql(database.url, 'alter table hidden rename to contact');
});

function expectInternal(error: unknown, locale: 'zh' | 'en', path?: string[]): void {
  const { id } = (error as { extensions: { id: string } }).extensions;
  expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(error).toEqual(
    inWords({ says: 'error.internal', code: 'INTERNAL_SERVER_ERROR', id, ...(path && { path }) }, locale),
  );
}

test('every code there is was produced above, over HTTP and, but for two, on the socket', () => {
  expect([...produced.http].toSorted()).toEqual(errorCodes.toSorted());
  // A feed refuses nothing for want of rights: what is not theirs to see is not told.
  const onSockets = errorCodes.filter((code) => code !== 'FORBIDDEN' && code !== 'NOT_FOUND');
  expect([...produced.socket].toSorted()).toEqual(onSockets.toSorted());
});
