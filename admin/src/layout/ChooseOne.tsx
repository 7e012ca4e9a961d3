import { Box, FormHelperText, MenuItem, Select } from '@mui/material';
import { useId } from 'react';
import { FieldLabel } from './LabelledField';

interface ChooseOneProps<T extends string> {
  label: string;
  isOptional?: boolean;
  values: readonly T[];
  value: NoInfer<T> | undefined;
  onChange(value: NoInfer<T> | undefined): void;
  nameOf(value: NoInfer<T>): string;
  /** The words for no value; one must be chosen where there are none. */
  none?: string;
  problem?: string | undefined;
}

/** One value from a short list, or none. */
export const ChooseOne = <T extends string>({
  label,
  isOptional,
  values,
  value,
  onChange,
  nameOf,
  none,
  problem,
}: ChooseOneProps<T>) => {
  const id = useId();
  return (
    <Box sx={{ minWidth: 0 }}>
      <FieldLabel id={id} label={label} isOptional={isOptional} />
      <Select
        fullWidth
        displayEmpty
        labelId={id}
        value={value ?? ''}
        error={Boolean(problem)}
        onChange={({ target }) => onChange(target.value === '' ? undefined : (target.value as T))}
      >
        {none === undefined ? null : <MenuItem value="">{none}</MenuItem>}
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
