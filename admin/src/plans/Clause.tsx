import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

/** The clause of a plan that a rule follows; nothing where the rule is the bank's own. */
export const Clause = ({ id }: { id: string | null }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  if (id === null) return null;
  return (
    <Box
      component="span"
      title={translate('plans.clauseOf', { id })}
      sx={{
        display: 'inline-block',
        px: '6px',
        borderRadius: `${radius.chip}px`,
        backgroundColor: tokens.sunken,
        color: tokens.ink2,
        whiteSpace: 'nowrap',
        ...type.caption,
      }}
    >
      {id}
    </Box>
  );
};
