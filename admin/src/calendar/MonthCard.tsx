import { Box, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import { dateLine } from '../patterns/time';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { radius, type, useTokens, type Tokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { CalendarDay } from './calendar.graphql';
import { noonOf, runsOf, weekdayOf, weeksOf } from './days';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** What every month needs to know of the year. */
export interface YearLook {
  rules: ReadonlyMap<string, CalendarDay>;
  today: string;
  /** The one day that the Tab key stops at; arrows lead to the others. */
  stop: string;
  /** Without it the days can only be read. */
  onChoose?: ((day: string) => void) | undefined;
}

/** One month: its weeks, and by name what differs from the weekday. */
export const MonthCard = ({ year, month, ...look }: YearLook & { year: number; month: number }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const weeks = weeksOf(year, month);
  const days = weeks.flat().flatMap((day) => (day ? (look.rules.get(day) ?? []) : []));
  return (
    <Paper sx={{ p: '12px 12px 8px', minWidth: 0 }}>
      <Box component="table" sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: 2 }}>
        <Box component="caption" sx={{ textAlign: 'start', pb: 1, color: tokens.ink, ...type.section }}>
          {translate(`calendar.month.${month}`)}
        </Box>
        <thead>
          <tr>
            {weekdays.map((each) => (
              <Box component="th" key={each} scope="col" sx={{ color: tokens.ink3, ...type.caption }}>
                {translate(`calendar.weekday.${each}`)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, at) => (
                <Box component="td" key={weekdays[at]} sx={{ p: 0 }}>
                  {day ? <Day day={day} {...look} /> : null}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      {days.length > 0 ? <Names days={days} label={translate(`calendar.month.${month}`)} /> : null}
    </Paper>
  );
};

const Day = ({ day, rules, today, stop, onChoose }: YearLook & { day: string }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const locale = useTimeLocale();
  const rule = rules.get(day);
  const isWeekend = weekdayOf(day) > 4;
  const state = rule?.kind ?? (isWeekend ? 'WEEKEND' : 'WEEKDAY');
  const spoken = [dateLine(noonOf(day), locale), translate(`calendar.state.${state}`), rule?.name];
  const content = (
    <>
      <Box component="span" aria-hidden sx={{ display: 'block', ...type.meta, fontWeight: rule ? 600 : 400 }}>
        {Number(day.slice(8))}
      </Box>
      <Box component="span" aria-hidden sx={{ display: 'block', minHeight: 14, fontSize: 12, lineHeight: '14px' }}>
        {rule ? translate(`calendar.mark.${rule.kind}`) : null}
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {spoken.filter(Boolean).join(translate('calendar.comma'))}
      </Box>
    </>
  );
  const shared = {
    sx: dayStyle(tokens, state, day === today),
    'aria-current': day === today ? 'date' : undefined,
  } as const;
  if (!onChoose) return <Box {...shared}>{content}</Box>;
  return (
    <Box
      component="button"
      type="button"
      data-day={day}
      tabIndex={day === stop ? 0 : -1}
      onClick={() => onChoose(day)}
      {...shared}
    >
      {content}
    </Box>
  );
};

const Names = ({ days, label }: { days: readonly CalendarDay[]; label: string }) => {
  const tokens = useTokens();
  const word = useWord();
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: '8px 2px 2px', color: tokens.ink2, ...type.caption }}
    >
      {runsOf(days).map(({ from, to, rule }) => (
        <li key={from}>
          <Box component="span" sx={{ color: tokens.ink, fontWeight: 600 }}>
            {[...new Set([from, to])].map((day) => Number(day.slice(8))).join('–')}
          </Box>{' '}
          {rule.name} · {word('calendarDayKind', rule.kind)}
        </li>
      ))}
    </Box>
  );
};

/** How a day looks: always a mark or a border beside the ground. */
export const dayStyle = (tokens: Tokens, state: string, isToday: boolean) => ({
  display: 'block',
  width: '100%',
  minHeight: { xs: 44, md: 38 },
  p: '3px 0 1px',
  font: 'inherit',
  textAlign: 'center',
  border: `1px ${state === 'OFF' ? 'dashed' : 'solid'} ${
    { OFF: tokens.primary, WORK: tokens.edge }[state] ?? 'transparent'
  }`,
  borderRadius: `${radius.chip}px`,
  color: { OFF: tokens.primary, WEEKEND: tokens.ink3 }[state] ?? tokens.ink,
  backgroundColor: { OFF: tokens.primarySoft, WEEKEND: tokens.sunken }[state] ?? tokens.surface,
  ...(isToday && { boxShadow: `inset 0 -3px 0 ${tokens.run}` }),
  'button&': { cursor: 'pointer', '&:hover': { borderColor: tokens.primary } },
  '&:focus-visible': { outline: `2px solid ${tokens.primary}`, outlineOffset: '1px' },
});
