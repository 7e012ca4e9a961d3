import { Box } from '@mui/material';
import { ArrowRight, Minus, Plus } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { MovePreview } from './units.graphql';

/** What a move would bring: what goes along, who comes to see it, who no longer does. */
export const MoveConsequences = ({ preview }: { preview: MovePreview }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { pathNames, unitCount, staffCount, groupCount, gaining, losing } = preview;
  return (
    <Box
      component="section"
      aria-label={translate('units.consequences')}
      sx={{ display: 'grid', gap: 3, p: '12px 16px', borderRadius: '5px', backgroundColor: tokens.canvas }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <ArrowRight size={16} strokeWidth={1.75} aria-hidden="true" style={{ flex: 'none' }} />
        {pathNames.join(' › ')}
      </Box>
      <p>{translate('units.goAlong', { units: unitCount, staff: staffCount, groups: groupCount })}</p>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('units.complaintsGoAlong')}
      </Box>
      <Changed title={translate('units.gaining', { count: gaining.length })} people={gaining} sign="gain" />
      <Changed title={translate('units.losing', { count: losing.length })} people={losing} sign="lose" />
    </Box>
  );
};

interface ChangedProps {
  title: string;
  people: MovePreview['gaining'];
  sign: 'gain' | 'lose';
}

const Changed = ({ title, people, sign }: ChangedProps) => {
  const tokens = useTokens();
  const word = useWord();
  const Icon = sign === 'gain' ? Plus : Minus;
  return (
    <div>
      <Box component="h3" sx={{ ...type.meta, fontWeight: 600, color: sign === 'gain' ? tokens.met : tokens.warn }}>
        {title}
      </Box>
      <Box component="ul" aria-label={title} sx={{ listStyle: 'none', maxHeight: 168, overflow: 'auto' }} tabIndex={0}>
        {people.map(({ username, name, unitName, roles }) => (
          <Box component="li" key={username} sx={{ display: 'flex', gap: 2, alignItems: 'center', ...type.meta }}>
            <Icon size={14} strokeWidth={1.75} aria-hidden="true" style={{ flex: 'none' }} />
            <span>
              <b>{name}</b> {unitName} · {roles.map((role) => word('role', role)).join('、')}
            </span>
          </Box>
        ))}
      </Box>
    </div>
  );
};
