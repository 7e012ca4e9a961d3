import { graphql } from '../gql';
import type { AuditEntriesQuery, VerifyAuditQuery } from '../gql/graphql';

/** One page of the audit log, newest first. */
export const AuditEntriesDocument = graphql(`
  query AuditEntries($filter: AuditFilter, $page: PageInput) {
    auditEntries(filter: $filter, page: $page) {
      items {
        seq
        at
        kind {
          code
          text
        }
        actorKind
        actor {
          id
          name
          username
        }
        actorKeyName
        subject {
          type
          id
          name
        }
        orgUnitName
        isDrill
        details {
          name
          value
        }
        previousHash
        hash
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** The kinds of entries, for the filter. */
export const AuditKindsDocument = graphql(`
  query AuditKinds {
    auditKinds {
      code
      text
    }
  }
`);

/** A piece of the chain's verification. */
export const VerifyAuditDocument = graphql(`
  query VerifyAudit($after: String) {
    verifyAudit(after: $after) {
      intactCount
      totalCount
      headHash
      endCursor
      broken {
        seq
        fault
      }
    }
  }
`);

/** One entry of the audit log. */
export type Entry = AuditEntriesQuery['auditEntries']['items'][number];

/** How far the chain was found to hold. */
export type Verification = VerifyAuditQuery['verifyAudit'];
