import { Box } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { Post, Role, StaffFilter } from '../gql/graphql';
import { ChooseMany } from '../layout/ChooseMany';
import { ChooseOne } from '../layout/ChooseOne';
import { LabelledField } from '../layout/LabelledField';
import { PickRecord } from '../org/PickRecord';
import { useWord } from '../words/useWord';
import { wordsZh } from '../words/zh';

const roles = Object.keys(wordsZh.role).filter((role) => role !== 'CHANNEL_APP') as Role[];
const posts = Object.keys(wordsZh.post) as Post[];

/** Each filter takes effect at once; an empty one does not count. */
export const StaffFilters = () => {
  const translate = useTranslate();
  const word = useWord();
  const { filterValues, setFilters } = useListContext();
  const filter = filterValues as StaffFilter;
  const [text, setText] = useState(filter.text ?? '');
  const change = (part: StaffFilter) =>
    setFilters(
      Object.fromEntries(
        Object.entries({ ...filter, ...part }).filter(
          ([, value]) => value != null && value !== '' && String(value) !== '',
        ),
      ),
    );
  const search = () => change({ text: text.trim() });
  return (
    <Box
      role="search"
      sx={{ display: 'grid', gap: 3, alignItems: 'end', gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))' }}
    >
      <LabelledField
        label={translate('staff.search')}
        type="search"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={search}
        onKeyDown={(event) => event.key === 'Enter' && search()}
        slotProps={{ input: { maxLength: 100 } }}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('staff.unitAndBelow')}
        value={filter.orgUnitId ?? undefined}
        onChange={(orgUnitId) => change({ orgUnitId: orgUnitId ?? null })}
      />
      <ChooseMany
        label={translate('staff.role')}
        values={roles}
        chosen={filter.role ?? []}
        onChange={(role) => change({ role })}
        nameOf={(role) => word('role', role)}
      />
      <ChooseMany
        label={translate('staff.post')}
        values={posts}
        chosen={filter.post ?? []}
        onChange={(post) => change({ post })}
        nameOf={(post) => word('post', post)}
      />
      <ChooseOne
        label={translate('staff.state')}
        values={['active', 'inactive']}
        value={filter.isActive == null ? undefined : filter.isActive ? 'active' : 'inactive'}
        onChange={(state) => change({ isActive: state === undefined ? null : state === 'active' })}
        nameOf={(state) => translate(`staff.${state}`)}
        none={translate('jiesu.all')}
      />
    </Box>
  );
};
