import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Wifi, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Connection } from '../provider/connection';
import { radius, type, useTokens } from '../theme/tokens';
import { timeOfDay } from './time';

/** Says when the picture stopped, and what was caught up when it moves again; nothing while live. */
export function OfflineStrip({ connection }: { connection: Connection }) {
  const { state } = connection;
  return (
    <div role="status">
      {state === 'offline' && <Stopped {...connection} />}
      {state === 'recovered' && <Recovered {...connection} />}
    </div>
  );
}

function Stopped({ since, retryInSeconds }: Connection) {
  const translate = useTranslate();
  const tokens = useTokens();
  const retry = retryInSeconds
    ? translate('pattern.connection.retryIn', { seconds: retryInSeconds })
    : translate('pattern.connection.retrying');
  return (
    <Strip ground={tokens.warnSoft} ink={tokens.warn} icon={<WifiOff size={17} strokeWidth={1.75} aria-hidden />}>
      <b>{translate('pattern.connection.offlineTitle')}</b>
      {since && <span>{translate('pattern.connection.stoppedAt', { time: timeOfDay(since) })}</span>}
      {/* The countdown changes each second; it must not be read each second. */}
      <Box component="span" aria-hidden sx={{ ml: 'auto' }}>
        {retry}
      </Box>
    </Strip>
  );
}

function Recovered({ recoveredCount = 0, acknowledge }: Connection) {
  const translate = useTranslate();
  const tokens = useTokens();
  const title = recoveredCount
    ? translate('pattern.connection.recoveredTitle', { count: recoveredCount })
    : translate('pattern.connection.recoveredNothing');
  return (
    <Strip ground={tokens.metSoft} ink={tokens.met} icon={<Wifi size={17} strokeWidth={1.75} aria-hidden />}>
      <b>{title}</b>
      {recoveredCount > 0 && <span>{translate('pattern.connection.nothingLost')}</span>}
      <Button
        size="small"
        variant="outlined"
        onClick={acknowledge}
        sx={{ ml: 'auto', color: 'inherit', borderColor: 'currentcolor' }}
      >
        {translate('pattern.connection.understood')}
      </Button>
    </Strip>
  );
}

interface StripProps {
  ground: string;
  ink: string;
  icon: ReactNode;
  children: ReactNode;
}

function Strip({ ground, ink, icon, children }: StripProps) {
  return (
    <Box
      sx={{
        ...type.body,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: '9px',
        minHeight: 36,
        px: '12px',
        py: '4px',
        borderRadius: `${radius.control}px`,
        background: ground,
        color: ink,
        '& b': { fontWeight: 600 },
      }}
    >
      {icon}
      {children}
    </Box>
  );
}
