import { Box, Button, Paper } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../layout/Choices';
import { usePageTitle } from '../layout/usePageTitle';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type } from '../theme/tokens';
import { CreateKeyDialog } from './CreateKeyDialog';
import { ApiKeysDocument } from './keys.graphql';
import { KeyTable } from './KeyTable';
import { SecretDialog, type NewKey } from './SecretDialog';

const pageSize = 25;
const states = ['active', 'revoked'] as const;

/** Keys of channel apps: which there are, who made them, when they were last used. */
export const KeysPage = () => {
  const translate = useTranslate();
  const [state, setState] = useState<(typeof states)[number]>('active');
  const [page, setPage] = useState(0);
  const [isCreating, setIsCreating] = useState(false);
  const [made, setMade] = useState<NewKey>();
  usePageTitle(translate('keysPage.title'));
  const { data, error, refetch } = useQuery({
    queryKey: ['apiKeys', state, page],
    queryFn: async ({ signal }) => {
      const filter = { isActive: state === 'active' };
      return (await request(ApiKeysDocument, { filter, page: { limit: pageSize, offset: page * pageSize } }, signal))
        .apiKeys;
    },
    placeholderData: keepPreviousData,
  });
  return (
    <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Box component="h1" sx={{ flex: 1, ...type.listTitle }}>
          {translate('keysPage.title')}
        </Box>
        <Button variant="contained" onClick={() => setIsCreating(true)}>
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('keysPage.create')}
        </Button>
      </Box>
      <Choices
        label={translate('keysPage.state')}
        hidesLabel
        values={states}
        value={state}
        onChange={(chosen) => {
          setState(chosen);
          setPage(0);
        }}
        nameOf={(each) => translate(`keysPage.${each}`)}
      />
      {error ? (
        <ErrorState
          title={translate('keysPage.failed')}
          errorId={asApiError(error).id}
          onRetry={() => void refetch()}
        />
      ) : null}
      {!data && !error ? <SkeletonRows count={4} /> : null}
      {data ? (
        <Paper component="section" aria-label={translate('keysPage.title')} sx={{ overflow: 'hidden', minWidth: 0 }}>
          {data.items.length === 0 ? (
            <Box sx={{ p: 4 }}>
              <EmptyState title={translate('keysPage.empty')} note={translate('keysPage.emptyNote')} />
            </Box>
          ) : (
            <KeyTable keys={data.items} />
          )}
          {data.totalCount > pageSize ? (
            <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 2, p: 3 }}>
              <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
                {translate('worklist.previous')}
              </Button>
              <Button
                size="small"
                disabled={(page + 1) * pageSize >= data.totalCount}
                onClick={() => setPage(page + 1)}
              >
                {translate('worklist.next_page')}
              </Button>
            </Box>
          ) : null}
        </Paper>
      ) : null}
      {isCreating ? <CreateKeyDialog onMade={setMade} onClose={() => setIsCreating(false)} /> : null}
      {made ? <SecretDialog made={made} onClose={() => setMade(undefined)} /> : null}
    </Box>
  );
};
