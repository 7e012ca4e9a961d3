import { Box } from '@mui/material';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Controller, useFormContext } from 'react-hook-form';
import { choiceStyle } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { type, useTokens } from '../theme/tokens';
import type { RegisterValues } from './values';

type TextName = {
  [K in keyof RegisterValues]: RegisterValues[K] extends string
    ? string extends RegisterValues[K]
      ? K
      : never
    : never;
}[keyof RegisterValues];
type FlagName = { [K in keyof RegisterValues]: RegisterValues[K] extends boolean ? K : never }[keyof RegisterValues];

interface TextProps extends Partial<Omit<Parameters<typeof LabelledField>[0], 'name' | 'label'>> {
  name: TextName;
}

/** A text field of the form; its label is `register.{name}`. */
export const Text = ({ name, ...field }: TextProps) => {
  const translate = useTranslate();
  return (
    <Controller<RegisterValues, TextName>
      name={name}
      render={({ field: { ref, ...control }, fieldState: { error } }) => (
        <LabelledField
          label={translate(`register.${labels[name] ?? name}`)}
          problem={error?.message}
          autoComplete="off"
          inputRef={ref}
          {...control}
          {...field}
        />
      )}
    />
  );
};

const labels: Partial<Record<TextName, string>> = { customerDemand: 'demand', amountInvolved: 'amount' };

/** A yes or no of the form, as a check box with its words. */
export const Flag = ({ name, label }: { name: FlagName; label: string }) => (
  <Controller<RegisterValues, FlagName>
    name={name}
    render={({ field }) => (
      <Box
        component="label"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, minHeight: 28, cursor: 'pointer' }}
      >
        <input
          type="checkbox"
          checked={field.value}
          onChange={(event) => field.onChange(event.target.checked)}
          onBlur={field.onBlur}
          ref={field.ref}
        />
        {label}
      </Box>
    )}
  />
);

interface ToggleProps<T extends string> {
  label: string;
  values: readonly T[];
  chosen: readonly NoInfer<T>[];
  onChange(chosen: NoInfer<T>[]): void;
  nameOf(value: NoInfer<T>): string;
}

/** Any of a few values, each a button-like check box. */
export const Toggles = <T extends string>({ label, values, chosen, onChange, nameOf }: ToggleProps<T>) => {
  const tokens = useTokens();
  const flip = (value: T) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box component="span" sx={{ color: tokens.ink2, mr: 1, ...type.meta }}>
        {label}
      </Box>
      {values.map((value) => (
        <Box key={value} component="label" sx={choiceStyle(tokens, chosen.includes(value))}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => flip(value)} />
          {chosen.includes(value) ? <Check size={14} strokeWidth={2} aria-hidden="true" /> : null}
          {nameOf(value)}
        </Box>
      ))}
    </Box>
  );
};

interface BlockProps {
  number: number;
  title: string;
  children: ReactNode;
}

/** One of the four numbered blocks, in speaking order. */
export const Block = ({ number, title, children }: BlockProps) => {
  const tokens = useTokens();
  const id = `block-${number}`;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '124px minmax(0, 1fr)' },
        gap: { xs: 3, md: 1 },
        px: { xs: 4, md: 4.5 },
        py: 4,
        borderTop: number > 1 ? `1px solid ${tokens.line}` : 0,
      }}
    >
      <Box component="h2" id={id} sx={{ display: 'flex', gap: 2.5, alignItems: 'flex-start' }}>
        <Box
          component="span"
          aria-hidden="true"
          sx={{
            width: 24,
            height: 24,
            flex: 'none',
            borderRadius: '5px',
            display: 'grid',
            placeItems: 'center',
            backgroundColor: tokens.primarySoft,
            color: tokens.primary,
            ...type.caption,
            fontWeight: 600,
          }}
        >
          {number}
        </Box>
        {title}
      </Box>
      <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>{children}</Box>
    </Box>
  );
};

/** Fields side by side, one below the other on a narrow screen. */
export const Row = ({ columns, children }: { columns: string; children: ReactNode }) => (
  <Box
    sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: columns }, alignItems: 'start' }}
  >
    {children}
  </Box>
);

/** The form's values as they are typed. */
export const useValues = () => useFormContext<RegisterValues>().watch();
