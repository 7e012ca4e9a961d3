import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { ComplaintRow } from './complaints.graphql';

/** The reference and the channel, and whether it is a drill or imported history. */
export const RowMeta = ({ row }: { row: ComplaintRow }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const reference = row.isDrill ? translate('pattern.drill.reference', { reference: row.reference }) : row.reference;
  const parts = [
    reference,
    word('channel', row.channel),
    ...(row.isHistorical ? [translate('worklist.historical')] : []),
  ];
  return (
    <Box
      component="span"
      sx={{
        display: 'block',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        color: row.isDrill ? tokens.drill : tokens.ink3,
        ...type.caption,
      }}
    >
      {parts.join(' · ')}
    </Box>
  );
};
