import { Box } from '@mui/material';
import { useState, type KeyboardEvent } from 'react';
import type { CalendarYear } from './calendar.graphql';
import { shifted } from './days';
import { MonthCard } from './MonthCard';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

interface YearViewProps {
  calendar: CalendarYear;
  today: string;
  onChoose?: ((day: string) => void) | undefined;
}

/** Twelve months; one stop of the Tab key, from which arrows walk the days. */
export const YearView = ({ calendar: { year, exceptions }, today, onChoose }: YearViewProps) => {
  const rules = new Map(exceptions.map((each) => [each.day, each]));
  const isOfYear = (day: string | undefined) => day?.startsWith(`${year}-`) === true;
  const [visited, setVisited] = useState<string>();
  const stop = [visited, today].find(isOfYear) ?? `${year}-01-01`;
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = steps[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    if (by === undefined || !from) return;
    event.preventDefault();
    const to = shifted(from, by);
    if (!isOfYear(to)) return;
    setVisited(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <Box
      onKeyDown={walk}
      sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 264px), 1fr))' }}
    >
      {months.map((month) => (
        <MonthCard
          key={month}
          year={year}
          month={month}
          rules={rules}
          today={today}
          stop={stop}
          onChoose={onChoose && ((day) => (setVisited(day), onChoose(day)))}
        />
      ))}
    </Box>
  );
};
