import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { fixedTerm } from '../patterns/fixedTerm';
import { bankTime, spanText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { type, useTokens } from '../theme/tokens';
import { hoursOfToday, medianToSign, reachedLeadership, type HourCount, type TodayEscalation } from './urgency';

/** Today's escalations by hour, with their number, how fast they were signed and how many went high. */
export function TodayByHour({ today }: { today: readonly TodayEscalation[] }) {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const hours = hoursOfToday(today, now);
  return (
    <Box component="section" aria-labelledby="today-by-hour">
      <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
        <Box component="h2" id="today-by-hour" sx={{ ...type.section, m: 0 }}>
          {translate('wall.today')}
        </Box>
        <Box component="span" sx={{ ...type.body, color: tokens.ink2 }}>
          {translate('wall.byHour')}
        </Box>
      </Box>
      <Bars hours={hours} current={bankTime(now).hours} />
      <Figures today={today} />
    </Box>
  );
}

/** An hour to come has no bar, an hour without any a line. */
function Bars({ hours, current }: { hours: readonly HourCount[]; current: number }) {
  const tokens = useTokens();
  const isLast = (index: number) => index === hours.length - 1;
  const highest = Math.max(4, ...hours.map(({ count }) => count));
  return (
    <Box
      component="ol"
      sx={{
        display: 'grid',
        gridTemplateColumns: `repeat(${hours.length}, 1fr)`,
        gap: '8px',
        m: 0,
        mt: '8px',
        p: 0,
        listStyle: 'none',
      }}
    >
      {hours.map((each, index) => (
        <Box component="li" key={each.hour} sx={{ position: 'relative', pb: '20px' }}>
          <Box sx={{ display: 'flex', alignItems: 'flex-end', height: 58, borderBottom: `1px solid ${tokens.line}` }}>
            {each.hour <= current && (
              <Box sx={{ width: '100%', ...barLook(each, highest, tokens.edge, tokens.breachUi) }} />
            )}
          </Box>
          <HourLabel {...each} isNamed={index % 6 === 0 || isLast(index)} isLast={isLast(index)} />
        </Box>
      ))}
    </Box>
  );
}

/** Cinnabar where somebody still waits to be signed for. */
function barLook({ count, openCount }: HourCount, highest: number, calm: string, urgent: string) {
  const height = count === 0 ? 2 : Math.max(6, Math.round((count / highest) * 56));
  return { height, borderRadius: '2px 2px 0 0', background: openCount > 0 ? urgent : calm };
}

function HourLabel({ hour, count, isNamed, isLast }: HourCount & { isNamed: boolean; isLast: boolean }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <>
      <Box component="span" sx={visuallyHidden}>
        {translate('wall.hourLabel', { hour, count })}
      </Box>
      {isNamed && (
        <Box
          component="span"
          aria-hidden
          sx={{
            ...type.caption,
            ...fixedTerm,
            ...(isLast && { right: 0 }),
            position: 'absolute',
            bottom: 0,
            color: tokens.ink2,
            whiteSpace: 'nowrap',
          }}
        >
          {translate('wall.hour', { hour })}
        </Box>
      )}
    </>
  );
}

function Figures({ today }: { today: readonly TodayEscalation[] }) {
  const tokens = useTokens();
  const translate = useTranslate();
  const locale = useTimeLocale();
  const median = medianToSign(today);
  const figures = [
    { name: 'raisedToday', value: String(today.length) },
    { name: 'medianToSign', value: median === null ? translate('wall.unknown') : spanText(median, locale) },
    { name: 'reachedLeadership', value: String(reachedLeadership(today)) },
  ];
  return (
    <Box
      component="dl"
      sx={{
        display: 'flex',
        justifyContent: 'space-between',
        m: 0,
        mt: '10px',
        pt: '8px',
        borderTop: `1px solid ${tokens.line}`,
      }}
    >
      {figures.map(({ name, value }) => (
        <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
          <Box component="dt" sx={{ ...type.meta, color: tokens.ink2 }}>
            {translate(`wall.${name}`)}
          </Box>
          <Box component="dd" sx={{ ...type.detailTitle, ...fixedTerm, m: 0 }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
