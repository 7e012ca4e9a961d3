import { Box, Button, Paper } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, TriangleAlert, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { LeadershipGroupsQuery } from '../gql/graphql';
import { PickRecord } from '../org/PickRecord';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { CreateGroupDialog } from './CreateGroupDialog';
import { groupKinds } from './groupKinds';
import { LeadershipGroupsDocument } from './groups.graphql';

type Row = LeadershipGroupsQuery['leadershipGroups']['items'][number];
const pageSize = 50;

/** Groups at work, of one unit and below or of the whole bank, by kind. */
export const GroupList = ({ groupId }: { groupId: string | undefined }) => {
  const translate = useTranslate();
  const [unitId, setUnitId] = useState<string>();
  const [page, setPage] = useState(0);
  const [isCreating, setIsCreating] = useState(false);
  const filter = { isActive: true, ...(unitId && { orgUnitId: unitId }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['groups', 'list', unitId, page],
    queryFn: ({ signal }) =>
      request(LeadershipGroupsDocument, { filter, page: { limit: pageSize, offset: page * pageSize } }, signal),
    placeholderData: keepPreviousData,
  });
  const { items = [], totalCount = 0 } = data?.leadershipGroups ?? {};
  const choose = (id: string | undefined) => {
    setUnitId(id);
    setPage(0);
  };
  return (
    <Paper
      square
      sx={{ borderWidth: '0 1px 0 0', borderRadius: 0, p: 4, display: 'grid', gap: 3, alignContent: 'start' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box component="h1" sx={{ flex: 1, ...type.listTitle }}>
          {translate('groups.title')}
        </Box>
        <Button onClick={() => setIsCreating(true)}>
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('groups.create')}
        </Button>
      </Box>
      <PickRecord
        resource="orgUnits"
        label={translate('groups.unit')}
        isOptional
        value={unitId}
        onChange={choose}
        placeholder={translate('groups.wholeBank')}
      />
      {data ? <Missing units={data.orgUnitsWithoutTeam} /> : null}
      {error ? (
        <ErrorState title={translate('groups.failed')} errorId={asApiError(error).id} onRetry={() => void refetch()} />
      ) : null}
      {data && items.length === 0 ? <EmptyState title={translate('groups.empty')} /> : null}
      {groupKinds.map((kind) => (
        <KindGroups key={kind} kind={kind} rows={items.filter((row) => row.kind === kind)} groupId={groupId} />
      ))}
      {totalCount > pageSize ? (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', ...type.meta }}>
          <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {translate('worklist.previous')}
          </Button>
          <Button size="small" disabled={(page + 1) * pageSize >= totalCount} onClick={() => setPage(page + 1)}>
            {translate('worklist.next_page')}
          </Button>
          {translate('groups.count', { count: totalCount })}
        </Box>
      ) : null}
      {isCreating ? <CreateGroupDialog orgUnitId={unitId} onClose={() => setIsCreating(false)} /> : null}
    </Paper>
  );
};

interface KindGroupsProps {
  kind: Row['kind'];
  rows: readonly Row[];
  groupId: string | undefined;
}

const KindGroups = ({ kind, rows, groupId }: KindGroupsProps) => {
  const tokens = useTokens();
  const word = useWord();
  if (rows.length === 0) return null;
  return (
    <Box component="section" aria-label={word('groupKind', kind)}>
      <Box component="h2" sx={{ color: tokens.ink2, ...type.meta }}>
        {word('groupKind', kind)}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', mx: -2 }}>
        {rows.map((row) => (
          <li key={row.id}>
            <GroupLink row={row} isChosen={row.id === groupId} />
          </li>
        ))}
      </Box>
    </Box>
  );
};

const GroupLink = ({ row, isChosen }: { row: Row; isChosen: boolean }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const waiting = row.members.filter(({ approvedAt }) => approvedAt === null).length;
  return (
    <Box
      component={Link}
      to={`/groups/${row.id}`}
      aria-current={isChosen ? 'page' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        minHeight: 34,
        px: 2,
        py: 1,
        borderRadius: `${radius.control}px`,
        textDecoration: 'none',
        color: isChosen ? tokens.primary : tokens.ink,
        backgroundColor: isChosen ? tokens.primarySoft : 'transparent',
        fontWeight: isChosen ? 600 : 400,
        '&:hover': { backgroundColor: isChosen ? tokens.primarySoft : tokens.sunken },
      }}
    >
      <Box component={Users} size={16} strokeWidth={1.75} aria-hidden="true" sx={{ flex: 'none' }} />
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {row.name}
      </Box>
      <Box component="span" sx={{ flex: 'none', color: waiting ? tokens.warn : tokens.ink2, ...type.caption }}>
        {waiting
          ? translate('groups.waitingCount', { count: waiting })
          : translate('groups.people', { count: row.members.length })}
      </Box>
    </Box>
  );
};

/** Outlets without the team that each must have (D1-四.3). */
const Missing = ({ units }: { units: LeadershipGroupsQuery['orgUnitsWithoutTeam'] }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  if (units.totalCount === 0) return null;
  const more = units.totalCount - units.items.length;
  return (
    <Box
      component="details"
      sx={{
        px: 3,
        py: 2,
        borderRadius: `${radius.control}px`,
        color: tokens.warn,
        backgroundColor: tokens.warnSoft,
        ...type.meta,
        '& a': { color: 'inherit' },
      }}
    >
      <Box component="summary" sx={{ fontWeight: 600, cursor: 'pointer' }}>
        <Box
          component={TriangleAlert}
          size={15}
          strokeWidth={1.75}
          aria-hidden="true"
          sx={{ mr: 1, verticalAlign: '-2px' }}
        />
        {translate('groups.withoutTeam', { count: units.totalCount })}
      </Box>
      <Box component="ul" sx={{ pl: 4 }}>
        {units.items.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/units/${id}`}>{name}</Link>
          </li>
        ))}
        {more > 0 ? <li>{translate('groups.andMore', { count: more })}</li> : null}
      </Box>
    </Box>
  );
};
