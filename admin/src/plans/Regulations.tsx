import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleHelp } from 'lucide-react';
import { useTranslate } from 'react-admin';
import type { RegulationCode, RegulationPresetsQuery } from '../gql/graphql';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { RegulationPresetsDocument } from './plans.graphql';

type Regulation = RegulationPresetsQuery['regulationPresets'][number];

/** The regulations that a plan may name, in the current language. */
export function useRegulations(): readonly Regulation[] {
  const locale = useTimeLocale();
  const { data = [] } = useQuery({
    queryKey: ['regulationPresets', locale],
    queryFn: async ({ signal }) => (await request(RegulationPresetsDocument, {}, signal)).regulationPresets,
    staleTime: Infinity,
  });
  return data;
}

/** What the named regulations say, and what of it is still to be verified by the bank. */
export const Regulations = ({ codes }: { codes: readonly RegulationCode[] }) => (
  <Box sx={{ display: 'grid', gap: 3 }}>
    {useRegulations()
      .filter(({ code }) => codes.includes(code))
      .map((regulation) => (
        <div key={regulation.code}>
          <h3>{regulation.name}</h3>
          <Statements regulation={regulation} />
        </div>
      ))}
  </Box>
);

/** What a regulation says, line by line. */
export const Statements = ({ regulation: { statements } }: { regulation: Regulation }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 1, mt: 1 }}>
      {statements.map(({ text, dayCount, isVerified }) => {
        const Icon = isVerified ? CircleCheck : CircleHelp;
        return (
          <Box component="li" key={text} sx={{ display: 'flex', gap: 2 }}>
            <Box
              component={Icon}
              size={16}
              strokeWidth={1.75}
              aria-hidden="true"
              sx={{ flex: 'none', mt: '3px', color: isVerified ? tokens.met : tokens.warn }}
            />
            <span>
              {dayCount === null ? text : translate('plans.days', { text, count: dayCount })}
              {isVerified ? null : (
                <Box component="span" sx={{ ml: 2, color: tokens.warn, ...type.caption, fontWeight: 600 }}>
                  {translate('plans.unverified')}
                </Box>
              )}
            </span>
          </Box>
        );
      })}
    </Box>
  );
};
