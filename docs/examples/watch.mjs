// Follows what happens to escalations, as an app for managers would:  node docs/examples/watch.mjs [SIGN-IN [PASSWORD]]
// Works on Node 20 and later. JIESU_URL names another server than the local one.
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const url = process.env.JIESU_URL || 'http://127.0.0.1:4000';
const [username = 'leader', password = 'jiesu-demo'] = process.argv.slice(2);

async function ask(query, variables, token) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': 'en',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const query = `subscription ($after: EventCursor) {
  escalationEvents(after: $after) {
    cursor
    at
    kind
    escalation { reference trigger level status complaint { reference } orgUnit { name } }
  }
}`;

const input = { username, password, mode: 'TOKEN' };
const { signIn } = await ask('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input });
// The position of the log now. The cursor of the last event is all that must be remembered from here on.
let { eventCursor: after } = await ask('{ eventCursor }', {}, signIn.token);

const client = createClient({
  url: `${url.replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${signIn.token}` },
  // We connect again ourselves, so that the newest cursor goes with it.
  retryAttempts: 0,
});
process.on('SIGINT', () => process.exit(0));
console.log(`${username} is watching ${url}; Ctrl-C ends it`);

for (;;) {
  try {
    for await (const { data, errors } of client.iterate({ query, variables: { after } })) {
      if (errors) throw new Error(errors[0].message);
      const { cursor, at, kind, escalation } = data.escalationEvents;
      const { reference, trigger, level, status, complaint, orgUnit } = escalation;
      console.log(at, kind, reference, trigger, level, status, complaint.reference, orgUnit.name);
      after = cursor;
    }
  } catch (error) {
    const [{ message }] = Array.isArray(error) ? error : [error];
    console.error(`interrupted: ${error.reason || message || error.code || 'the connection is lost'}`);
    // Not signed in any more: connecting again would not help.
    if (error.code === 4401) process.exit(1);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
