import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { countdownText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { toneOf, untilNextStep, type WallEscalation } from './urgency';

/** The words over the countdown: what the next step is. */
export function NextStep({ escalation }: { escalation: WallEscalation }) {
  const tokens = useTokens();
  const text = useNextStep(escalation);
  return <Box sx={{ ...type.body, color: tokens.ink2 }}>{text}</Box>;
}

function useNextStep(escalation: WallEscalation): string {
  const translate = useTranslate();
  const word = useWord();
  const now = useNow('second');
  const left = untilNextStep(escalation, now);
  if (left === null) return translate('wall.noNextStep');
  const next = escalation.nextLevel ?? escalation.level;
  const place = { level: next, name: word('escalationLevel', next) };
  if (left <= 0) return translate('wall.stepping', place);
  return translate(next === escalation.level ? 'wall.repeats' : 'wall.nextStep', place);
}

interface CountdownProps {
  escalation: WallEscalation;
  /** On a folded card of the phone. */
  isSmall?: boolean;
}

/** Minutes and seconds until the next step, large enough for the other side of the room. */
export function Countdown({ escalation, isSmall = false }: CountdownProps) {
  const tokens = useTokens();
  const now = useNow('second');
  const left = untilNextStep(escalation, now);
  const size = isSmall ? type.detailTitle : { ...type.countdown, '@media (max-width: 899.95px)': phoneCountdown };
  const color = toneOf(escalation, now) === 'breach' ? tokens.breach : tokens.warn;
  return (
    <Box role="timer" sx={{ ...size, color, whiteSpace: 'nowrap' }}>
      {left === null ? '--:--' : countdownText(left)}
    </Box>
  );
}

const phoneCountdown = { fontSize: 50, lineHeight: '52px' };
