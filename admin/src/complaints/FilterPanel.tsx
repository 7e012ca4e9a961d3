import { Box, Button, Paper } from '@mui/material';
import { Fragment, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { ComplaintFilter } from '../gql/graphql';
import { LabelledField } from '../layout/LabelledField';
import { ChooseMany } from '../layout/ChooseMany';
import { ChooseOne } from '../layout/ChooseOne';
import { PickRecord } from '../org/PickRecord';
import { useCodeList } from '../org/useCodeList';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { wordsZh } from '../words/zh';
import { DayField } from '../layout/DayField';

/** What is searched by but never enters the address or the store: personal data. */
export type PrivateFilter = Pick<ComplaintFilter, 'phone' | 'idNumber'>;

interface FilterPanelProps {
  privateFilter: PrivateFilter;
  onPrivateFilter(filter: PrivateFilter): void;
}

type Change = (change: Partial<ComplaintFilter>) => void;

interface FieldsProps {
  filter: ComplaintFilter;
  change: Change;
}

/** Every filter the API has; each takes effect at once. */
export const FilterPanel = ({ privateFilter, onPrivateFilter }: FilterPanelProps) => {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const filter = filterValues as ComplaintFilter;
  const change: Change = (part) => setFilters(withoutEmpty({ ...filter, ...part }));
  const [text, setText] = useState(filter.text ?? '');
  // The private fields are emptied by being made anew.
  const [round, setRound] = useState(0);
  const clear = () => {
    setRound(round + 1);
    setText('');
    setFilters({});
    onPrivateFilter({});
  };
  return (
    <Paper
      component="section"
      aria-label={translate('filter.title')}
      sx={{
        p: 4,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
        alignItems: 'end',
      }}
    >
      <LabelledField
        label={translate('filter.text')}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => change({ text: text.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && change({ text: text.trim() })}
      />
      <WordFields filter={filter} change={change} />
      <PlaceFields filter={filter} change={change} />
      <StateFields filter={filter} change={change} />
      <PrivateFields key={round} filter={privateFilter} onChange={onPrivateFilter} />
      <Button onClick={clear}>{translate('filter.clear')}</Button>
    </Paper>
  );
};

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function withoutEmpty<T extends object>(filter: T): T {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => !isEmpty(value))) as T;
}

const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[];

const WordFields = ({ filter, change }: FieldsProps) => {
  const translate = useTranslate();
  const word = useWord();
  return (
    <>
      <ChooseMany
        label={translate('filter.awaits')}
        values={keysOf(wordsZh.awaits)}
        chosen={filter.awaits ?? []}
        onChange={(awaits) => change({ awaits })}
        nameOf={(value) => word('awaits', value)}
      />
      <ChooseMany
        label={translate('filter.status')}
        values={keysOf(wordsZh.status)}
        chosen={filter.status ?? []}
        onChange={(status) => change({ status })}
        nameOf={(value) => word('status', value)}
      />
      <ChooseMany
        label={translate('filter.level')}
        values={keysOf(wordsZh.level)}
        chosen={filter.level ?? []}
        onChange={(level) => change({ level })}
        nameOf={(value) => word('level', value)}
      />
      <ChooseMany
        label={translate('filter.channel')}
        values={keysOf(wordsZh.channel)}
        chosen={filter.channel ?? []}
        onChange={(channel) => change({ channel })}
        nameOf={(value) => word('channel', value)}
      />
      <ChooseMany
        label={translate('filter.riskFlag')}
        values={keysOf(wordsZh.riskFlag)}
        chosen={filter.riskFlag ?? []}
        onChange={(riskFlag) => change({ riskFlag })}
        nameOf={(value) => word('riskFlag', value)}
      />
    </>
  );
};

const spans = [
  ['receivedFrom', 'receivedTo'],
  ['repliedFrom', 'repliedTo'],
  ['closedFrom', 'closedTo'],
] as const;

const PlaceFields = ({ filter, change }: FieldsProps) => {
  const translate = useTranslate();
  const categories = useCodeList('CATEGORY');
  return (
    <>
      <ChooseOne
        label={translate('filter.category')}
        values={categories.map(({ code }) => code)}
        value={filter.categoryCode ?? undefined}
        onChange={(categoryCode) => change({ categoryCode })}
        nameOf={(code) => categories.find((each) => each.code === code)?.name ?? code}
        none={translate('filter.any')}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('filter.unit')}
        value={filter.orgUnitId ?? undefined}
        onChange={(orgUnitId) => change({ orgUnitId })}
      />
      <PickRecord
        resource="staffMembers"
        label={translate('filter.assignee')}
        value={filter.assigneeId ?? undefined}
        onChange={(assigneeId) => change({ assigneeId })}
      />
      {spans.map(([from, to]) => (
        <Fragment key={from}>
          <DayField
            label={translate(`filter.${from}`)}
            value={filter[from] ?? undefined}
            onChange={(instant) => change({ [from]: instant })}
          />
          <DayField
            label={translate(`filter.${to}`)}
            value={filter[to] ?? undefined}
            isEnd
            onChange={(instant) => change({ [to]: instant })}
          />
        </Fragment>
      ))}
    </>
  );
};

const states = ['isOpen', 'isNearDue', 'isOverdue', 'wasOverdue', 'isReturned', 'isHistorical'] as const;
const answers = ['yes', 'no'] as const;

const StateFields = ({ filter, change }: FieldsProps) => {
  const translate = useTranslate();
  const answerOf = (value: boolean | null | undefined) => (value === true ? 'yes' : value === false ? 'no' : undefined);
  return states.map((name) => (
    <ChooseOne
      key={name}
      label={translate(`filter.${name}`)}
      values={answers}
      value={answerOf(filter[name])}
      onChange={(answer) => change({ [name]: answer === undefined ? undefined : answer === 'yes' })}
      nameOf={(answer) => translate(`filter.${answer}`)}
      none={translate('filter.any')}
    />
  ));
};

const PrivateFields = ({ filter, onChange }: { filter: PrivateFilter; onChange(filter: PrivateFilter): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const set = (name: keyof PrivateFilter) => (event: { target: { value: string } }) =>
    onChange(withoutEmpty({ ...filter, [name]: event.target.value.trim() }));
  return (
    <>
      <LabelledField
        label={translate('filter.phone')}
        inputMode="tel"
        autoComplete="off"
        defaultValue={filter.phone ?? ''}
        onBlur={set('phone')}
      />
      <LabelledField
        label={translate('filter.idNumber')}
        autoComplete="off"
        defaultValue={filter.idNumber ?? ''}
        onBlur={set('idNumber')}
      />
      <Box component="p" sx={{ color: tokens.ink3, ...type.caption }}>
        {translate('filter.privateNote')}
      </Box>
    </>
  );
};
