import { Box, Paper } from '@mui/material';
import { ChevronRight } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type, useTokens } from '../theme/tokens';
import type { NumbersProps } from './dashboard.graphql';
import { complaintRows, escalationRows } from './rows';

interface Figure {
  name: 'overdue' | 'escalations' | 'open' | 'received' | 'concluded' | 'onTime';
  value: string;
  unit?: string;
  note: string;
  to: string;
  isBad?: boolean;
}

/** The main figures in one bar; each opens the list of its rows. */
export const Figures = (props: NumbersProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const figures = useFigures(props);
  return (
    <Paper
      component="section"
      aria-label={translate('dashboard.figures')}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', md: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' },
        gap: '1px',
        overflow: 'hidden',
        backgroundColor: tokens.line,
      }}
    >
      {figures.map((figure) => (
        <FigureLink key={figure.name} figure={figure} />
      ))}
    </Paper>
  );
};

const FigureLink = ({ figure: { name, value, unit, note, to, isBad } }: { figure: Figure }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component={Link}
      to={to}
      sx={{
        display: 'block',
        p: '12px 16px',
        color: tokens.ink,
        textDecoration: 'none',
        backgroundColor: tokens.surface,
        '&:hover': { backgroundColor: tokens.sunken },
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', ...type.body }}>
        {translate(`dashboard.${name}`)}
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden="true" />
      </Box>
      <Box component="span" sx={{ display: 'block', color: isBad ? tokens.breach : tokens.ink, ...type.kpi }}>
        {value}
        <Box component="span" sx={{ ml: 1, color: tokens.ink2, ...type.meta }}>
          {unit}
        </Box>
      </Box>
      <Box component="span" sx={{ display: 'block', color: tokens.ink2, ...type.caption }}>
        {note}
      </Box>
    </Box>
  );
};

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

function useFigures({ stats, before, days, orgUnitId }: NumbersProps): readonly Figure[] {
  const translate = useTranslate();
  const { openCount, overdueCount, unresolvedEscalationCount, unacknowledgedEscalationCount: waiting } = stats;
  const { receivedCount, concludedCount, onTimeCount, lateCount, validFrom, validTo } = stats;
  const cases = translate('dashboard.cases');
  const compared = (now: number, then: number) => {
    const word = now > then ? 'more' : now < then ? 'less' : 'same';
    return translate(`dashboard.${word}`, { days, count: Math.abs(now - then) });
  };
  const judged = onTimeCount + lateCount;
  const replied = { orgUnitId, repliedFrom: validFrom, repliedTo: validTo };
  return [
    {
      name: 'overdue',
      value: String(overdueCount),
      unit: cases,
      note: translate('dashboard.ofOpen', { share: percent(overdueCount, openCount) }),
      to: complaintRows({ orgUnitId, isOpen: true, isOverdue: true }),
      isBad: overdueCount > 0,
    },
    {
      name: 'escalations',
      value: String(unresolvedEscalationCount),
      note: waiting
        ? translate('dashboard.unacknowledged', { count: waiting })
        : translate('dashboard.allAcknowledged'),
      to: escalationRows({ orgUnitId, status: ['OPEN', 'ACKNOWLEDGED'] }),
      isBad: waiting > 0,
    },
    {
      name: 'open',
      value: String(openCount),
      unit: cases,
      note: translate('dashboard.nowNote'),
      to: complaintRows({ orgUnitId, isOpen: true }),
    },
    {
      name: 'received',
      value: String(receivedCount),
      unit: cases,
      note: compared(receivedCount, before.receivedCount),
      to: complaintRows({ orgUnitId, receivedFrom: validFrom, receivedTo: validTo }),
    },
    {
      name: 'concluded',
      value: String(concludedCount),
      unit: cases,
      note: compared(concludedCount, before.concludedCount),
      to: complaintRows(replied),
    },
    {
      name: 'onTime',
      value: percent(onTimeCount, judged),
      ...(judged > 0 && { unit: '%' }),
      note: judged
        ? translate('dashboard.judged', { count: judged, late: lateCount })
        : translate('dashboard.nothingJudged'),
      to: complaintRows({ ...replied, isHistorical: false, wasOverdue: true }),
    },
  ];
}
