import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import type { Stats } from './dashboard.graphql';

type Days = Stats['byDay'];

const height = 200;

/** The next round number above, so that the scale has whole steps. */
function roundAbove(most: number): number {
  const steps = [4, 8, 12, 20, 40, 60, 80];
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most))) - 1);
  return (steps.find((step) => step * power >= most) ?? 100) * power;
}

/** Two lines with their names beside them: received dashed, concluded solid. */
export const TrendChart = ({ byDay, title }: { byDay: Days; title: string }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const top = roundAbove(Math.max(...byDay.flatMap((day) => [day.receivedCount, day.concludedCount])));
  const lines = [
    { name: 'received', counts: byDay.map(({ receivedCount }) => receivedCount), colour: tokens.ink, dashes: '5 4' },
    { name: 'concluded', counts: byDay.map(({ concludedCount }) => concludedCount), colour: tokens.run },
  ];
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr) auto', columnGap: 2, mt: 3 }}>
      <Scale top={top} />
      <Box role="img" aria-label={title}>
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
          {[0, 1, 2, 3, 4].map((step) => (
            <path
              key={step}
              d={`M0 ${(height * step) / 4}H100`}
              stroke={tokens.line}
              strokeWidth={1}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {lines.map(({ name, counts, colour, dashes }) => (
            <path
              key={name}
              d={pathOf(counts, top)}
              fill="none"
              stroke={colour}
              strokeWidth={2}
              strokeDasharray={dashes}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <DayLabels byDay={byDay} />
      </Box>
      <Box sx={{ display: 'flex', flexDirection: 'column', justifyContent: 'center', gap: 2, height }}>
        {lines.map(({ name, counts, colour, dashes }) => (
          <Box key={name} sx={{ display: 'flex', alignItems: 'center', gap: 2, color: tokens.ink, ...type.meta }}>
            <svg width={22} height={4} aria-hidden="true">
              <path d="M0 2H22" stroke={colour} strokeWidth={2} strokeDasharray={dashes} />
            </svg>
            {translate(`dashboard.${name}`)} {counts.reduce((sum, count) => sum + count, 0)}
          </Box>
        ))}
      </Box>
    </Box>
  );
};

function pathOf(counts: readonly number[], top: number): string {
  const step = 100 / Math.max(1, counts.length - 1);
  return counts.map((count, index) => `${index ? 'L' : 'M'}${index * step} ${height * (1 - count / top)}`).join('');
}

const Scale = ({ top }: { top: number }) => {
  const tokens = useTokens();
  return (
    <Box
      aria-hidden="true"
      sx={{
        height: height + 18,
        mt: '-9px',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        textAlign: 'right',
        color: tokens.ink2,
        ...type.caption,
      }}
    >
      {[4, 3, 2, 1, 0].map((step) => (
        <span key={step}>{(top * step) / 4}</span>
      ))}
    </Box>
  );
};

/** `11-23`: the first, the middle and the last day. */
const DayLabels = ({ byDay }: { byDay: Days }) => {
  const tokens = useTokens();
  const shown = [byDay[0], byDay[Math.floor(byDay.length / 2)], byDay.at(-1)];
  return (
    <Box
      aria-hidden="true"
      sx={{ display: 'flex', justifyContent: 'space-between', mt: 1, color: tokens.ink2, ...type.caption }}
    >
      {shown.map((day) => (
        <span key={day?.day}>{day?.day.slice(5)}</span>
      ))}
    </Box>
  );
};
