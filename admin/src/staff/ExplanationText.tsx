import { Box } from '@mui/material';
import { Ban, CircleCheck } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { Explanation } from './staff.graphql';

/** The answer in one sentence, then each reason with its source and term. */
export const ExplanationText = ({ answer }: { answer: Explanation }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string) => dayTimeText(at, now, locale);
  const Icon = answer.isGranted ? CircleCheck : Ban;
  return (
    <Box sx={{ display: 'grid', gap: 3, p: '12px 16px', borderRadius: '5px', backgroundColor: tokens.canvas }}>
      <Box sx={{ display: 'flex', gap: 2, fontWeight: 600, color: answer.isGranted ? tokens.met : tokens.breach }}>
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" style={{ flex: 'none', marginTop: 2 }} />
        <p>{answer.text}</p>
      </Box>
      <Box component="ul" aria-label={translate('staff.reasons')} sx={{ listStyle: 'none', display: 'grid', gap: 2 }}>
        {answer.reasons.map(({ source, text, validFrom, validTo }) => (
          <li key={`${source} ${text}`}>
            <Box component="span" sx={{ color: tokens.ink2, ...type.caption }}>
              {word('accessSource', source)}
            </Box>
            <p>{text}</p>
            {validFrom ? (
              <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
                {validTo
                  ? translate('grants.term', { from: when(validFrom), to: when(validTo) })
                  : translate('grants.since', { from: when(validFrom) })}
              </Box>
            ) : null}
          </li>
        ))}
      </Box>
    </Box>
  );
};
