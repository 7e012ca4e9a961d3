import { Box, Button, Paper } from '@mui/material';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { WaitingWork } from '../complaints/WaitingWork';
import { usePageTitle } from '../layout/usePageTitle';
import { PickRecord } from '../org/PickRecord';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { timeOfDay } from '../patterns/time';
import { asApiError } from '../provider/ApiError';
import { type, useTokens } from '../theme/tokens';
import { Breakdowns } from './Breakdowns';
import type { NumbersProps, Stats } from './dashboard.graphql';
import { Figures } from './Figures';
import { Trend } from './Trend';
import { useStats } from './useStats';

const spans = [7, 30, 90] as const;

/** In one minute: is it all right, and what needs me. Every number opens its rows. */
export const Dashboard = () => {
  const translate = useTranslate();
  const [days, setDays] = useState<(typeof spans)[number]>(30);
  const [orgUnitId, setOrgUnitId] = useState<string>();
  const { data, error, refetch } = useStats(days, orgUnitId);
  usePageTitle(translate('dashboard.title'));
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 3,
        p: { xs: 4, md: 5 },
        // The bars are grounds, which browsers leave out of print.
        '@media print': { p: 0, printColorAdjust: 'exact' },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 3 }}>
        <Headline stats={data?.complaintStats} />
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 3,
            alignItems: 'flex-end',
            '@media print': { display: 'none' },
          }}
        >
          <Box sx={{ width: 220 }}>
            <PickRecord
              resource="orgUnits"
              label={translate('dashboard.unit')}
              value={orgUnitId}
              onChange={setOrgUnitId}
              placeholder={translate('jiesu.all')}
            />
          </Box>
          <Spans days={days} onChange={setDays} />
          <Button onClick={() => print()}>
            <Printer size={16} strokeWidth={1.75} aria-hidden="true" />
            {translate('dashboard.print')}
          </Button>
        </Box>
      </Box>
      <WaitingWork />
      {error ? (
        <ErrorState
          title={`${translate('dashboard.failed')}：${translate(asApiError(error).message, { _: asApiError(error).message })}`}
          errorId={asApiError(error).id}
          onRetry={() => void refetch()}
        />
      ) : data ? (
        <Numbers stats={data.complaintStats} before={data.before} days={days} orgUnitId={orgUnitId} />
      ) : (
        <Paper>
          <SkeletonRows count={6} />
        </Paper>
      )}
    </Box>
  );
};

const Headline = ({ stats }: { stats: Stats | undefined }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { overdueCount = 0, unacknowledgedEscalationCount: waiting = 0, at } = stats ?? {};
  return (
    <Box sx={{ flex: 1, minWidth: 280 }}>
      <Box component="h1" sx={type.sentence}>
        {stats ? (
          <>
            <Box component="span" sx={{ color: overdueCount > 0 ? tokens.breach : tokens.ink }}>
              {translate(overdueCount > 0 ? 'dashboard.late' : 'dashboard.noneLate', { count: overdueCount })}
            </Box>
            {translate(waiting > 0 ? 'dashboard.escalated' : 'dashboard.noneEscalated', { count: waiting })}
          </>
        ) : (
          translate('dashboard.title')
        )}
      </Box>
      <Box component="p" sx={{ ...type.meta, color: tokens.ink2, minHeight: 20 }}>
        {at ? translate('dashboard.scope', { time: timeOfDay(at) }) : null}
      </Box>
    </Box>
  );
};

const Spans = ({ days, onChange }: { days: number; onChange(days: (typeof spans)[number]): void }) => {
  const translate = useTranslate();
  return (
    <Box role="group" aria-label={translate('dashboard.span')} sx={{ display: 'flex', gap: '2px' }}>
      {spans.map((count) => (
        <Button
          key={count}
          aria-pressed={count === days}
          sx={{ whiteSpace: 'nowrap' }}
          variant={count === days ? 'contained' : 'outlined'}
          onClick={() => onChange(count)}
        >
          {translate('dashboard.days', { count })}
        </Button>
      ))}
    </Box>
  );
};

const Numbers = (props: NumbersProps) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { openCount, receivedCount, concludedCount } = props.stats;
  if (openCount + receivedCount + concludedCount === 0) {
    return (
      <EmptyState
        title={translate('dashboard.emptyTitle')}
        note={translate('dashboard.emptyNote')}
        action={{ label: translate('rail.register'), onClick: () => void navigate('/register') }}
      />
    );
  }
  return (
    <>
      <Figures {...props} />
      <Trend {...props} />
      <Breakdowns {...props} />
    </>
  );
};
