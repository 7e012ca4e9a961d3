import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { openLiveBank, type LiveBank } from '../harness/live-bank.js';
import { subscribe } from '../harness/subscription.js';
import { until } from '../harness/until.js';

let bank: LiveBank;
let leader: string;
beforeAll(async () => {
  bank = await openLiveBank();
  leader = await bank.signIn('leader');
});
afterAll(() => bank.stop());

/** Near misses, from which a server that suggests gives its whole schema away. */
const nearMisses = [
  '{ complaint }',
  '{ complaintss { totalCount } }',
  '{ complaints { item { id } } }',
  '{ viewer { knd } }',
  '{ complaints(pages: { limit: 1 }) { totalCount } }',
  '{ complaints(page: { limits: 1 }) { totalCount } }',
  '{ complaints(filter: { status: [OPENED] }) { totalCount } }',
  'mutation { signIn(input: { username: "x" }) { token } }',
  'mutation { registerComplaints(input: {}) { id } }',
  'query ($input: ComplaintFilters) { complaints(filter: $input) { totalCount } }',
  'fragment f on Complain { id } query { ...f }',
];

test.each(nearMisses)('A4: a stranger learns nothing of the schema from %s', async (query) => {
  const answers = [await bank.request(query), await bank.request(query.replaceAll(/\w+(?=[^\w]*$)/g, 'zzzz'))];
  for (const { errors } of answers) {
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: { query: expect.any(String) } } }]);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean|Complaint|type "|field "|argument "|password/i);
  }
});

test('A4: a stranger on a socket learns as little, and neither introspection nor the page of the schema', async () => {
  const { state } = subscribe(bank.connect(), 'subscription { complaintEvent { cursor } }');
  await until(() => state.problems.length > 0);
  expect(JSON.stringify(state.problems)).not.toMatch(/did you mean|complaintEvents|Subscription/i);
  const { data, errors } = await bank.request(getIntrospectionQuery());
  expect([data, errors?.[0]?.extensions.code]).toEqual([undefined, 'UNAUTHENTICATED']);
  const page = await fetch(`${bank.url}/schema.graphql`);
  expect([page.status, await page.text()]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
});

test('A4: whoever is signed in is helped', async () => {
  const { errors } = await bank.request('{ viewer { knd } }', {}, { token: leader });
  expect(errors?.[0]?.extensions.fields?.['query']).toContain('Did you mean "kind"');
  for (const headers of [{ authorization: `Bearer ${leader}` }, { cookie: `jiesu_session=${leader}` }])
    expect(await (await fetch(`${bank.url}/schema.graphql`, { headers: headers as never })).text()).toContain(
      'type Complaint',
    );
});
