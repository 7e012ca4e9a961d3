import { Paper } from '@mui/material';
import { useMemo } from 'react';
import { Timeline } from '../patterns/Timeline';
import type { TimelineItem } from '../patterns/TimelineEntry';
import type { CaseEvent, ComplaintCase } from './complaints.graphql';
import { useEvents } from './useEvents';
import { useTeller } from './useTeller';

/** What happened, newest first: events with their talks, and the escalations; older ones thirty at a time. */
export const CaseTimeline = ({ complaint }: { complaint: ComplaintCase }) => {
  const tell = useTeller();
  const { events, loadOlder } = useEvents(complaint);
  const isWhole = loadOlder === undefined;
  const items = useMemo(() => merge(complaint, events, isWhole, tell), [complaint, events, isWhole, tell]);
  return (
    <Paper component="section" sx={{ p: '12px 16px' }}>
      <Timeline items={items} onOlder={loadOlder} />
    </Paper>
  );
};

type Teller = ReturnType<typeof useTeller>;

/** What is older than the oldest event read so far waits for its turn, so that no stretch of time is shown half. */
function merge(complaint: ComplaintCase, events: readonly CaseEvent[], isWhole: boolean, tell: Teller): TimelineItem[] {
  const told = new Set(events.map(({ contact }) => contact?.id));
  const horizon = isWhole ? '' : (events.at(-1)?.at ?? '');
  const items = [
    ...events.map(tell.event),
    ...complaint.contacts.filter(({ id }) => !told.has(id)).map(tell.contact),
    ...complaint.escalations.flatMap(tell.escalation),
  ];
  return items.filter(({ at }) => at >= horizon).toSorted((a, b) => b.at.localeCompare(a.at));
}
