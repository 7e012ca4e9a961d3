import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../patterns/EmptyState';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import type { TodayEscalation } from './urgency';

/** Nothing waits to be signed for: says so, and what the last one was and who took it. */
export function WallEmpty({ today }: { today: readonly TodayEscalation[] }) {
  const translate = useTranslate();
  const locale = useTimeLocale();
  const now = useNow();
  const last = today.filter(({ acknowledgedAt }) => acknowledgedAt).toSorted(latestSigned)[0];
  const note = last?.acknowledgedAt
    ? translate('wall.lastOne', {
        title: last.complaint.title,
        name: last.acknowledgedBy?.name ?? translate('wall.unknown'),
        at: dayTimeText(last.acknowledgedAt, now, locale),
      })
    : translate('wall.noLast');
  return (
    <Box sx={{ alignSelf: 'start' }}>
      <EmptyState title={translate('wall.empty')} note={note} />
    </Box>
  );
}

const latestSigned = (a: TodayEscalation, b: TodayEscalation) =>
  (b.acknowledgedAt ?? '').localeCompare(a.acknowledgedAt ?? '');
