import { Box, Button, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Pager } from '../complaints/Pager';
import type { GrantState, Role, RoleGrantFilter } from '../gql/graphql';
import { ChooseMany } from '../layout/ChooseMany';
import { CountButton } from '../layout/CountButton';
import { ListFound } from '../layout/ListFound';
import { usePageTitle } from '../layout/usePageTitle';
import { PickRecord } from '../org/PickRecord';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { wordsZh } from '../words/zh';
import { grantCount } from './grants.provider';
import type { GrantRow } from './grants.graphql';
import { GrantDialog } from './GrantDialog';
import { GrantLines } from './GrantLines';

const states: readonly GrantState[] = ['WAITING', 'EFFECTIVE', 'UPCOMING', 'ENDED'];

/** Who holds which role where; what waits for a second administrator comes first. */
export const GrantsPage = () => {
  usePageTitle(useTranslate()('grants.title'));
  return (
    <ListBase resource="roleGrants" filterDefaultValues={{ state: ['WAITING'] }} perPage={25} disableAuthentication>
      <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
        <Header />
        <StateBar />
        <Filters />
        <Paper component="section" aria-label={useTranslate()('grants.list')} sx={{ overflow: 'hidden' }}>
          <Found />
          <Pager />
        </Paper>
      </Box>
    </ListBase>
  );
};

const Header = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const [isGranting, setIsGranting] = useState(false);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <Box component="h1" sx={type.listTitle}>
        {translate('grants.title')}
      </Box>
      <Box component="p" sx={{ flex: 1, minWidth: 200, color: tokens.ink2 }}>
        {translate('grants.fourEyes')}
      </Box>
      <Button variant="contained" onClick={() => setIsGranting(true)}>
        <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate('grants.grant')}
      </Button>
      {isGranting ? <GrantDialog onClose={() => setIsGranting(false)} /> : null}
    </Box>
  );
};

const StateBar = () => {
  const translate = useTranslate();
  return (
    <Paper
      role="group"
      aria-label={translate('grants.states')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px', p: 1 }}
    >
      {states.map((state) => (
        <StateButton key={state} state={state} />
      ))}
    </Paper>
  );
};

const StateButton = ({ state }: { state: GrantState }) => {
  const word = useWord();
  const { filterValues, setFilters } = useListContext();
  const filter = filterValues as RoleGrantFilter;
  const { data } = useQuery(grantCount({ ...filter, state: [state] }));
  return (
    <CountButton
      name={word('grantState', state)}
      count={data}
      isChosen={filter.state?.join() === state}
      onChoose={() => setFilters({ ...filter, state: [state] })}
    />
  );
};

const roles = Object.keys(wordsZh.role).filter((role) => role !== 'CHANNEL_APP') as Role[];

const Filters = () => {
  const translate = useTranslate();
  const word = useWord();
  const { filterValues, setFilters } = useListContext();
  const filter = filterValues as RoleGrantFilter;
  const change = ({ role = filter.role, ...part }: RoleGrantFilter) => {
    const { role: _role, ...rest } = filter;
    setFilters({ ...rest, ...part, ...(role?.length ? { role } : {}) });
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
      <ChooseMany
        label={translate('grants.role')}
        values={roles}
        chosen={filter.role ?? []}
        onChange={(role) => change({ role })}
        nameOf={(role) => word('role', role)}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('grants.unitAndBelow')}
        isOptional
        value={filter.orgUnitId ?? undefined}
        onChange={(orgUnitId) => change({ orgUnitId: orgUnitId ?? null })}
      />
    </Box>
  );
};

const Found = () => {
  const translate = useTranslate();
  return (
    <ListFound<GrantRow>
      failed={translate('grants.failed')}
      empty={translate('grants.empty')}
      emptyNote={translate('grants.emptyNote')}
      rows={4}
    >
      {(grants) => <GrantLines grants={grants} />}
    </ListFound>
  );
};
