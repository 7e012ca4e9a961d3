import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { dayStyle } from './MonthCard';

const states = ['WEEKDAY', 'WEEKEND', 'OFF', 'WORK'] as const;

/** What the looks of the days mean. */
export const Legend = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const entries = [
    ...states.map((state) => ({ state, isToday: false, words: translate(`calendar.state.${state}`) })),
    { state: 'WEEKDAY', isToday: true, words: translate('calendar.today') },
  ];
  return (
    <Box
      component="ul"
      aria-label={translate('calendar.legend')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px 20px', listStyle: 'none', m: 0, p: 0, ...type.meta }}
    >
      {entries.map(({ state, isToday, words }) => (
        <Box component="li" key={words} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box
            component="span"
            aria-hidden
            sx={{ ...dayStyle(tokens, state, isToday), width: 30, minHeight: 26, lineHeight: '22px', fontSize: 12 }}
          >
            {state === 'OFF' || state === 'WORK' ? translate(`calendar.mark.${state}`) : '1'}
          </Box>
          {words}
        </Box>
      ))}
    </Box>
  );
};
