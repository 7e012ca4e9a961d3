import { placeholders, type ExampleValues } from './examples.js';

const apiKey = 'jiesu-demo-channel';
const desk = { username: 'office', password: 'jiesu-demo' };

/** In the demo bank, values with which every example runs as it stands; null elsewhere, where nothing is asked. */
export async function demoValues(): Promise<ExampleValues | null> {
  const { mode } = await fetch('/readyz').then((response) => response.json() as Promise<{ mode: string }>);
  if (mode !== 'DEMO') return null;
  const signIn = `mutation ($username: String!, $password: String!) {
    signIn(input: { username: $username, password: $password, mode: TOKEN }) { token } }`;
  const { token } = (await ask<{ signIn: { token: string } }>(signIn, desk)).signIn;
  const [own, { escalations }] = await Promise.all([
    ask<{ complaints: { items: { trackingCode: string; events: { cursor: string; at: string }[] }[] } }>(
      '{ complaints(page: { limit: 20 }) { items { trackingCode events { cursor at } } } }',
      {},
      apiKey,
    ),
    ask<{ escalations: { items: { id: string }[] } }>(
      '{ escalations(filter: { status: [OPEN, ACKNOWLEDGED] }, page: { limit: 1 }) { items { id } } }',
      {},
      token,
    ),
  ]);
  const [newest] = own.complaints.items;
  const [oldest] = own.complaints.items.flatMap(({ events }) => events).sort((a, b) => a.at.localeCompare(b.at));
  return {
    apiKey,
    staffToken: token,
    trackingCode: newest?.trackingCode ?? placeholders.trackingCode,
    // Not every event of a complaint is in the feed: from the oldest on there is something to see.
    cursor: oldest?.cursor ?? null,
    escalationId: escalations.items[0]?.id ?? placeholders.escalationId,
  };
}

async function ask<Data>(query: string, variables: object, bearer?: string): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]!.message);
  return data;
}
