import { useQuery } from '@tanstack/react-query';
import { useLocaleState } from 'react-admin';
import { graphql } from '../gql';
import type { CodeListQuery, CodeListQueryVariables } from '../gql/graphql';
import { request } from '../provider/client';

const CodeListDocument = graphql(`
  query CodeList($name: CodeListName!) {
    codeList(name: $name) {
      id
      code
      name
      isActive
      parent {
        code
      }
    }
  }
`);

/** The active entries of a list the business edits, in the current language. */
export function useCodeList(name: CodeListQueryVariables['name']): CodeListQuery['codeList'] {
  const [locale] = useLocaleState();
  const { data = [] } = useQuery({
    queryKey: ['codeList', name, locale],
    queryFn: async ({ signal }) =>
      (await request(CodeListDocument, { name }, signal)).codeList.filter(({ isActive }) => isActive),
    staleTime: 10 * 60_000,
  });
  return data;
}
