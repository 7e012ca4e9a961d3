import { graphql } from '../gql';
import type { DashboardQuery } from '../gql/graphql';

/** The numbers of the dashboard over a span of days, and of as many days before. */
export const DashboardDocument = graphql(`
  query Dashboard($now: ComplaintStatsInput!, $before: ComplaintStatsInput!) {
    complaintStats(input: $now) {
      at
      firstDay
      lastDay
      validFrom
      validTo
      openCount
      overdueCount
      unresolvedEscalationCount
      unacknowledgedEscalationCount
      receivedCount
      concludedCount
      onTimeCount
      lateCount
      byChannel {
        channel
        openCount
        overdueCount
      }
      byLevel {
        level
        openCount
        overdueCount
      }
      byStatusAndLevel {
        status
        level
        openCount
      }
      byDay {
        day
        validFrom
        validTo
        receivedCount
        concludedCount
      }
    }
    before: complaintStats(input: $before) {
      receivedCount
      concludedCount
      onTimeCount
      lateCount
    }
  }
`);

/** What the dashboard shows. */
export type Stats = DashboardQuery['complaintStats'];

/** What it compares with. */
type EarlierStats = DashboardQuery['before'];

/** What every part of the page is told. */
export interface NumbersProps {
  stats: Stats;
  before: EarlierStats;
  days: number;
  orgUnitId: string | undefined;
}
