/** What the examples need of the bank they run on. */
export interface ExampleValues {
  /** Key of a channel app. */
  apiKey: string;
  /** Token of somebody of a desk; null where the cookie of the console is used. */
  staffToken: string | null;
  trackingCode: string;
  /** Of an escalation that waits to be signed for. */
  escalationId: string;
  /** Position of the event log, a little before now. */
  cursor: string | null;
}

/** What stands where the bank's own values are not known: outside the demo. */
export const placeholders: ExampleValues = {
  apiKey: 'jkey_…',
  staffToken: null,
  trackingCode: 'XXXX-XXXX-XXXX-XXXX',
  escalationId: '…',
  cursor: null,
};

interface Example {
  query: string;
  variables: string;
  headers: string;
}

/** A tab for each thing that a channel app or an app for staff does first. */
export function examplesFor({
  apiKey,
  staffToken,
  trackingCode,
  escalationId,
  cursor,
}: ExampleValues): [Example, ...Example[]] {
  const json = (value: object) => JSON.stringify(value, null, 2);
  const app = json({ authorization: `Bearer ${apiKey}` });
  const staff = json(staffToken ? { authorization: `Bearer ${staffToken}` } : {});
  const example = (query: string, variables: object, headers: string): Example => ({
    query: query.trim(),
    variables: json(variables),
    headers,
  });
  return [
    example(register, { input: complaint }, app),
    example(track, { trackingCode }, '{}'),
    example(list, { filter: { isOpen: true }, page: { limit: 5, after: null } }, app),
    example(feed, { after: cursor }, app),
    example(codes, { name: 'CATEGORY' }, app),
    example(escalations, { filter: { status: ['OPEN'] } }, staff),
    example(acknowledge, { id: escalationId, input: { note: '已联系客户，正在核实' } }, staff),
    example(signIn, { input: { username: 'office', password: 'jiesu-demo', mode: 'TOKEN' } }, '{}'),
  ];
}

const complaint = {
  idempotencyKey: 'graphiql-example-1',
  channel: 'MOBILE_APP',
  categoryCode: 'FRAUD',
  content: '今天凌晨账户被转走 4800 元，不是我本人操作。',
  complainant: { name: '周小满', phone: '13812342071' },
};

const register = `
# A channel app registers a complaint (登记).
# Run it twice: the same key and body answer
# with the same complaint. Change the body,
# and the key is a CONFLICT.
mutation Register($input: RegisterComplaintInput!) {
  registerComplaint(input: $input) {
    id
    reference
    trackingCode
    status
    level
    clocks { kind dueAt state }
  }
}`;

const track = `
# The complainant follows the case by the code
# they were given (查进度). Nobody signs in.
query Track($trackingCode: String!) {
  trackComplaint(trackingCode: $trackingCode) {
    reference
    status
    firstResponseDueAt
    messages { at kind text }
  }
}`;

const list = `
# What the app registered, five at a time. For
# the next page, give endCursor as page.after.
query List($filter: ComplaintFilter, $page: PageInput) {
  complaints(filter: $filter, page: $page) {
    items {
      id
      reference
      status
      level
      receivedAt
      nextDueAt
    }
    pageInfo { endCursor hasNextPage }
  }
}`;

const feed = `
# Everything that happened to the app's complaints
# after a cursor, then live (动态). Keep the cursor
# of the last event that you dealt with, and come
# back with it.
subscription Feed($after: EventCursor) {
  complaintEvents(after: $after) {
    cursor
    at
    kind
    complaint { reference status }
  }
}`;

const codes = `
# Categories (投诉类别) to choose from.
query Codes($name: CodeListName!) {
  codeList(name: $name) { code name isActive parent { code } }
}`;

const escalations = `
# Staff: escalations (升级) that wait, and what
# the viewer may do with each.
query Escalations($filter: EscalationFilter) {
  escalations(filter: $filter) {
    items {
      id
      level
      status
      cause
      complaint { reference title }
      allowedActions { code label blockedBy }
    }
  }
}`;

const acknowledge = `
# Staff: sign for an escalation (签收).
# Signing again changes nothing.
mutation Acknowledge($id: ID!, $input: AcknowledgeEscalationInput) {
  acknowledgeEscalation(id: $id, input: $input) {
    status
    acknowledgedAt
    note
  }
}`;

const signIn = `
# A token for an app for staff; send it as the
# header authorization: "Bearer jses_…".
mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    token
    expiresAt
    viewer { staff { name } roles { role orgUnit { name } } }
  }
}`;
