import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Inbox } from 'lucide-react';
import { radius, type, useTokens } from '../theme/tokens';

interface EmptyStateProps {
  /** What is true. */
  title: string;
  /** The next useful thing. */
  note?: string | undefined;
  action?: { label: string; onClick: () => void } | undefined;
}

/** Nothing here: says so, says what is next, and offers one way on. */
export function EmptyState({ title, note, action }: EmptyStateProps) {
  const tokens = useTokens();
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '12px',
        p: '12px 16px',
        border: `1px dashed ${tokens.edge}`,
        borderRadius: `${radius.card}px`,
        color: tokens.ink2,
      }}
    >
      <Inbox size={24} strokeWidth={1.5} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <Box sx={{ ...type.section, color: tokens.ink }}>{title}</Box>
        {note && <Box sx={type.meta}>{note}</Box>}
      </Box>
      {action && (
        <Button size="small" variant="outlined" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </Box>
  );
}
