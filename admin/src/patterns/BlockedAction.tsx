import Box from '@mui/material/Box';
import { Lock } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { radius, type, useTokens } from '../theme/tokens';
import { visuallyHidden } from './visuallyHidden';

interface BlockedActionProps {
  label: string;
  /** Why not, in the server's words. */
  reason: string;
  height?: number;
}

/** An action that cannot be done now: still there, dashed, with its reason in words. */
export function BlockedAction({ label, reason, height = 34 }: BlockedActionProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ position: 'relative', display: 'inline-flex', alignItems: 'center', gap: '8px' }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          ...type.body,
          display: 'inline-flex',
          alignItems: 'center',
          gap: '7px',
          minHeight: height,
          px: '14px',
          border: `1px dashed ${tokens.edge}`,
          borderRadius: `${radius.control}px`,
          color: tokens.ink3,
          whiteSpace: 'nowrap',
        }}
      >
        <Lock size={15} strokeWidth={1.75} />
        {label}
      </Box>
      <Box component="span" aria-hidden sx={{ ...type.meta, color: tokens.ink2 }}>
        {reason}
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {translate('pattern.action.blocked', { label, reason })}
      </Box>
    </Box>
  );
}
