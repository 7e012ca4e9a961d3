import Box from '@mui/material/Box';
import { useId } from 'react';
import { useWord } from '../words/useWord';
import { radius, type, useTokens } from '../theme/tokens';
import { levels, type LevelCode } from './level';
import { levelLook } from './levelLook';
import { LevelMark } from './LevelMark';
import { visuallyHidden } from './visuallyHidden';

interface LevelChoiceProps {
  /** The name of the group, read aloud. */
  label: string;
  value: LevelCode | null;
  onChange: (level: LevelCode) => void;
}

/** Levels as radio buttons; the unchosen ones are outlined. */
export function LevelChoice({ label, value, onChange }: LevelChoiceProps) {
  const name = useId();
  return (
    <Box role="radiogroup" aria-label={label} sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: '10px' }}>
      {levels.map((level) => (
        <LevelOption key={level} {...{ name, level }} isChosen={level === value} onChoose={() => onChange(level)} />
      ))}
    </Box>
  );
}

interface LevelOptionProps {
  name: string;
  level: LevelCode;
  isChosen: boolean;
  onChoose: () => void;
}

function LevelOption({ name, level, isChosen, onChoose }: LevelOptionProps) {
  const tokens = useTokens();
  const word = useWord();
  const outlined = { background: tokens.surface, color: tokens.ink, border: `1px solid ${tokens.edge}` };
  return (
    <Box
      component="label"
      sx={{
        ...type.body,
        ...(isChosen ? levelLook(tokens)[level] : outlined),
        fontWeight: isChosen ? 600 : 400,
        position: 'relative',
        display: 'inline-flex',
        alignItems: 'center',
        gap: '7px',
        height: 28,
        px: '11px',
        borderRadius: `${radius.control}px`,
        outline: isChosen ? `2px solid ${tokens.primary}` : 'none',
        outlineOffset: '1px',
        cursor: 'pointer',
        '&:has(:focus-visible)': { outline: `2px solid ${tokens.primary}`, outlineOffset: isChosen ? '3px' : '1px' },
      }}
    >
      <Box component="input" type="radio" checked={isChosen} onChange={onChoose} {...{ name }} sx={visuallyHidden} />
      <Box
        component="span"
        sx={{ display: 'inline-flex', color: isChosen || level !== 'URGENT' ? 'inherit' : tokens.breachUi }}
      >
        <LevelMark level={level} />
      </Box>
      {word('level', level)}
    </Box>
  );
}
