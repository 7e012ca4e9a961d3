import { Box } from '@mui/material';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { bankDay } from '../layout/bankDay';
import { radius, type, useTokens } from '../theme/tokens';
import type { CalendarYear } from './calendar.graphql';

/** Whether deadlines go by the year, and since when. */
export const PublicationMark = ({ calendar }: { calendar: CalendarYear }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { isPublished, publishedAt, publishedBy } = calendar;
  const Icon = isPublished ? CircleCheck : TriangleAlert;
  const since = publishedAt
    ? translate('calendar.publishedOn', { day: bankDay(publishedAt), name: publishedBy?.name ?? '' })
    : translate('calendar.cameAlong');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, ...type.meta }}>
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 1.5,
          height: 24,
          px: 2,
          borderRadius: `${radius.chip}px`,
          fontWeight: 600,
          color: isPublished ? tokens.met : tokens.warn,
          backgroundColor: isPublished ? tokens.metSoft : tokens.warnSoft,
        }}
      >
        <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
        {translate(isPublished ? 'calendar.published' : 'calendar.provisional')}
      </Box>
      {isPublished ? since : translate('calendar.provisionalNote')}
    </Box>
  );
};
