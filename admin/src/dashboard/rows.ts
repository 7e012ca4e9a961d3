import type { ComplaintFilter, EscalationFilter } from '../gql/graphql';

const listOf = (path: string, filter: object) =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(withoutNothing(filter)))}`;
const withoutNothing = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

/** The address of the list that shows exactly the complaints behind a number. */
export const complaintRows = (filter: ComplaintFilter): string => listOf('/complaints', filter);

/** The address of the list that shows exactly the escalations behind a number. */
export const escalationRows = (filter: EscalationFilter): string => listOf('/escalations', filter);
