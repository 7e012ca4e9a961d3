import { Box } from '@mui/material';
import { UserRound } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import type { ComplaintRow } from './complaints.graphql';

/** The unit and the person responsible, or in amber that nobody is yet. */
export const WhoHasIt = ({ row, isCompact }: { row: ComplaintRow; isCompact?: boolean }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { responsible, firstHandler } = row;
  const second = responsible
    ? responsible.name
    : firstHandler
      ? translate('worklist.firstHandler', { name: firstHandler.name })
      : row.orgUnit.name;
  return (
    <Box
      sx={{
        overflow: 'hidden',
        '& > span': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      }}
    >
      {responsible ? <span>{responsible.orgUnit.name}</span> : <Unassigned />}
      {isCompact ? null : (
        <Box component="span" sx={{ color: tokens.ink3, ...type.caption }}>
          {second}
        </Box>
      )}
    </Box>
  );
};

const Unassigned = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: tokens.warn, fontWeight: 600 }}>
      <Box
        component={UserRound}
        size={14}
        strokeWidth={1.75}
        aria-hidden="true"
        sx={{ mr: 1, verticalAlign: '-2px' }}
      />
      {translate('worklist.unassigned')}
    </Box>
  );
};
