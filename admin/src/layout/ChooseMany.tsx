import { Box, Checkbox, MenuItem, Select } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { FieldLabel } from './LabelledField';

interface ChooseManyProps<T extends string> {
  label: string;
  values: readonly T[];
  chosen: readonly NoInfer<T>[];
  onChange(chosen: NoInfer<T>[]): void;
  nameOf(value: NoInfer<T>): string;
}

/** Any number of values from a short list; none means all. */
export const ChooseMany = <T extends string>({ label, values, chosen, onChange, nameOf }: ChooseManyProps<T>) => {
  const id = useId();
  const translate = useTranslate();
  const text = chosen.length > 0 ? chosen.map(nameOf).join('、') : translate('jiesu.all');
  return (
    <Box sx={{ minWidth: 0 }}>
      <FieldLabel id={id} label={label} />
      <Select
        multiple
        fullWidth
        displayEmpty
        labelId={id}
        value={[...chosen]}
        renderValue={() => text}
        onChange={({ target }) => onChange(target.value as T[])}
      >
        {values.map((value) => (
          <MenuItem key={value} value={value} dense>
            <Checkbox
              size="small"
              checked={chosen.includes(value)}
              tabIndex={-1}
              aria-hidden="true"
              slotProps={{ input: { 'aria-hidden': true } }}
            />
            {nameOf(value)}
          </MenuItem>
        ))}
      </Select>
    </Box>
  );
};
