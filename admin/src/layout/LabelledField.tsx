import { Box, FormHelperText, InputAdornment, InputLabel, OutlinedInput, type OutlinedInputProps } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';

interface LabelledFieldProps extends Omit<OutlinedInputProps, 'label' | 'endAdornment' | 'startAdornment'> {
  label: string;
  /** What is wrong, and what is right. */
  problem?: string | undefined;
  /** A short remark beside the label. */
  note?: string | undefined;
  isOptional?: boolean;
  startIcon?: ReactNode;
  end?: ReactNode;
  isTall?: boolean;
  /** Keeps the line of the problem free, so that nothing moves under the hand when it appears. */
  keepsLine?: boolean;
}

/** A text field with its label above, always visible, and its error below. */
export const LabelledField = ({
  label,
  problem,
  note,
  isOptional,
  startIcon,
  end,
  isTall,
  keepsLine,
  sx,
  ...input
}: LabelledFieldProps) => {
  const id = useId();
  const tokens = useTokens();
  const errorId = `${id}-error`;
  return (
    <Box sx={{ mb: isTall ? 4 : 0, minWidth: 0, ...sx }}>
      <FieldLabel htmlFor={id} label={label} note={note} isOptional={isOptional} isBold={isTall} />
      <OutlinedInput
        fullWidth
        id={id}
        error={Boolean(problem)}
        startAdornment={
          startIcon ? (
            <InputAdornment position="start" sx={{ color: tokens.ink3, mr: 1 }}>
              {startIcon}
            </InputAdornment>
          ) : undefined
        }
        endAdornment={end}
        {...input}
        sx={isTall ? { minHeight: 44, '& input': { ...type.reading, py: 2 } } : undefined}
        slotProps={{
          ...input.slotProps,
          input: { ...input.slotProps?.input, 'aria-describedby': problem ? errorId : undefined },
        }}
      />
      {problem || keepsLine ? (
        <FormHelperText id={errorId} error>
          {problem ?? '\u00A0'}
        </FormHelperText>
      ) : null}
    </Box>
  );
};

interface FieldLabelProps {
  htmlFor?: string;
  id?: string;
  label: string;
  note?: string | undefined;
  isOptional?: boolean | undefined;
  isBold?: boolean | undefined;
  /** Beside something that is named already. */
  isPlain?: boolean;
}

/** The label line above a field. */
export const FieldLabel = ({ htmlFor, id, label, note, isOptional, isBold, isPlain }: FieldLabelProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <InputLabel
      component={isPlain ? 'span' : 'label'}
      {...(htmlFor ? { htmlFor } : {})}
      {...(id ? { id } : {})}
      sx={{
        display: 'block',
        position: 'static',
        transform: 'none',
        mb: 1,
        whiteSpace: 'normal',
        ...type.meta,
        fontWeight: isBold ? 600 : 400,
        color: isBold ? tokens.ink : tokens.ink2,
        '&.Mui-focused, &.Mui-error': { color: tokens.ink2 },
      }}
    >
      {label}
      {isOptional ? <Remark>{translate('jiesu.optional')}</Remark> : null}
      {note ? <Remark>{note}</Remark> : null}
    </InputLabel>
  );
};

const Remark = ({ children }: { children: string }) => {
  const tokens = useTokens();
  return (
    <Box component="span" sx={{ ml: 1.5, color: tokens.ink3, ...type.caption }}>
      {children}
    </Box>
  );
};
