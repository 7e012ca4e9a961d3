import { graphql } from '../gql';
import type { CodeEntriesQuery } from '../gql/graphql';

export const CodeEntriesDocument = graphql(`
  query CodeEntries($name: CodeListName!) {
    codeList(name: $name) {
      id
      version
      code
      nameZh
      nameEn
      isActive
      createdAt
      retiredAt
      parent {
        id
      }
      allowedActions {
        code
        label
      }
    }
  }
`);

export const AddCodeDocument = graphql(`
  mutation AddCode($input: AddCodeInput!) {
    addCode(input: $input) {
      id
    }
  }
`);

export const RenameCodeDocument = graphql(`
  mutation RenameCode($id: ID!, $input: RenameCodeInput!) {
    renameCode(id: $id, input: $input) {
      id
    }
  }
`);

export const MoveCodeDocument = graphql(`
  mutation MoveCode($id: ID!, $input: MoveCodeInput!) {
    moveCode(id: $id, input: $input) {
      id
    }
  }
`);

export const RetireCodeDocument = graphql(`
  mutation RetireCode($id: ID!, $input: ChangeCodeInput!) {
    retireCode(id: $id, input: $input) {
      id
    }
  }
`);

export const RestoreCodeDocument = graphql(`
  mutation RestoreCode($id: ID!, $input: ChangeCodeInput!) {
    restoreCode(id: $id, input: $input) {
      id
    }
  }
`);

/** One entry of a code list. */
export type CodeRow = CodeEntriesQuery['codeList'][number];
