import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { TriangleAlert } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { radius, type, useTokens } from '../theme/tokens';
import { useListed } from '../words/useListed';
import { useWord } from '../words/useWord';
import type { Gap } from './coverage.graphql';

const columns = ['unit', 'step', 'reason', 'instead', 'triggers'] as const;

/** Steps that nobody stands on, with what happens instead; each leads to where it is put right. */
export const GapTable = ({ gaps }: { gaps: readonly Gap[] }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('coverage.gaps')}>
      <Table sx={{ minWidth: 860 }}>
        <TableHead>
          <TableRow>
            {columns.map((name) => (
              <TableCell key={name}>{translate(`coverage.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {gaps.map((gap) => (
            <GapRow key={`${gap.orgUnit.id} ${gap.step}`} gap={gap} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

const GapRow = ({ gap }: { gap: Gap }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const listed = useListed();
  const { orgUnit, step, positions, group, reason, triggers } = gap;
  return (
    <TableRow>
      <TableCell>
        <Link to={`/units/${orgUnit.id}`}>{orgUnit.name}</Link>
        <Box sx={{ color: tokens.ink3, ...type.caption }}>{orgUnit.pathNames.slice(0, -1).join(' › ')}</Box>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {step} {word('escalationLevel', step)}
      </TableCell>
      <TableCell>
        {word('gapReason', reason)}
        <Box sx={{ ...type.meta }}>
          {group ? <Link to={`/groups/${group.id}`}>{group.name}</Link> : null}
          {group && positions.length > 0
            ? ` · ${listed(positions.map((position) => word('groupPosition', position)))}`
            : null}
        </Box>
      </TableCell>
      <TableCell>
        <Instead gap={gap} />
      </TableCell>
      <TableCell sx={{ color: tokens.ink2, ...type.meta }}>
        {triggers.length > 3
          ? translate('coverage.triggerCount', { first: word('trigger', triggers[0]!), count: triggers.length })
          : listed(triggers.map((trigger) => word('trigger', trigger)))}
      </TableCell>
    </TableRow>
  );
};

const Instead = ({ gap: { climbsTo, step } }: { gap: Gap }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const words = climbsTo
    ? translate(climbsTo.step === step ? 'coverage.sameStep' : 'coverage.climbs', {
        step: climbsTo.step,
        unit: climbsTo.orgUnit?.name ?? '',
      })
    : translate('coverage.nobody');
  const look = climbsTo
    ? { color: tokens.warn, backgroundColor: tokens.warnSoft, borderColor: tokens.warnUi }
    : { color: tokens.breach, backgroundColor: tokens.breachSoft, borderColor: tokens.breachUi };
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        gap: 1.5,
        alignItems: 'center',
        px: 2,
        border: '1px solid',
        borderRadius: `${radius.chip}px`,
        fontWeight: 600,
        ...look,
      }}
    >
      <Box component={TriangleAlert} size={14} strokeWidth={2} aria-hidden="true" sx={{ flex: 'none' }} />
      {words}
    </Box>
  );
};
