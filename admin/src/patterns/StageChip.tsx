import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useWord } from '../words/useWord';
import { type, useTokens } from '../theme/tokens';
import { EndingChip } from './EndingChip';
import { asEnding, stages, type Stage, type StageCode } from './stages';
import { visuallyHidden } from './visuallyHidden';

/** Where a complaint stands: the word over eight small bars, or how it ended. */
export function StageChip({ status }: { status: StageCode }) {
  const ending = asEnding(status);
  return ending ? <EndingChip ending={ending} /> : <StageSegments stage={status as Stage} />;
}

function StageSegments({ stage }: { stage: Stage }) {
  const word = useWord();
  const tokens = useTokens();
  const translate = useTranslate();
  const index = stages.indexOf(stage) + 1;
  const position = { stage: word('status', stage), index, count: stages.length };
  return (
    <Box component="span" sx={{ position: 'relative', display: 'inline-block', width: 90 }}>
      <Box
        component="span"
        aria-hidden
        sx={{ ...type.body, display: 'block', color: tokens.ink, whiteSpace: 'nowrap' }}
      >
        {position.stage}
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {translate('pattern.stage.position', position)}
      </Box>
      <Box component="span" aria-hidden sx={{ display: 'flex', gap: '3px', mt: '3px' }}>
        {stages.map((each, at) => (
          <Box
            component="span"
            key={each}
            sx={{ flex: 1, height: 3, background: at < index ? tokens.primary : tokens.line }}
          />
        ))}
      </Box>
    </Box>
  );
}
