import { Box, Button, Paper } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import type { NumbersProps } from './dashboard.graphql';
import { TrendChart } from './TrendChart';
import { TrendTable } from './TrendTable';

/** What came in and what was decided, day by day; the title says what it means. */
export const Trend = ({ stats, days, orgUnitId }: NumbersProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const [isTable, setIsTable] = useState(false);
  const { receivedCount: received, concludedCount: concluded, byDay } = stats;
  const title = translate(concluded >= received ? 'dashboard.trendUp' : 'dashboard.trendDown', {
    days,
    received,
    concluded,
  });
  return (
    <Paper component="section" aria-label={title} sx={{ p: '12px 16px', minWidth: 0, color: tokens.ink }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
        <Box component="h2" sx={type.section}>
          {title}
        </Box>
        <Button
          variant="text"
          size="small"
          onClick={() => setIsTable(!isTable)}
          sx={{ flex: 'none', '@media print': { display: 'none' } }}
        >
          {translate(isTable ? 'dashboard.asChart' : 'dashboard.asTable')}
        </Button>
      </Box>
      {isTable ? <TrendTable byDay={byDay} orgUnitId={orgUnitId} /> : <TrendChart byDay={byDay} title={title} />}
    </Paper>
  );
};
