import { Box, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { usePageTitle } from '../layout/usePageTitle';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type } from '../theme/tokens';
import { UnitPane } from './UnitPane';
import { UnitSearch } from './UnitSearch';
import { UnitTree } from './UnitTree';
import { UnitDetailDocument } from './units.graphql';
import { useUnitTree } from './useUnitTree';

/** The bank's tree, and beside it the unit that is chosen. */
export const UnitsPage = () => {
  const translate = useTranslate();
  const { unitId } = useParams();
  usePageTitle(translate('units.title'));
  return (
    <Box sx={{ flex: 1, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '332px minmax(0, 1fr)' } }}>
      <TreePane unitId={unitId} />
      <Box sx={{ p: { xs: 4, md: 5 }, minWidth: 0 }}>
        {unitId ? (
          <ChosenUnit key={unitId} id={unitId} />
        ) : (
          <EmptyState title={translate('units.chooseTitle')} note={translate('units.chooseNote')} />
        )}
      </Box>
    </Box>
  );
};

const TreePane = ({ unitId }: { unitId: string | undefined }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const tree = useUnitTree(unitId);
  const [text, setText] = useState('');
  const choose = (id: string) => navigate(`/units/${id}`);
  return (
    <Paper
      square
      sx={{ borderWidth: '0 1px 0 0', borderRadius: 0, py: 4, display: 'grid', gap: 3, alignContent: 'start' }}
    >
      <Box component="h1" sx={{ px: 4, ...type.listTitle }}>
        {translate('units.title')}
      </Box>
      <UnitSearch text={text} onText={setText} onChoose={choose} />
      <Box
        sx={{ overflow: 'auto', maxHeight: { xs: 320, md: 'calc(100vh - 190px)' }, display: text ? 'none' : 'block' }}
      >
        {tree.error ? (
          <ErrorState
            title={translate('units.failed')}
            errorId={asApiError(tree.error).id}
            onRetry={() => void tree.refetch()}
          />
        ) : null}
        {tree.lines.length > 0 ? (
          <UnitTree
            label={translate('units.tree')}
            lines={tree.lines}
            selectedId={unitId}
            onSelect={choose}
            onToggle={tree.toggle}
            onMore={tree.showMore}
          />
        ) : null}
      </Box>
    </Paper>
  );
};

const ChosenUnit = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['units', 'detail', id],
    queryFn: ({ signal }) => request(UnitDetailDocument, { id }, signal),
  });
  if (error) {
    const { code, id: errorId } = asApiError(error);
    return code === 'NOT_FOUND' ? (
      <EmptyState title={translate('units.notFound')} />
    ) : (
      <ErrorState title={translate('units.failed')} errorId={errorId} onRetry={() => void refetch()} />
    );
  }
  return data?.orgUnit ? <UnitPane unit={data.orgUnit} figures={data} /> : <SkeletonRows count={4} />;
};
