import type { Client } from 'graphql-ws';
import { until } from './until.js';

export const COMPLAINTS = `subscription ($after: EventCursor, $complaintId: ID, $orgUnitId: ID) {
  complaintEvents(after: $after, complaintId: $complaintId, orgUnitId: $orgUnitId) {
    cursor kind complaint { id reference } } }`;
export const ESCALATIONS = `subscription ($after: EventCursor) {
  escalationEvents(after: $after) { cursor kind escalation { id complaint { reference } } } }`;

/** An event of either feed, as the documents above ask for it. */
interface Told {
  cursor: string;
  kind: string;
  complaint?: { id: string; reference: string };
  escalation?: { id: string; complaint: { reference: string } };
}

interface Problem {
  message: string;
  extensions: { code: string; fields?: Record<string, string>; retryAfterSeconds?: number; id?: string };
}

/** One subscription and all that it was told, in order. */
export function subscribe(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const events: Told[] = [];
  const state = { problems: [] as Problem[], isOver: false, closed: null as { code: number; reason: string } | null };
  client.on('closed', (event) => {
    const { code, reason } = event as { code: number; reason: string };
    state.closed = { code, reason };
  });
  const over = () => void (state.isOver = true);
  const end = client.subscribe<Record<string, Told>>(
    { query, variables },
    {
      next({ data, errors }) {
        if (errors) state.problems.push(...(errors as unknown as Problem[]));
        else events.push(Object.values(data!)[0]!);
      },
      error(error) {
        if (Array.isArray(error)) state.problems.push(...(error as Problem[]));
        over();
      },
      complete: over,
    },
  );
  const referenceOf = ({ complaint, escalation }: Told) => (complaint ?? escalation!.complaint).reference;
  return {
    events,
    state,
    end,
    references: () => events.map(referenceOf),
    /** All that was told once there are so many. */
    first: async (count: number) => {
      await until(() => events.length >= count || state.problems.length > 0 || state.closed);
      return events.map(referenceOf);
    },
    /** The error that it ended with. */
    problem: async () => (await until(() => state.problems[0])).extensions,
    closed: () => until(() => state.closed),
  };
}

export type Subscription = ReturnType<typeof subscribe>;
