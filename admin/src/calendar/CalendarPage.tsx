import { Box, Button, IconButton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Import, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { bankDay } from '../layout/bankDay';
import { ChooseOne } from '../layout/ChooseOne';
import { usePageTitle } from '../layout/usePageTitle';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { useNow } from '../patterns/useNow';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type } from '../theme/tokens';
import { CalendarYearDocument, type CalendarYear } from './calendar.graphql';
import { DayDialog } from './DayDialog';
import { ImportDialog } from './ImportDialog';
import { Legend } from './Legend';
import { PublicationMark } from './PublicationMark';
import { PublishDialog } from './PublishDialog';
import { YearView } from './YearView';

const firstYear = 2011;

/** The bank's working calendar, a year at a time. */
export const CalendarPage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const today = bankDay(new Date(useNow()).toISOString());
  const lastYear = Number(today.slice(0, 4)) + 1;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_year, at) => lastYear - at);
  const year = years.find((each) => String(each) === search.get('year')) ?? lastYear - 1;
  usePageTitle(translate('calendar.title'));
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', year],
    queryFn: async ({ signal }) => (await request(CalendarYearDocument, { year }, signal)).calendar,
  });
  const turn = (to: number) => setSearch({ year: String(to) });
  return (
    <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Box component="h1" sx={{ flex: 1, minWidth: 120, ...type.listTitle }}>
          {translate('calendar.title')}
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 1 }}>
          <IconButton
            aria-label={translate('calendar.previous')}
            disabled={year === firstYear}
            onClick={() => turn(year - 1)}
          >
            <ChevronLeft size={18} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
          <ChooseOne
            label={translate('calendar.year')}
            values={years.map(String)}
            value={String(year)}
            onChange={(chosen) => turn(Number(chosen))}
            nameOf={(each) => translate('calendar.yearOf', { year: each })}
          />
          <IconButton
            aria-label={translate('calendar.next')}
            disabled={year === lastYear}
            onClick={() => turn(year + 1)}
          >
            <ChevronRight size={18} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </Box>
      </Box>
      {error ? (
        <ErrorState
          title={translate('calendar.failed')}
          errorId={asApiError(error).id}
          onRetry={() => void refetch()}
        />
      ) : null}
      {!data && !error ? <SkeletonRows count={8} height={62} /> : null}
      {data ? <Year key={data.year} calendar={data} today={today} /> : null}
    </Box>
  );
};

const Year = ({ calendar, today }: { calendar: CalendarYear; today: string }) => {
  const translate = useTranslate();
  const offered = (code: string) => calendar.allowedActions.some((each) => each.code === code);
  const mayEdit = offered('changeCalendarDay');
  const [open, setOpen] = useState<'import' | 'publish'>();
  const [day, setDay] = useState<string>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <PublicationMark calendar={calendar} />
        </Box>
        {offered('importCalendar') ? (
          <Button variant="outlined" onClick={() => setOpen('import')}>
            <Import size={16} strokeWidth={1.75} aria-hidden="true" />
            {translate('calendar.import')}
          </Button>
        ) : null}
        {offered('publishCalendar') ? (
          <Button variant="contained" onClick={() => setOpen('publish')}>
            <Send size={16} strokeWidth={1.75} aria-hidden="true" />
            {translate('calendar.publish')}
          </Button>
        ) : null}
      </Box>
      <Legend />
      <Box component="p" sx={type.meta}>
        {translate(mayEdit ? 'calendar.note' : 'calendar.readOnly')}
      </Box>
      <YearView calendar={calendar} today={today} onChoose={mayEdit ? setDay : undefined} />
      {day ? <DayDialog calendar={calendar} day={day} onClose={() => setDay(undefined)} /> : null}
      {open === 'import' ? <ImportDialog calendar={calendar} onClose={close} /> : null}
      {open === 'publish' ? <PublishDialog calendar={calendar} onClose={close} /> : null}
    </>
  );
};
