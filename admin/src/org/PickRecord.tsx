import { Autocomplete, Box, TextField } from '@mui/material';
import { useId, useState } from 'react';
import { useGetList, useGetOne, useTranslate, type RaRecord } from 'react-admin';
import { FieldLabel } from '../layout/LabelledField';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { type, useTokens } from '../theme/tokens';

interface Choice extends RaRecord {
  id: string;
  name: string;
  pathNames?: string[];
  orgUnit?: { name: string };
}

interface PickRecordProps {
  resource: 'orgUnits' | 'staffMembers' | 'leadershipGroups';
  /** Which ones there are to choose from. */
  filter?: Readonly<Record<string, unknown>>;
  label: string;
  /** Read aloud only, where a heading says it already. */
  hidesLabel?: boolean;
  isOptional?: boolean;
  value: string | undefined;
  /** The name of the value where it is known: a name that comes later would replace what is being typed. */
  valueName?: string | undefined;
  onChange(id: string | undefined, choice?: { name: string }): void;
  placeholder?: string;
  problem?: string | undefined;
}

/** One unit, person or group, found by typing. */
export const PickRecord = ({ resource, label, value, onChange, ...look }: PickRecordProps) => {
  const { filter, hidesLabel, isOptional, placeholder, problem, valueName } = look;
  const id = useId();
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const { data = [], isFetching } = useGetList<Choice>(resource, {
    filter: { ...filter, ...(text && { text }) },
    pagination: { page: 1, perPage: 20 },
  });
  const named = value && valueName ? { id: value, name: valueName } : null;
  const known = [chosen, named, ...data].find((choice) => choice?.id === value);
  const { data: fetched } = useGetOne<Choice>(
    resource,
    { id: value ?? '' },
    { enabled: value !== undefined && !known },
  );
  return (
    <Box sx={{ minWidth: 0 }}>
      {hidesLabel ? (
        <Box component="label" htmlFor={id} sx={visuallyHidden}>
          {label}
        </Box>
      ) : (
        <FieldLabel htmlFor={id} label={label} isOptional={isOptional} />
      )}
      <Autocomplete<Choice>
        id={id}
        options={data}
        value={known ?? fetched ?? null}
        loading={isFetching}
        filterOptions={(options) => options}
        getOptionLabel={({ name }) => name}
        getOptionKey={(choice) => choice.id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        loadingText={translate('jiesu.loading')}
        noOptionsText={translate('jiesu.none')}
        openText={translate('ra.action.open')}
        closeText={translate('ra.action.close')}
        clearText={translate('ra.action.clear_input_value')}
        onChange={(_event, choice) => {
          setChosen(choice);
          onChange(choice?.id, choice ?? undefined);
        }}
        onInputChange={(_event, input, reason) => reason === 'input' && setText(input)}
        renderOption={({ key, ...props }, choice) => (
          <li key={key} {...props}>
            <ChoiceText choice={choice} />
          </li>
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            {...(placeholder ? { placeholder } : {})}
            error={Boolean(problem)}
            helperText={problem}
          />
        )}
      />
    </Box>
  );
};

const ChoiceText = ({ choice }: { choice: Choice }) => {
  const tokens = useTokens();
  const place = choice.pathNames?.slice(0, -1).join(' › ') ?? choice.orgUnit?.name;
  return (
    <span>
      {choice.name}
      {place ? (
        <Box component="span" sx={{ display: 'block', color: tokens.ink3, ...type.caption }}>
          {place}
        </Box>
      ) : null}
    </span>
  );
};
