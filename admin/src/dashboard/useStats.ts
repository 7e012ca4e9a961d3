import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { bankDay } from '../layout/bankDay';
import { startOfBankDay } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { request } from '../provider/client';
import { DashboardDocument } from './dashboard.graphql';

const dayMs = 86_400_000;

/** Reads the numbers of the last days of a unit; counted anew when complaints or escalations change. */
export function useStats(days: number, orgUnitId: string | undefined) {
  const today = startOfBankDay(useNow()).getTime();
  const dayBefore = (count: number) => bankDay(new Date(today - count * dayMs).toISOString());
  const variables = {
    now: { orgUnitId, firstDay: dayBefore(days - 1), lastDay: dayBefore(0) },
    before: { orgUnitId, firstDay: dayBefore(2 * days - 1), lastDay: dayBefore(days) },
  };
  return useQuery({
    queryKey: ['stats', variables],
    queryFn: async ({ signal }) => request(DashboardDocument, variables, signal),
    placeholderData: keepPreviousData,
  });
}
