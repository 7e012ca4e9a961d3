import { Box, Button, LinearProgress } from '@mui/material';
import { CircleCheck, Link2, OctagonAlert } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { useVerification, type VerificationState } from './useVerification';

/** The button that verifies the chain, how far it is, and what it found. */
export const Verify = () => {
  const translate = useTranslate();
  const { start, stop, ...state } = useVerification();
  const { intactCount = 0, totalCount = 0 } = state.result ?? {};
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <Button variant="contained" onClick={state.isRunning ? stop : start}>
        <Link2 size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate(state.isRunning ? 'audit.stop' : 'audit.verify')}
      </Button>
      {state.isRunning ? (
        <LinearProgress
          variant="determinate"
          value={totalCount === 0 ? 0 : (100 * intactCount) / totalCount}
          aria-label={translate('audit.verify')}
          sx={{ width: 200 }}
        />
      ) : null}
      <Box role="status">
        <Finding {...state} />
      </Box>
    </Box>
  );
};

const Finding = ({ result, isRunning, hasFailed }: VerificationState) => {
  const tokens = useTokens();
  const translate = useTranslate();
  if (hasFailed) return <Word colour={tokens.breach}>{translate('audit.verifyFailed')}</Word>;
  if (!result) return null;
  const { intactCount: count, totalCount: total, headHash, broken } = result;
  if (broken) {
    const fault = translate(`audit.fault.${broken.fault}`);
    return (
      <Word colour={tokens.breach}>
        <OctagonAlert size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate('audit.broken', { seq: broken.seq, fault, count })}
      </Word>
    );
  }
  if (isRunning) return <Word colour={tokens.ink2}>{translate('audit.verifying', { count, total })}</Word>;
  return (
    <Word colour={tokens.met}>
      <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" />
      {translate('audit.intact', { count, hash: headHash?.slice(0, 16) ?? '–' })}
    </Word>
  );
};

const Word = ({ colour, children }: { colour: string; children: React.ReactNode }) => (
  <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, color: colour, ...type.body }}>
    {children}
  </Box>
);
