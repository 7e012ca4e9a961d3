import { useQuery } from '@tanstack/react-query';
import type { PlansAboveQuery } from '../gql/graphql';
import { request } from '../provider/client';
import type { PlanVersion } from './plans.graphql';
import { PlansAboveDocument } from './verbs.graphql';

/** What is in force at the unit above that of a version, of every kind; nothing above the head office. */
export function usePlansAbove({ plan }: PlanVersion): PlansAboveQuery['plansInForce'] {
  const parentId = plan.orgUnit.parent?.id;
  const { data = [] } = useQuery({
    queryKey: ['plans', 'above', parentId],
    queryFn: async ({ signal }) =>
      (await request(PlansAboveDocument, { orgUnitId: parentId ?? '' }, signal)).plansInForce,
    enabled: parentId !== undefined,
  });
  return data;
}
