import type { QueryClient } from '@tanstack/react-query';
import type { CaseEvent, ComplaintCase, ComplaintRow } from '../complaints.graphql';
import { caseKey } from '../useCase';

/** Somebody was faster: the case as it is now, and what happened since it was seen. */
export interface Conflict {
  seen: ComplaintRow;
  latest: ComplaintCase;
  /** Newest first. */
  events: readonly CaseEvent[];
  /** The verb is still open to the viewer. */
  canRedo: boolean;
}

/** The newest event known of the case as it was seen; nothing when only its row was. */
export function newestCursor(queries: QueryClient, seen: ComplaintRow): string | undefined {
  const known = queries.getQueryData<ComplaintCase>(caseKey(seen.id));
  return known?.version === seen.version ? known.events[0]?.cursor : undefined;
}

interface Parties {
  verb: string;
  seen: ComplaintRow;
  seenCursor: string | undefined;
  latest: ComplaintCase;
}

/** What lies between the case that was seen and the latest one. */
export function conflictOf({ verb, seen, seenCursor, latest }: Parties): Conflict {
  const at = latest.events.findIndex(({ cursor }) => cursor === seenCursor);
  // Without a known event, as many as the row has changed.
  const count = at >= 0 ? at : Math.max(1, latest.version - seen.version);
  const canRedo = latest.allowedActions.some(({ code, blockedBy }) => code === verb && !blockedBy);
  return { seen, latest, events: latest.events.slice(0, count), canRedo };
}
