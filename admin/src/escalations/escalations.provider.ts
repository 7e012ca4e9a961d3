import type {
  AcknowledgeEscalationInput,
  EscalationFilter,
  EscalationSortField,
  ResolveEscalationInput,
} from '../gql/graphql';
import { request } from '../provider/client';
import { follow } from '../provider/live';
import { pageOf, required, sortOf, type Reader } from '../provider/reader';
import {
  AcknowledgeEscalationDocument,
  EscalationDocument,
  EscalationEventsDocument,
  EscalationsDocument,
  ResolveEscalationDocument,
} from './escalations.graphql';

/** How react-admin reads escalations. */
export const escalationReader: Reader = {
  async getList({ filter, sort, pagination, signal }) {
    const { escalations } = await request(
      EscalationsDocument,
      { filter: filter as EscalationFilter, sort: sortOf<EscalationSortField>(sort), page: pageOf(pagination) },
      signal,
    );
    return { data: escalations.items, total: escalations.totalCount, meta: { isExact: escalations.totalCountIsExact } };
  },
  async getOne(id, signal) {
    return required((await request(EscalationDocument, { id }, signal)).escalation);
  },
  feed: (_id, changed) =>
    follow(EscalationEventsDocument, {}, ({ escalationEvents }) => changed([escalationEvents.escalation.id]), {
      onGap: () => changed([]),
    }),
};

/** The verbs on escalations, each the mutation of the same name. */
export const escalationVerbs = {
  acknowledgeEscalation: async (id: string, input?: AcknowledgeEscalationInput) =>
    (await request(AcknowledgeEscalationDocument, { id, input })).acknowledgeEscalation,
  resolveEscalation: async (id: string, input: ResolveEscalationInput) =>
    (await request(ResolveEscalationDocument, { id, input })).resolveEscalation,
};
