import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useListContext } from 'react-admin';
import { request } from '../provider/client';
import { useFeed } from '../provider/live';
import { ComplaintEventsDocument, ComplaintRowDocument, type ComplaintRow } from './complaints.graphql';
import { replaceRow } from './replaceComplaint';
import { caseKey } from './useCase';

/** Keeps the rows true: a changed row is replaced in place, new ones wait until they are asked for. */
export function useArrivals(cursor: string | undefined): { count: number; show(): void } {
  const queries = useQueryClient();
  const { data = [], refetch } = useListContext<ComplaintRow>();
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const reading = useRef(new Set<string>());
  const reload = async (id: string) => {
    if (reading.current.has(id)) return;
    reading.current.add(id);
    try {
      const { complaint } = await request(ComplaintRowDocument, { id });
      if (complaint) replaceRow(queries, complaint);
      void queries.invalidateQueries({ queryKey: caseKey(id) });
    } catch {
      void refetch();
    } finally {
      reading.current.delete(id);
    }
  };
  const onEvent = ({
    complaintEvents: { kind, complaint },
  }: {
    complaintEvents: { kind: string; complaint: { id: string } };
  }) => {
    if (data.some(({ id }) => id === complaint.id)) void reload(complaint.id);
    else if (kind === 'REGISTERED') setArrived((before) => new Set(before).add(complaint.id));
  };
  useFeed(ComplaintEventsDocument, {}, onEvent, { initialCursor: cursor, onGap: () => void refetch() });
  const show = () => {
    setArrived(new Set());
    void refetch();
  };
  return { count: arrived.size, show };
}
