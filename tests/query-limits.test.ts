import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { openLiveBank, type LiveBank } from './harness/live-bank.js';
import { subscribe } from './harness/subscription.js';
import { until } from './harness/until.js';

let bank: LiveBank;
let token: string;

beforeAll(async () => {
  bank = await openLiveBank();
  token = await bank.signIn('leader');
});
afterAll(() => bank.stop());

const nested = (levels: number): string => (levels ? `escalations { complaint { ${nested(levels - 1)} } }` : 'id');
const bomb = (levels: number) =>
  Array.from({ length: levels }, (_, at) => `fragment f${at} on Complaint { ...f${at + 1} ...f${at + 1} }`).join(' ') +
  ` fragment f${levels} on Complaint { id reference title }`;
const aliases = (count: number) => Array.from({ length: count }, (_, at) => `a${at}: reference`).join(' ');

const tooComplex: [what: string, selection: string, fragments: string][] = [
  ['nested two hundred times', nested(100), ''],
  ['a hundred aliases', aliases(100), ''],
  ['a fragment that doubles at each of 30 levels', '...f0', bomb(30)],
];

test.each(tooComplex)('a query with %s is refused before it runs', async (_what, selection, fragments) => {
  const { data, errors } = await bank.request(`{ complaints { items { ${selection} } } } ${fragments}`, {}, { token });
  expect(data).toBeFalsy();
  expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
});

test.each(tooComplex)('a subscription with %s is refused before it runs', async (_what, selection, fragments) => {
  const query = `subscription { complaintEvents { complaint { ${selection} } } } ${fragments}`;
  const { state } = subscribe(bank.connect({ token }), query);
  await until(() => state.problems.length > 0);
  expect(state.problems).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
});

test('the schema may be asked for whole, and a page with all that hangs on it', async () => {
  const { data } = await bank.request(getIntrospectionQuery(), {}, { token });
  expect(data.__schema.types.length).toBeGreaterThan(50);
  const wide = `{ complaints { items { id orgUnit { parent { parent { parent { name } } } }
    escalations { notices { staff { orgUnit { name } } } } events { actor { orgUnit { name } } } } } }`;
  expect((await bank.request(wide, {}, { token })).errors).toBeUndefined();
});

test('one socket carries fifty feeds and no more', async () => {
  const socket = bank.connect({ token });
  const feeds = Array.from({ length: 51 }, () => subscribe(socket, 'subscription { complaintEvents { cursor } }'));
  await until(() => feeds.some(({ state }) => state.problems.length > 0));
  expect(feeds.flatMap(({ state }) => state.problems)).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
});
