import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Bell, Volume2, VolumeX } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { ConnectionMark } from '../patterns/ConnectionMark';
import { KeyHint } from '../patterns/KeyHint';
import type { ConnectionState } from '../provider/live';
import { type, useTokens } from '../theme/tokens';
import type { Chime } from './useChime';
import type { DesktopNotices } from './useNotification';

interface WallFooterProps {
  chime: Chime;
  notices: DesktopNotices;
  state: ConnectionState;
}

const hints = [
  { name: 'select', keys: ['↑', '↓'] },
  { name: 'acknowledge', keys: ['A'] },
  { name: 'mute', keys: ['M'] },
];

/** The keys, the sound, and whether the picture is live. */
export function WallFooter({ chime, notices, state }: WallFooterProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      component="footer"
      sx={{
        ...type.body,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '4px 20px',
        color: tokens.ink2,
      }}
    >
      {hints.map(({ name, keys }) => (
        <Box
          key={name}
          component="span"
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            gap: '5px',
            '@media (pointer: coarse)': { display: 'none' },
          }}
        >
          {keys.map((key) => (
            <KeyHint key={key} keys={key} />
          ))}
          <Box component="span" sx={{ ml: '3px' }}>
            {translate(`wall.${name}`)}
          </Box>
        </Box>
      ))}
      <Box sx={{ flex: 1 }} />
      {notices.canAsk && (
        <Button variant="text" size="small" startIcon={<Bell size={16} strokeWidth={1.75} />} onClick={notices.ask}>
          {translate('wall.notifications')}
        </Button>
      )}
      <SoundButton {...chime} />
      <span>{translate('wall.drillsHidden')}</span>
      <ConnectionMark state={state} />
    </Box>
  );
}

/** Says whether the wall sounds, and switches it. */
export function SoundButton({ isMuted, isBlocked, toggleMute, unblock }: Chime) {
  const tokens = useTokens();
  const translate = useTranslate();
  const Icon = isMuted || isBlocked ? VolumeX : Volume2;
  const text = isMuted ? 'wall.soundOff' : isBlocked ? 'wall.soundBlocked' : 'wall.soundOn';
  return (
    <Button
      variant="text"
      size="small"
      startIcon={<Icon size={17} strokeWidth={1.75} />}
      onClick={isBlocked ? unblock : toggleMute}
      sx={{ color: isMuted || isBlocked ? tokens.warn : tokens.ink2 }}
    >
      {translate(text)}
    </Button>
  );
}
