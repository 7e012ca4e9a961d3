import { Box, MenuItem, Select } from '@mui/material';
import { Square, SquareCheck } from 'lucide-react';
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
            <Tick isChosen={chosen.includes(value)} />
            {nameOf(value)}
          </MenuItem>
        ))}
      </Select>
    </Box>
  );
};

/** Drawn only: the option itself says whether it is chosen. */
const Tick = ({ isChosen }: { isChosen: boolean }) => (
  <Box
    component={isChosen ? SquareCheck : Square}
    size={18}
    strokeWidth={1.75}
    aria-hidden="true"
    sx={{ flex: 'none', mr: 2, color: isChosen ? 'primary.main' : 'text.secondary' }}
  />
);
