import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';

interface ListFoundProps<Row> {
  /** What to say when it cannot be read. */
  failed: string;
  /** What to say when there is none, and what to do then. */
  empty: string;
  emptyNote: string;
  /** How many lines to draw while it is read. */
  rows: number;
  children(found: readonly Row[]): ReactNode;
}

/** What a list has found, or why there is nothing to show yet. */
export const ListFound = <Row extends RaRecord>({ failed, empty, emptyNote, rows, children }: ListFoundProps<Row>) => {
  const { data, error, isPending, refetch } = useListContext<Row>();
  if (error) return <ErrorState title={failed} errorId={asApiError(error).id} onRetry={() => void refetch()} />;
  if (isPending || !data) return <SkeletonRows count={rows} />;
  if (data.length === 0) {
    return (
      <Box sx={{ p: 4 }}>
        <EmptyState title={empty} note={emptyNote} />
      </Box>
    );
  }
  return children(data);
};
