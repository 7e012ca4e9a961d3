import { Autocomplete, Box, TextField } from '@mui/material';
import { useId, useState } from 'react';
import { useGetList, useTranslate, type RaRecord } from 'react-admin';
import { FieldLabel } from '../layout/LabelledField';
import { type, useTokens } from '../theme/tokens';

/** A person as a form keeps them: enough to show the choice again without asking the server. */
export interface ChosenPerson {
  id: string;
  name: string;
}

interface Person extends RaRecord {
  id: string;
  name: string;
  username?: string;
  orgUnit?: { name: string };
}

interface PickPeopleProps {
  label: string;
  isOptional?: boolean;
  note?: string | undefined;
  placeholder?: string;
  /** Only people of this unit or below it. */
  orgUnitId?: string | undefined;
  value: readonly ChosenPerson[];
  onChange(people: ChosenPerson[]): void;
  problem?: string | undefined;
}

/** Any number of people, found by name or employee number; whom one may find, the server decides. */
export const PickPeople = ({ label, isOptional, note, value, onChange, ...look }: PickPeopleProps) => {
  const id = useId();
  const translate = useTranslate();
  const [text, setText] = useState('');
  const { data = [], isFetching } = useGetList<Person>('staffMembers', {
    filter: { isActive: true, ...(text ? { text } : {}), ...(look.orgUnitId ? { orgUnitId: look.orgUnitId } : {}) },
    pagination: { page: 1, perPage: 20 },
  });
  return (
    <Box sx={{ minWidth: 0 }}>
      <FieldLabel htmlFor={id} label={label} note={note} isOptional={isOptional} />
      <Autocomplete<Person, true>
        multiple
        id={id}
        options={data}
        value={[...value]}
        inputValue={text}
        loading={isFetching}
        filterSelectedOptions
        filterOptions={(people) => people}
        getOptionLabel={({ name }) => name}
        getOptionKey={(person) => person.id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        loadingText={translate('jiesu.loading')}
        noOptionsText={translate('jiesu.none')}
        onChange={(_event, people) => {
          setText('');
          onChange(people.map((person) => ({ id: person.id, name: person.name })));
        }}
        onInputChange={(_event, input, reason) => reason !== 'reset' && setText(input)}
        slotProps={{ chip: { size: 'small' } }}
        renderOption={({ key, ...props }, person) => (
          <li key={key} {...props}>
            <PersonText person={person} />
          </li>
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            {...(look.placeholder && value.length === 0 ? { placeholder: look.placeholder } : {})}
            error={Boolean(look.problem)}
            helperText={look.problem}
          />
        )}
      />
    </Box>
  );
};

const PersonText = ({ person: { name, username, orgUnit } }: { person: Person }) => {
  const tokens = useTokens();
  return (
    <span>
      {name}
      <Box component="span" sx={{ display: 'block', color: tokens.ink3, ...type.caption }}>
        {[username, orgUnit?.name].filter(Boolean).join(' · ')}
      </Box>
    </span>
  );
};
