import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useWord } from '../words/useWord';
import { type, useTokens } from '../theme/tokens';
import { useTimeLocale } from './useTimeLocale';

/** Where the five names do not fit, only the current one is written out. */
const narrow = { zh: '@container (max-width: 355px)', en: '@container (max-width: 520px)' };

/** The rungs, from the handler up to the superior unit. */
export const rungs = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;

/** A rung of the escalation ladder. */
export type Rung = (typeof rungs)[number];

/** The clock's colour on the current rung. */
export type LadderTone = 'run' | 'warn' | 'breach';

interface LadderProps {
  level: Rung;
  tone?: LadderTone;
}

/** How high a matter has climbed: passed rungs grey, the current one in the clock's colour, those ahead empty. */
export function Ladder({ level, tone = 'breach' }: LadderProps) {
  const word = useWord();
  const translate = useTranslate();
  const label = translate('pattern.ladder.label', { level: `${level} ${word('escalationLevel', level)}` });
  return (
    <Box role="img" aria-label={label} sx={{ containerType: 'inline-size', minWidth: 0 }}>
      <Box sx={{ display: 'grid', gap: '4px', gridTemplateColumns: 'repeat(5, minmax(max-content, 1fr))' }}>
        {rungs.map((rung) => (
          <RungBar key={rung} {...{ rung, tone }} distance={rungs.indexOf(rung) - rungs.indexOf(level)} />
        ))}
      </Box>
    </Box>
  );
}

interface RungBarProps {
  rung: Rung;
  tone: LadderTone;
  /** Below zero is passed, zero is now, above is ahead. */
  distance: number;
}

function RungBar({ rung, tone, distance }: RungBarProps) {
  const tokens = useTokens();
  const word = useWord();
  const locale = useTimeLocale();
  const current = { run: tokens.run, warn: tokens.warnUi, breach: tokens.breachUi }[tone];
  const isCurrent = distance === 0;
  const passed = distance < 0 ? tokens.edge : 'transparent';
  return (
    <Box aria-hidden>
      <Box
        sx={{
          height: 6,
          borderRadius: '2px',
          background: isCurrent ? current : passed,
          border: distance > 0 ? `1px solid ${tokens.line}` : 'none',
        }}
      />
      <Box
        sx={{
          ...type.caption,
          mt: '2px',
          pr: '6px',
          fontWeight: isCurrent ? 600 : 400,
          color: isCurrent ? tokens.ink : distance < 0 ? tokens.ink2 : tokens.ink3,
          whiteSpace: 'nowrap',
        }}
      >
        {rung}
        <Box component="span" sx={isCurrent ? {} : { [narrow[locale]]: { display: 'none' } }}>
          {' '}
          {word('escalationLevel', rung)}
        </Box>
      </Box>
    </Box>
  );
}
