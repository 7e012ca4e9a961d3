import { Box, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, CircleCheck } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { graphql } from '../gql';
import type { AdminTasksQuery } from '../gql/graphql';
import { request } from '../provider/client';
import { useViewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';

const AdminTasksDocument = graphql(`
  query AdminTasks($orgUnitId: ID!) {
    escalationCoverage(orgUnitId: $orgUnitId) {
      unreachedCount
    }
    roleGrants(filter: { state: [WAITING] }, page: { limit: 1 }) {
      totalCount
    }
    orgUnitsWithoutTeam(page: { limit: 1 }) {
      totalCount
      items {
        id
      }
    }
  }
`);

const waiting = encodeURIComponent(JSON.stringify({ state: ['WAITING'] }));

/** Each thing that may wait: its words, how many there are, and where it is dealt with. */
const tasks: readonly ((data: AdminTasksQuery) => { name: string; count: number; path: string })[] = [
  ({ roleGrants }) => ({
    name: 'grantsWaiting',
    count: roleGrants.totalCount,
    path: `/grants?filter=${waiting}`,
  }),
  ({ orgUnitsWithoutTeam: { totalCount, items } }) => ({
    name: 'unitsWithoutTeam',
    count: totalCount,
    path: `/units/${items[0]?.id ?? ''}`,
  }),
  ({ escalationCoverage }) => ({
    name: 'casesUnreached',
    count: escalationCoverage?.unreachedCount ?? 0,
    path: '/coverage',
  }),
];

/** What waits for an administrator; every number opens what it counts. */
export const AdminTasks = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const orgUnitId = useViewer()?.roles.find(({ role }) => role === 'ADMIN')?.orgUnit.id ?? '';
  const { data } = useQuery({
    queryKey: ['adminTasks', orgUnitId],
    queryFn: ({ signal }) => request(AdminTasksDocument, { orgUnitId }, signal),
    enabled: orgUnitId !== '',
  });
  const open = data ? tasks.map((task) => task(data)).filter(({ count }) => count > 0) : [];
  return (
    <Paper component="section" sx={{ p: '12px 16px' }}>
      <h2>{translate('home.tasks')}</h2>
      {data && open.length === 0 ? (
        <Box component="p" sx={{ display: 'flex', gap: 2, alignItems: 'center', color: tokens.met }}>
          <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('home.noTasks')}
        </Box>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none' }}>
        {open.map(({ name, count, path }) => (
          <li key={name}>
            <Box
              component={Link}
              to={path}
              sx={{ display: 'flex', alignItems: 'center', minHeight: 34, ...type.body, fontWeight: 600 }}
            >
              {translate(`home.${name}`, { count })}
              <ChevronRight size={16} strokeWidth={1.75} aria-hidden="true" />
            </Box>
          </li>
        ))}
      </Box>
    </Paper>
  );
};
