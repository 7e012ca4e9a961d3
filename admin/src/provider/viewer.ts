import { useQuery } from '@tanstack/react-query';
import { graphql } from '../gql';
import type { ViewerQuery } from '../gql/graphql';
import { request } from './client';
import { queryClient } from './queryClient';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      kind
      isDemo
      sessionExpiresAt
      capabilities
      secondFactor {
        id
        enrolledAt
        recoveryCodeCount
      }
      staff {
        id
        username
        name
        post
        orgUnit {
          id
          name
          pathNames
        }
      }
      roles {
        role
        withSubtree
        orgUnit {
          id
          name
        }
      }
    }
  }
`);

/** Who is signed in, with roles and capabilities. */
export type Viewer = ViewerQuery['viewer'];

const viewerQuery = {
  queryKey: ['viewer'],
  queryFn: async () => (await request(ViewerDocument)).viewer,
  staleTime: 5 * 60_000,
  retry: false,
};

/** The viewer, read once and kept for five minutes; fails with UNAUTHENTICATED without a session. */
export function fetchViewer(): Promise<Viewer> {
  return queryClient.fetchQuery(viewerQuery);
}

/** Reads the viewer anew, as after a change of their own. */
export async function refreshViewer(): Promise<void> {
  await queryClient.refetchQueries({ queryKey: viewerQuery.queryKey });
}

/** The viewer, or undefined while it is being read. */
export function useViewer(): Viewer | undefined {
  return useQuery(viewerQuery).data;
}

/** Whether the viewer has a capability; false while unknown. */
export function useCapability(capability: Viewer['capabilities'][number]): boolean {
  return useViewer()?.capabilities.includes(capability) ?? false;
}
