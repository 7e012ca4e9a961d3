import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PlanPresetCode } from '../gql/graphql';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { Preset } from './adopt.graphql';

interface PresetChoiceProps {
  presets: readonly Preset[];
  value: PlanPresetCode | undefined;
  onChange(code: PlanPresetCode): void;
}

/** The presets as cards of one choice: what each is for and who is its desk. */
export const PresetChoice = ({ presets, value, onChange }: PresetChoiceProps) => {
  const translate = useTranslate();
  return (
    <Box
      role="radiogroup"
      aria-label={translate('adopt.which')}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))' }}
    >
      {presets.map((preset) => (
        <PresetCard
          key={preset.code}
          preset={preset}
          isChosen={preset.code === value}
          onChoose={() => onChange(preset.code)}
        />
      ))}
    </Box>
  );
};

interface PresetCardProps {
  preset: Preset;
  isChosen: boolean;
  onChoose(): void;
}

const PresetCard = ({ preset: { code, name, kind, summary, deskName }, isChosen, onChoose }: PresetCardProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  return (
    <Box
      component="label"
      sx={{
        position: 'relative',
        display: 'block',
        p: '10px 14px',
        cursor: 'pointer',
        borderRadius: `${radius.card}px`,
        border: `1px solid ${isChosen ? tokens.primary : tokens.edge}`,
        backgroundColor: isChosen ? tokens.primarySoft : tokens.surface,
        '& input': { position: 'absolute', opacity: 0, inset: 0, m: 0, cursor: 'pointer' },
        '&:has(:focus-visible)': { outline: `2px solid ${tokens.primary}`, outlineOffset: '1px' },
      }}
    >
      <input type="radio" name="preset" value={code} checked={isChosen} onChange={onChoose} />
      <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
        {code} {name}
      </Box>
      <Box component="span" sx={{ display: 'block', my: 0.5, ...type.meta }}>
        {summary}
      </Box>
      <Box component="span" sx={{ display: 'block', color: isChosen ? tokens.ink2 : tokens.ink3, ...type.caption }}>
        {word('planKind', kind)} · {translate('adopt.desk', { name: deskName })}
      </Box>
    </Box>
  );
};
