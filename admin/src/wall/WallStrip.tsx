import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Wifi, WifiOff } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { spanText, timeOfDay } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { radius, type, useTokens } from '../theme/tokens';
import type { Gap, WallConnection } from './useGap';

interface WallStripProps {
  wall: Pick<WallConnection, 'connection' | 'gap'>;
  toldAt: number | null;
  /** The phone's one line. */
  isShort?: boolean;
}

/** Says that the picture has stopped, and later from when to when and what was caught up. */
export function WallStrip({ wall: { connection, gap }, toldAt, isShort = false }: WallStripProps) {
  const tokens = useTokens();
  const text = useStripText(connection, gap, isShort);
  const Icon = gap ? Wifi : WifiOff;
  const look = { ...type.section, ...stripLook, background: tokens.warnSoft, color: tokens.warn };
  return (
    <div role="status">
      {text && (
        <Box sx={look}>
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          <Box component="span" sx={{ flex: 1 }}>
            {text}
          </Box>
          {!isShort && toldAt !== null && <PictureAge toldAt={toldAt} />}
          {gap && <Understood onClick={connection.acknowledge} />}
        </Box>
      )}
    </div>
  );
}

const stripLook = {
  display: 'flex',
  alignItems: 'center',
  gap: '12px',
  minHeight: 44,
  px: '14px',
  py: '5px',
  borderRadius: `${radius.control}px`,
} as const;

function useStripText({ state, since }: WallConnection['connection'], gap: Gap | null, isShort: boolean): string {
  const translate = useTranslate();
  const locale = useTimeLocale();
  if (state === 'offline' && since)
    return translate(isShort ? 'wall.offlineShort' : 'wall.offline', { time: timeOfDay(since) });
  if (!gap) return '';
  const { from, to, count } = gap;
  const duration = spanText(to.getTime() - from.getTime(), locale);
  if (isShort) return translate('wall.gapShort', { duration, count });
  const times = { from: timeOfDay(from), to: timeOfDay(to), duration, count };
  const name = times.from === times.to ? 'wall.gapBrief' : 'wall.gap';
  return translate(count > 0 ? name : `${name}Nothing`, times);
}

/** How old the picture is; not read aloud each second. */
function PictureAge({ toldAt }: { toldAt: number }) {
  const tokens = useTokens();
  const translate = useTranslate();
  const locale = useTimeLocale();
  const age = spanText(useNow('second') - toldAt, locale);
  return (
    <Box component="span" aria-hidden sx={{ ...type.body, color: tokens.ink2 }}>
      {translate('wall.age', { age })}
    </Box>
  );
}

function Understood({ onClick }: { onClick: () => void }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Button variant="outlined" size="small" onClick={onClick} sx={{ color: tokens.ink, borderColor: tokens.edge }}>
      {translate('wall.understood')}
    </Button>
  );
}
