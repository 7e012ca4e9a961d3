import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { TriangleAlert } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';

interface ErrorStateProps {
  /** What failed, in words. */
  title: string;
  /** Whether what was typed has been kept; left out where nothing was typed. */
  isSaved?: boolean;
  /** The id to quote to the help desk. */
  errorId?: string | undefined;
  onRetry?: () => void;
}

/** What failed, whether anything was saved, a way to try again and the id to quote. */
export function ErrorState({ title, isSaved, errorId, onRetry }: ErrorStateProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  const saved = isSaved === undefined ? '' : translate(`pattern.error.${isSaved ? 'saved' : 'notSaved'}`);
  const id = errorId ? translate('pattern.error.id', { id: errorId }) : '';
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '12px',
        p: '12px 16px',
        border: `1px solid ${tokens.breachUi}`,
        borderRadius: `${radius.card}px`,
        background: tokens.breachSoft,
        color: tokens.breach,
      }}
    >
      <TriangleAlert size={22} strokeWidth={1.75} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <Box sx={type.section}>{title}</Box>
        {(saved || id) && <Box sx={type.meta}>{[saved, id].filter(Boolean).join(' ')}</Box>}
      </Box>
      {onRetry && (
        <Button
          size="small"
          variant="outlined"
          onClick={onRetry}
          sx={{ color: 'inherit', borderColor: 'currentcolor' }}
        >
          {translate('pattern.error.retry')}
        </Button>
      )}
    </Box>
  );
}
