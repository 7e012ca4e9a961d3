import { Box, Button, FormHelperText, MenuItem, OutlinedInput, Select } from '@mui/material';
import { Check, Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { choiceStyle } from '../../layout/Choices';
import { useTokens } from '../../theme/tokens';

interface CellProps {
  /** Read aloud; the heading of the column says it to the eye. */
  label: string;
  value: string;
  onChange(value: string): void;
  problem?: string | undefined;
  width?: number;
  placeholder?: string;
  isNumber?: boolean;
}

/** A short field in a table, its problem below it. */
export const Cell = ({ label, value, onChange, problem, width = 96, placeholder, isNumber = false }: CellProps) => {
  const id = useId();
  return (
    <Box sx={{ width, maxWidth: '100%' }}>
      <OutlinedInput
        fullWidth
        value={value}
        error={Boolean(problem)}
        {...(placeholder ? { placeholder } : {})}
        onChange={({ target }) => onChange(target.value)}
        inputProps={{
          'aria-label': label,
          'aria-describedby': problem ? id : undefined,
          'aria-invalid': Boolean(problem),
          inputMode: isNumber ? 'numeric' : undefined,
        }}
      />
      {problem ? (
        <FormHelperText id={id} error>
          {problem}
        </FormHelperText>
      ) : null}
    </Box>
  );
};

interface PickCellProps<T extends string> {
  label: string;
  values: readonly T[];
  value: NoInfer<T> | undefined;
  onChange(value: T): void;
  nameOf(value: T): string;
  problem?: string | undefined;
  width?: number;
}

/** A short choice in a table. */
export const PickCell = <T extends string>(props: PickCellProps<T>) => {
  const { label, values, value, onChange, nameOf, problem, width = 120 } = props;
  return (
    <Box sx={{ width, maxWidth: '100%' }}>
      <Select
        fullWidth
        displayEmpty
        value={value ?? ''}
        error={Boolean(problem)}
        onChange={({ target }) => onChange(target.value as T)}
        SelectDisplayProps={{ 'aria-label': label }}
      >
        {values.map((each) => (
          <MenuItem key={each} value={each}>
            {nameOf(each)}
          </MenuItem>
        ))}
      </Select>
      {problem ? <FormHelperText error>{problem}</FormHelperText> : null}
    </Box>
  );
};

interface TickProps {
  label: string;
  /** Where the word alone says too little. */
  spoken?: string;
  isChosen: boolean;
  onChange(isChosen: boolean): void;
}

/** Yes or no, as a button-like check box. */
export const Tick = ({ label, spoken, isChosen, onChange }: TickProps) => {
  const tokens = useTokens();
  return (
    <Box component="label" sx={choiceStyle(tokens, isChosen)}>
      <input type="checkbox" aria-label={spoken} checked={isChosen} onChange={() => onChange(!isChosen)} />
      {isChosen ? <Check size={14} strokeWidth={2} aria-hidden="true" /> : null}
      {label}
    </Box>
  );
};

/** Another row of a list. */
export const AddButton = ({ label, onClick }: { label: string; onClick(): void }) => (
  <Box sx={{ mt: 2 }}>
    <Button size="small" onClick={onClick}>
      <Plus size={15} strokeWidth={1.75} aria-hidden="true" />
      {label}
    </Button>
  </Box>
);

/** Takes a row out of a list. */
export const RemoveButton = ({ name, onClick }: { name: string; onClick(): void }) => {
  const translate = useTranslate();
  return (
    <Button size="small" onClick={onClick} aria-label={`${translate('edit.remove')} ${name}`}>
      <X size={15} strokeWidth={1.75} aria-hidden="true" />
      {translate('edit.remove')}
    </Button>
  );
};
