import { graphql } from '../../gql';
import type { CaseEvidenceQuery } from '../../gql/graphql';

/** One file of a case. */
export type CaseFile = NonNullable<CaseEvidenceQuery['complaint']>['evidence'][number];

/** The files of a case, and what may be added. */
export const CaseEvidenceDocument = graphql(`
  query CaseEvidence($id: ID!) {
    evidenceRules {
      isScanned
      limitBytes
    }
    complaint(id: $id) {
      id
      evidence {
        id
        name
        type
        sizeBytes
        sha256
        source
        collectedAt
        collectedBy {
          id
          name
        }
        description
        scanState
      }
    }
  }
`);

/** A link to an original. */
export const DownloadEvidenceDocument = graphql(`
  mutation DownloadEvidence($complaintId: ID!, $input: DownloadEvidenceInput!) {
    downloadEvidence(complaintId: $complaintId, input: $input) {
      url
    }
  }
`);
