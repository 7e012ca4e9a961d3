import { Box, Skeleton } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

/** Rows that are still on their way; shown after 200 ms, so that quick pages do not flash. */
export const Loading = ({ rows = 8, height = 62 }: { rows?: number; height?: number }) => {
  const translate = useTranslate();
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <Box role="status" aria-label={translate('jiesu.loading')} sx={{ p: 5, display: 'grid', gap: 3 }}>
      {Array.from({ length: rows }, (_unused, row) => (
        <Skeleton key={row} variant="rounded" height={height - 12} />
      ))}
    </Box>
  );
};

/** The whole page is still on its way. */
export const LoadingPage = () => <Loading />;
