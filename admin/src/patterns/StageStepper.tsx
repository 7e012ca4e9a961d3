import Box from '@mui/material/Box';
import { Check } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { fixedTerm } from './fixedTerm';
import { stages, type Stage } from './stages';
import { dayTimeText } from './time';
import { useNow } from './useNow';
import { useTimeLocale } from './useTimeLocale';
import { visuallyHidden } from './visuallyHidden';

type Progress = 'done' | 'current' | 'ahead';

interface StageStepperProps {
  /** The stage reached; a closed complaint has every step done. */
  stage: Stage;
  /** When each stage was reached, as far as known. */
  times?: Partial<Record<Stage, string | null>>;
}

/** The eight stages with their times, for the complaint's own page. */
export function StageStepper({ stage, times = {} }: StageStepperProps) {
  const translate = useTranslate();
  const reached = stages.indexOf(stage);
  const progress = (index: number): Progress => {
    if (index < reached || stage === 'CLOSED') return 'done';
    return index === reached ? 'current' : 'ahead';
  };
  return (
    <Box
      component="ol"
      aria-label={translate('pattern.stage.label')}
      sx={{ display: 'flex', p: 0, m: 0, listStyle: 'none' }}
    >
      {stages.map((each, index) => (
        <Step key={each} stage={each} progress={progress(index)} at={times[each] ?? undefined} />
      ))}
    </Box>
  );
}

interface StepProps {
  stage: Stage;
  progress: Progress;
  at: string | undefined;
}

function Step({ stage, progress, at }: StepProps) {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const isCurrent = progress === 'current';
  return (
    <Box
      component="li"
      aria-current={isCurrent ? 'step' : undefined}
      sx={{ flex: 1, minWidth: 0, position: 'relative' }}
    >
      <StepLine isDrawn={stage !== 'CLOSED'} isDone={progress === 'done'} />
      <StepDot progress={progress} />
      <Box
        sx={{
          ...type.body,
          mt: '4px',
          lineHeight: '20px',
          fontWeight: isCurrent ? 600 : 400,
          color: { done: tokens.ink, current: tokens.primary, ahead: tokens.ink3 }[progress],
        }}
      >
        {translate(`pattern.step.${stage}`)}
        <Box component="span" sx={visuallyHidden}>
          {translate(`pattern.step.${progress}`)}
        </Box>
      </Box>
      {at && progress !== 'ahead' && (
        <Box sx={{ ...type.caption, ...fixedTerm, color: tokens.ink3 }}>{dayTimeText(at, now, locale)}</Box>
      )}
    </Box>
  );
}

function StepLine({ isDrawn, isDone }: { isDrawn: boolean; isDone: boolean }) {
  const tokens = useTokens();
  if (!isDrawn) return null;
  const background = isDone ? tokens.primary : tokens.line;
  return <Box aria-hidden sx={{ position: 'absolute', top: 7, left: 0, right: 0, height: 2, background }} />;
}

function StepDot({ progress }: { progress: Progress }) {
  const tokens = useTokens();
  const looks = {
    done: { background: tokens.primary, border: `2px solid ${tokens.primary}` },
    current: { background: tokens.surface, border: `5px solid ${tokens.primary}` },
    ahead: { background: tokens.canvas, border: `2px solid ${tokens.line}` },
  };
  return (
    <Box
      aria-hidden
      sx={{
        ...looks[progress],
        position: 'relative',
        display: 'grid',
        placeItems: 'center',
        width: 16,
        height: 16,
        borderRadius: '50%',
        color: tokens.onPrimary,
      }}
    >
      {progress === 'done' && <Check size={10} strokeWidth={3} />}
    </Box>
  );
}
