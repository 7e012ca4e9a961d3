import { Box, Button, Paper } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { CoverageQuery, EscalationGapFilter, EscalationLevel } from '../gql/graphql';
import { ChooseMany } from '../layout/ChooseMany';
import { ChooseOne } from '../layout/ChooseOne';
import { usePageTitle } from '../layout/usePageTitle';
import { PickRecord } from '../org/PickRecord';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { useViewer, type Viewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { CoverageDocument } from './coverage.graphql';
import { GapTable } from './GapTable';
import { levels, steps, triggers } from './values';
import { WhoIsTold } from './WhoIsTold';

const pageSize = 25;

/** Where escalations would reach nobody, and whom they reach. */
export const CoveragePage = () => {
  const translate = useTranslate();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  usePageTitle(translate('coverage.title'));
  const unitId = search.get('unit') ?? (viewer && administered(viewer));
  const choose = (id: string | undefined) => setSearch(id ? { unit: id } : {});
  return (
    <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
      <Box component="h1" sx={type.listTitle}>
        {translate('coverage.title')}
      </Box>
      <Box sx={{ maxWidth: 420 }}>
        <PickRecord
          resource="orgUnits"
          label={translate('coverage.unit')}
          value={unitId ?? undefined}
          onChange={choose}
        />
      </Box>
      {unitId ? <Coverage key={unitId} unitId={unitId} /> : null}
    </Box>
  );
};

/** The place that the viewer administers, the widest one. */
const administered = ({ roles }: Viewer) => roles.find(({ role }) => role === 'ADMIN')?.orgUnit.id;

const Coverage = ({ unitId }: { unitId: string }) => {
  const translate = useTranslate();
  const [filter, setFilter] = useState<EscalationGapFilter>({});
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['coverage', unitId, filter, page],
    queryFn: async ({ signal }) => {
      const variables = { orgUnitId: unitId, filter, page: { limit: pageSize, offset: page * pageSize } };
      return (await request(CoverageDocument, variables, signal)).escalationCoverage;
    },
    placeholderData: keepPreviousData,
  });
  const narrow = (next: EscalationGapFilter) => {
    setFilter(next);
    setPage(0);
  };
  if (error) {
    const { code, id, message } = asApiError(error);
    return code === 'NOT_FOUND' ? (
      <EmptyState title={translate('coverage.notFound')} />
    ) : (
      <ErrorState title={translate(message, { _: message })} errorId={id} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <SkeletonRows count={6} />;
  const { totalCount, items } = data.gaps;
  return (
    <>
      <Sentence coverage={data} />
      <Paper component="section" aria-label={translate('coverage.gaps')} sx={{ overflow: 'hidden', minWidth: 0 }}>
        <Filters filter={filter} onChange={narrow} />
        {items.length === 0 ? (
          <Box sx={{ p: 4 }}>
            <EmptyState title={translate('coverage.none')} note={translate('coverage.noneNote')} />
          </Box>
        ) : (
          <GapTable gaps={items} />
        )}
        {totalCount > pageSize ? (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 3, ...type.meta }}>
            <Box sx={{ flex: 1 }}>
              {translate('worklist.range', {
                from: page * pageSize + 1,
                to: page * pageSize + items.length,
                total: totalCount,
              })}
            </Box>
            <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {translate('worklist.previous')}
            </Button>
            <Button size="small" disabled={(page + 1) * pageSize >= totalCount} onClick={() => setPage(page + 1)}>
              {translate('worklist.next_page')}
            </Button>
          </Box>
        ) : null}
      </Paper>
      <WhoIsTold unitId={unitId} />
    </>
  );
};

/** What is true, in one sentence. */
const Sentence = ({ coverage }: { coverage: NonNullable<CoverageQuery['escalationCoverage']> }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { orgUnit, unitCount, caseCount, unreachedCount } = coverage;
  const isReached = unreachedCount === 0;
  const Icon = isReached ? CircleCheck : TriangleAlert;
  return (
    <Box component="p" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <Box
        component={Icon}
        size={18}
        strokeWidth={1.75}
        aria-hidden="true"
        sx={{ flex: 'none', mt: '2px', color: isReached ? tokens.met : tokens.breach }}
      />
      <span>
        {translate('coverage.looked', { unit: orgUnit.name, units: unitCount, cases: caseCount })}{' '}
        <Box component="strong" sx={{ fontWeight: 600, color: isReached ? tokens.met : tokens.breach }}>
          {translate(isReached ? 'coverage.allReached' : 'coverage.unreached', { count: unreachedCount })}
        </Box>
      </span>
    </Box>
  );
};

interface FiltersProps {
  filter: EscalationGapFilter;
  onChange(filter: EscalationGapFilter): void;
}

const reasons = ['VACANT', 'NO_GROUP'] as const;

const Filters = ({ filter, onChange }: FiltersProps) => {
  const translate = useTranslate();
  const word = useWord();
  const all = translate('jiesu.all');
  return (
    <Box
      role="group"
      aria-label={translate('coverage.filter')}
      sx={{
        display: 'grid',
        gap: 3,
        p: 4,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      <ChooseMany
        label={translate('coverage.step')}
        values={steps}
        chosen={(filter.step ?? []) as EscalationLevel[]}
        onChange={(step) => onChange({ ...filter, step: step.length > 0 ? step : undefined })}
        nameOf={(each) => `${each} ${word('escalationLevel', each)}`}
      />
      <ChooseOne
        label={translate('coverage.trigger')}
        values={triggers}
        value={filter.trigger ?? undefined}
        onChange={(trigger) => onChange({ ...filter, trigger })}
        nameOf={(each) => word('trigger', each)}
        none={all}
      />
      <ChooseOne
        label={translate('coverage.level')}
        values={levels}
        value={filter.level ?? undefined}
        onChange={(level) => onChange({ ...filter, level })}
        nameOf={(each) => word('level', each)}
        none={all}
      />
      <ChooseOne
        label={translate('coverage.reason')}
        values={reasons}
        value={filter.reason ?? undefined}
        onChange={(reason) => onChange({ ...filter, reason })}
        nameOf={(each) => word('gapReason', each)}
        none={all}
      />
    </Box>
  );
};
