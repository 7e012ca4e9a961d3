import { Box } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { radius, type, useTokens } from '../theme/tokens';
import { FieldLabel } from './LabelledField';

interface ChoicesProps<T extends string> {
  label: string;
  /** Read aloud only, where a heading says it already. */
  hidesLabel?: boolean;
  values: readonly T[];
  value: NoInfer<T> | undefined;
  onChange(value: NoInfer<T>): void;
  nameOf(value: NoInfer<T>): string;
  /** Before the name, such as an icon. */
  startOf?: (value: NoInfer<T>) => ReactNode;
  /** After the name, such as a key. */
  endOf?: (value: NoInfer<T>, isChosen: boolean) => ReactNode;
  /** A filled choice instead of a tinted one. */
  isFilled?: boolean;
}

/** One of a few values, each a button-like radio. */
export const Choices = <T extends string>({ label, hidesLabel, values, value, onChange, ...look }: ChoicesProps<T>) => {
  const name = useId();
  return (
    <Box role="radiogroup" aria-label={label}>
      {hidesLabel ? null : <FieldLabel label={label} isPlain />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {values.map((each) => (
          <Choice
            key={each}
            each={each}
            name={name}
            isChosen={each === value}
            onChoose={() => onChange(each)}
            {...look}
          />
        ))}
      </Box>
    </Box>
  );
};

interface ChoiceProps<T extends string> extends Pick<ChoicesProps<T>, 'nameOf' | 'startOf' | 'endOf' | 'isFilled'> {
  each: T;
  name: string;
  isChosen: boolean;
  onChoose(): void;
}

const Choice = <T extends string>({
  each,
  name,
  isChosen,
  onChoose,
  nameOf,
  startOf,
  endOf,
  isFilled,
}: ChoiceProps<T>) => {
  const tokens = useTokens();
  return (
    <Box component="label" sx={choiceStyle(tokens, isChosen, isFilled ?? false)}>
      <input type="radio" name={name} value={each} checked={isChosen} onChange={onChoose} />
      {startOf?.(each)}
      {nameOf(each)}
      {endOf?.(each, isChosen)}
    </Box>
  );
};

/** The look of a choice, for radios and check boxes alike; the input itself is there but not drawn. */
export const choiceStyle = (tokens: ReturnType<typeof useTokens>, isChosen: boolean, isFilled = false) => ({
  position: 'relative',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 1.5,
  minHeight: isFilled ? 34 : 28,
  px: 2.5,
  borderRadius: `${radius.control}px`,
  border: `1px solid ${isChosen ? tokens.primary : tokens.edge}`,
  backgroundColor: isChosen ? (isFilled ? tokens.primary : tokens.primarySoft) : tokens.surface,
  color: isChosen ? (isFilled ? tokens.onPrimary : tokens.primary) : tokens.ink,
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  ...(isFilled ? type.body : type.meta),
  fontWeight: isChosen ? 600 : 400,
  '& input': { position: 'absolute', opacity: 0, inset: 0, margin: 0, cursor: 'pointer' },
  '&:has(:focus-visible)': { outline: `2px solid ${tokens.primary}`, outlineOffset: '1px' },
});
