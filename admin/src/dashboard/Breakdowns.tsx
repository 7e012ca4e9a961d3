import { Box, Paper, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ComplaintFilter } from '../gql/graphql';
import { hatch } from '../patterns/hatch';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { NumbersProps, Stats } from './dashboard.graphql';
import { complaintRows } from './rows';
import { CountCell } from './TrendTable';

/** What is in work: where it came from, how grave it is, how far it is. */
export const Breakdowns = ({ stats, orgUnitId }: NumbersProps) => {
  const translate = useTranslate();
  const word = useWord();
  const channels = stats.byChannel.map(({ channel, ...counts }) => ({
    ...counts,
    name: word('channel', channel),
    filter: { channel: [channel] },
  }));
  const levels = stats.byLevel.map(({ level, ...counts }) => ({
    ...counts,
    name: word('level', level),
    filter: { level: [level] },
  }));
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: 'repeat(2, minmax(0, 1fr))', xl: '3fr 3fr 4fr' } }}>
      <Bars title={translate('dashboard.channels')} groups={channels} orgUnitId={orgUnitId} />
      <Bars title={translate('dashboard.levels')} groups={levels} orgUnitId={orgUnitId} />
      <Stages byLevel={stats.byLevel} byStatusAndLevel={stats.byStatusAndLevel} orgUnitId={orgUnitId} />
    </Box>
  );
};

interface Group {
  name: string;
  openCount: number;
  overdueCount: number;
  filter: ComplaintFilter;
}

const Bars = ({
  title,
  groups,
  orgUnitId,
}: {
  title: string;
  groups: readonly Group[];
  orgUnitId: string | undefined;
}) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const most = Math.max(1, ...groups.map(({ openCount }) => openCount));
  return (
    <Paper component="section" sx={{ p: '12px 16px', minWidth: 0 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 2 }}>
        <Box component="h2" sx={type.section}>
          {title}
        </Box>
        <Legend />
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {groups.map(({ name, openCount, overdueCount, filter }) => (
          <li key={name}>
            <Box
              component={Link}
              to={complaintRows({ orgUnitId, isOpen: true, ...filter })}
              sx={{
                display: 'grid',
                gridTemplateColumns: '88px minmax(0, 1fr) 36px',
                alignItems: 'center',
                gap: 2,
                minHeight: 32,
                color: tokens.ink,
                textDecoration: 'none',
                ...type.body,
                '&:hover': { backgroundColor: tokens.sunken },
              }}
            >
              <span>{name}</span>
              <Box component="span" aria-hidden="true" sx={{ display: 'flex', height: 10 }}>
                <Box
                  component="span"
                  sx={{ width: share(openCount - overdueCount, most), backgroundColor: tokens.run }}
                />
                <Box
                  component="span"
                  sx={{ width: share(overdueCount, most), background: hatch(tokens.breachUi, tokens.surface) }}
                />
              </Box>
              <Box component="span" sx={{ position: 'relative', textAlign: 'right', fontWeight: 600 }}>
                {openCount}
                <Box component="span" sx={visuallyHidden}>
                  {translate('dashboard.spoken', { count: overdueCount })}
                </Box>
              </Box>
            </Box>
          </li>
        ))}
      </Box>
    </Paper>
  );
};

// Whole percents: each width is a rule of the style sheet.
const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;

const Legend = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const marks = [
    ['onTrack', tokens.run],
    ['overdue', hatch(tokens.breachUi, tokens.surface)],
  ] as const;
  return (
    <Box sx={{ display: 'flex', gap: 3, color: tokens.ink2, ...type.caption }}>
      {marks.map(([name, background]) => (
        <Box key={name} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
          <Box component="span" aria-hidden="true" sx={{ width: 10, height: 10, background }} />
          {translate(`dashboard.${name}`)}
        </Box>
      ))}
    </Box>
  );
};

const Stages = ({
  byLevel,
  byStatusAndLevel,
  orgUnitId,
}: Pick<Stats, 'byLevel' | 'byStatusAndLevel'> & { orgUnitId: string | undefined }) => {
  const translate = useTranslate();
  const word = useWord();
  const statuses = [...new Set(byStatusAndLevel.map(({ status }) => status))];
  const countOf = (status: string, level: string) =>
    byStatusAndLevel.find((each) => each.status === status && each.level === level)?.openCount ?? 0;
  return (
    <Paper
      component="section"
      sx={{ p: '12px 16px', minWidth: 0, overflowX: 'auto', gridColumn: { md: '1 / -1', xl: 'auto' } }}
    >
      <Box component="h2" sx={type.section}>
        {translate('dashboard.whereTo')}
      </Box>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('dashboard.stage')}</TableCell>
            {byLevel.map(({ level }) => (
              <TableCell key={level} align="right">
                {word('level', level)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('dashboard.all')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {statuses.map((status) => (
            <TableRow key={status}>
              <TableCell component="th" scope="row">
                {word('status', status)}
              </TableCell>
              {byLevel.map(({ level }) => (
                <CountCell
                  key={level}
                  count={countOf(status, level)}
                  to={complaintRows({ orgUnitId, status: [status], level: [level] })}
                />
              ))}
              <CountCell
                count={byLevel.reduce((sum, { level }) => sum + countOf(status, level), 0)}
                to={complaintRows({ orgUnitId, status: [status] })}
              />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
};
