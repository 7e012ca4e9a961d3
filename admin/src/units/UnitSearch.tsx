import { Box, ButtonBase } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../layout/LabelledField';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { UnitRowsDocument, type UnitRow } from './units.graphql';

interface UnitSearchProps {
  text: string;
  onText(text: string): void;
  onChoose(id: string): void;
}

const shown = 20;

/** Units by part of their name or number; what is found takes the place of the tree while something is typed. */
export const UnitSearch = ({ text, onText, onChoose }: UnitSearchProps) => {
  const translate = useTranslate();
  const wanted = text.trim();
  const { data } = useQuery({
    queryKey: ['units', 'search', wanted],
    queryFn: async ({ signal }) =>
      (await request(UnitRowsDocument, { filter: { text: wanted }, page: { limit: shown } }, signal)).orgUnits,
    enabled: wanted !== '',
    placeholderData: (before) => before,
  });
  return (
    <Box role="search" sx={{ px: 4, display: 'grid', gap: 2 }}>
      <LabelledField
        label={translate('units.search')}
        type="search"
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onText('')}
        startIcon={<Search size={16} strokeWidth={1.75} aria-hidden="true" />}
        slotProps={{ input: { maxLength: 100 } }}
      />
      {wanted ? (
        <Found
          units={data?.items}
          hasMore={data?.pageInfo.hasNextPage ?? false}
          onChoose={(id) => {
            onText('');
            onChoose(id);
          }}
        />
      ) : null}
    </Box>
  );
};

interface FoundProps {
  units: readonly UnitRow[] | undefined;
  hasMore: boolean;
  onChoose(id: string): void;
}

const Found = ({ units, hasMore, onChoose }: FoundProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  if (!units) return null;
  return (
    <>
      <Box component="p" role="status" sx={{ color: tokens.ink2, ...type.caption }}>
        {translate(hasMore ? 'units.foundMore' : 'units.found', { smart_count: units.length, count: units.length })}
      </Box>
      <Box component="ul" aria-label={translate('units.results')} sx={{ listStyle: 'none', mx: -2 }}>
        {units.map(({ id, name, pathNames }) => (
          <li key={id}>
            <ButtonBase
              onClick={() => onChoose(id)}
              sx={{ display: 'block', width: '100%', textAlign: 'start', p: 2, ...type.body, color: tokens.ink }}
            >
              {name}
              <Box component="span" sx={{ display: 'block', color: tokens.ink3, ...type.caption }}>
                {pathNames.slice(0, -1).join(' › ')}
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </>
  );
};
