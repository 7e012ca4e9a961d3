import { Box } from '@mui/material';
import { TriangleAlert } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';
import type { CalendarYear } from './calendar.graphql';

/** A published year is in force: what changes in it moves deadlines at once. */
export const PublishedNote = ({ calendar }: { calendar: CalendarYear }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  if (!calendar.isPublished) return null;
  return (
    <Box
      component="p"
      sx={{
        display: 'flex',
        gap: 2,
        p: '8px 12px',
        borderRadius: `${radius.control}px`,
        color: tokens.warn,
        backgroundColor: tokens.warnSoft,
        ...type.meta,
      }}
    >
      <Box component={TriangleAlert} size={16} strokeWidth={1.75} aria-hidden sx={{ flex: 'none', mt: '2px' }} />
      {translate('calendar.inForce', { year: calendar.year })}
    </Box>
  );
};
