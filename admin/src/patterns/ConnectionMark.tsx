import Box from '@mui/material/Box';
import { WifiOff } from 'lucide-react';
import { useTranslate } from 'react-admin';
import type { ConnectionState } from '../provider/connection';
import { type, useTokens } from '../theme/tokens';

/** Whether the picture is live: a green dot, or amber and the word. */
export function ConnectionMark({ state }: { state: ConnectionState }) {
  const tokens = useTokens();
  const translate = useTranslate();
  const isOffline = state === 'offline';
  return (
    <Box
      component="span"
      sx={{
        ...type.meta,
        display: 'inline-flex',
        alignItems: 'center',
        gap: '6px',
        color: isOffline ? tokens.warn : tokens.met,
        whiteSpace: 'nowrap',
      }}
    >
      {isOffline ? <WifiOff size={15} strokeWidth={1.75} aria-hidden /> : <LiveDot />}
      {translate(`pattern.connection.${isOffline ? 'offline' : 'live'}`)}
    </Box>
  );
}

function LiveDot() {
  const tokens = useTokens();
  const ring = `0 0 0 2px ${tokens.metSoft}`;
  const look = { width: 8, height: 8, borderRadius: '50%', background: tokens.met, boxShadow: ring };
  return <Box component="span" aria-hidden sx={{ ...look, m: '2px' }} />;
}
