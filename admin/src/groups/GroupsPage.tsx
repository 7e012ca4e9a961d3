import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { usePageTitle } from '../layout/usePageTitle';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { GroupList } from './GroupList';
import { GroupPane } from './GroupPane';
import { LeadershipGroupDocument } from './groups.graphql';

/** The bank's groups, and beside them the people of the one that is chosen. */
export const GroupsPage = () => {
  const translate = useTranslate();
  const { groupId } = useParams();
  usePageTitle(translate('groups.title'));
  return (
    <Box sx={{ flex: 1, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '332px minmax(0, 1fr)' } }}>
      <GroupList groupId={groupId} />
      <Box sx={{ p: { xs: 4, md: 5 }, minWidth: 0 }}>
        {groupId ? (
          <ChosenGroup key={groupId} id={groupId} />
        ) : (
          <EmptyState title={translate('groups.chooseTitle')} note={translate('groups.chooseNote')} />
        )}
      </Box>
    </Box>
  );
};

const ChosenGroup = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['groups', 'detail', id],
    queryFn: async ({ signal }) => (await request(LeadershipGroupDocument, { id }, signal)).leadershipGroup,
  });
  if (error) {
    const { code, id: errorId } = asApiError(error);
    return code === 'NOT_FOUND' ? (
      <EmptyState title={translate('groups.notFound')} />
    ) : (
      <ErrorState title={translate('groups.failed')} errorId={errorId} onRetry={() => void refetch()} />
    );
  }
  return data ? <GroupPane group={data} /> : <SkeletonRows count={4} />;
};
