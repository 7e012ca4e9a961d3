import Box from '@mui/material/Box';
import { useWord } from '../words/useWord';
import { radius, type, useTokens } from '../theme/tokens';
import type { LevelCode } from './level';
import { levelLook } from './levelLook';
import { LevelMark } from './LevelMark';

/** The level of a complaint; how full the badge is tells how grave it is. */
export function LevelBadge({ level }: { level: LevelCode }) {
  const look = levelLook(useTokens())[level];
  const word = useWord();
  const isGrave = level === 'MAJOR' || level === 'URGENT';
  return (
    <Box
      component="span"
      sx={{
        ...type.meta,
        ...look,
        fontWeight: isGrave ? 600 : 400,
        display: 'inline-flex',
        alignItems: 'center',
        gap: '6px',
        height: 24,
        px: '8px',
        borderRadius: `${radius.chip}px`,
        whiteSpace: 'nowrap',
      }}
    >
      <LevelMark level={level} />
      {word('level', level)}
    </Box>
  );
}
