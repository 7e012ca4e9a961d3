import { graphql } from '../../gql';

/** Orders the file of a complaint. */
export const ExportCaseFileDocument = graphql(`
  mutation ExportCaseFile($id: ID!, $input: ExportCaseFileInput!) {
    exportCaseFile(id: $id, input: $input) {
      id
    }
  }
`);

/** How far an export is, and where it can be fetched. */
export const ExportJobDocument = graphql(`
  query ExportJob($id: ID!) {
    exportJob(id: $id) {
      id
      state
      downloadUrl
    }
  }
`);
