import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { toastDuration } from '../patterns/Toast';
import { radius, type, useTokens } from '../theme/tokens';
import type { WallWord as Word } from './useWallActions';

/** What was done or refused, bottom left for six seconds. */
export function WallWord({ word }: { word: Word | null }) {
  const place = { position: 'fixed', left: 24, bottom: { xs: 72, md: 4 }, zIndex: 10 };
  return (
    <Box role={word?.isError ? 'alert' : 'status'} sx={place}>
      {word && <Fading key={word.at} {...word} />}
    </Box>
  );
}

function Fading({ text, isError }: Word) {
  const tokens = useTokens();
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), toastDuration);
    return () => clearTimeout(timer);
  }, []);
  const ground = isError
    ? { background: tokens.breachSoft, color: tokens.breach, border: `1px solid ${tokens.breachUi}` }
    : { background: tokens.ink, color: tokens.surface };
  const look = { p: '11px 16px', borderRadius: `${radius.control}px`, boxShadow: tokens.shadow };
  return isGone ? null : <Box sx={{ ...type.body, ...ground, ...look }}>{text}</Box>;
}
