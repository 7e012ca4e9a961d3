import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ComplaintEventsDocument } from '../complaints/complaints.graphql';
import { EscalationEventsDocument } from '../escalations/escalations.graphql';
import { useFeed } from '../provider/live';
import { useCapability } from '../provider/viewer';

const settleMilliseconds = 400;

/** Keeps the counts of every page true: many events in a row cause one reading. */
export function useLiveCounts(): void {
  const readsComplaints = useCapability('READ_COMPLAINTS');
  const readsEscalations = useCapability('READ_ESCALATIONS');
  const complaints = useSettled(['complaints', 'count']);
  const escalations = useSettled(['escalations']);
  const stats = useSettled(['stats']);
  const onComplaint = () => [complaints, stats].forEach((count) => count());
  const onEscalation = () => [escalations, stats].forEach((count) => count());
  useFeed(ComplaintEventsDocument, {}, onComplaint, { skip: !readsComplaints, onGap: onComplaint });
  useFeed(EscalationEventsDocument, {}, onEscalation, { skip: !readsEscalations, onGap: onEscalation });
}

function useSettled(queryKey: readonly string[]): () => void {
  const queries = useQueryClient();
  const key = queryKey.join('/');
  const settled = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: key.split('/') });
      }, settleMilliseconds);
    };
    return { later, cancel: () => clearTimeout(timer) };
  }, [queries, key]);
  useEffect(() => settled.cancel, [settled]);
  return settled.later;
}
