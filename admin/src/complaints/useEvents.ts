import { useState } from 'react';
import { useNotify } from 'react-admin';
import { request } from '../provider/client';
import { CaseEventsDocument } from './caseEvents.graphql';
import type { CaseEvent, ComplaintCase } from './complaints.graphql';

const pageSize = 30;

interface Events {
  /** Newest first, as far as they were read. */
  events: readonly CaseEvent[];
  /** Reads the next thirty; undefined when there are none. */
  loadOlder: (() => void) | undefined;
}

/** The events of a case: those that come with it, kept when newer ones push them out, and older ones on demand. */
export function useEvents({ id, events: fresh }: ComplaintCase): Events {
  const notify = useNotify();
  const [known, setKnown] = useState({ id, fresh, events: fresh, isWhole: fresh.length < pageSize, isReading: false });
  if (known.id !== id) setKnown({ id, fresh, events: fresh, isWhole: fresh.length < pageSize, isReading: false });
  else if (known.fresh !== fresh) setKnown({ ...known, fresh, events: union(fresh, known.events) });
  const loadOlder = async () => {
    if (known.isReading) return;
    setKnown((now) => ({ ...now, isReading: true }));
    try {
      const older = await readEvents(id, known.events.at(-1)?.cursor);
      setKnown((now) =>
        now.id === id
          ? { ...now, events: union(now.events, older), isWhole: older.length < pageSize, isReading: false }
          : now,
      );
    } catch {
      setKnown((now) => ({ ...now, isReading: false }));
      notify('event.olderFailed', { type: 'error' });
    }
  };
  return { events: known.events, loadOlder: known.isWhole ? undefined : () => void loadOlder() };
}

async function readEvents(id: string, before: string | undefined): Promise<CaseEvent[]> {
  return (await request(CaseEventsDocument, { id, before, limit: pageSize })).complaint?.events ?? [];
}

/** The first list in its newer wording, then what only the second one has. */
function union(first: readonly CaseEvent[], second: readonly CaseEvent[]): CaseEvent[] {
  const cursors = new Set(first.map(({ cursor }) => cursor));
  return [...first, ...second.filter(({ cursor }) => !cursors.has(cursor))];
}
