import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ChooseOne } from '../layout/ChooseOne';
import { Card } from '../org/Card';
import { Diff } from '../patterns/Diff';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { useWord } from '../words/useWord';
import { PlanVersionDiffDocument, type PlanVersion } from './plans.graphql';
import { usePlansAbove } from './usePlansAbove';

/**
 * What a version says otherwise than another one: with a draft, than what is in force, of its own plan or else above,
 * unless one is chosen.
 */
export const Comparison = ({ version }: { version: PlanVersion }) => {
  const translate = useTranslate();
  const word = useWord();
  const [search, setSearch] = useSearchParams();
  const own = version.plan.versions.filter(({ id }) => id !== version.id);
  const above = usePlansAbove(version).filter(({ plan }) => plan.kind === version.plan.kind);
  const others = [...own, ...above];
  const isOpen = version.state === 'DRAFT' || version.state === 'IN_REVIEW';
  const usual = isOpen ? (own.find(({ isInForce }) => isInForce) ?? above[0])?.id : undefined;
  const fromId = search.get('with') ?? usual;
  if (!fromId || !others.some(({ id }) => id === fromId)) return null;
  return (
    <Card title={translate('plans.section.comparison')}>
      <Box sx={{ display: 'grid', gap: 3, '& table': { maxWidth: 'none' } }}>
        <Box sx={{ maxWidth: 320 }}>
          <ChooseOne
            label={translate('plans.compareWith')}
            values={others.map(({ id }) => id)}
            value={fromId}
            onChange={(id) => setSearch(id ? { with: id } : {}, { replace: true })}
            nameOf={(id) => {
              const other = own.find((each) => each.id === id);
              if (other)
                return `${translate('plans.number', { number: other.number })} · ${word('planVersionState', other.state)}`;
              const superior = above.find((each) => each.id === id);
              if (!superior) return '';
              return translate('plans.versionOf', { unit: superior.plan.orgUnit.name, number: superior.number });
            }}
          />
        </Box>
        <Changes fromId={fromId} toId={version.id} version={version.version} />
      </Box>
    </Card>
  );
};

const Changes = ({ fromId, toId, version }: { fromId: string; toId: string; version: number }) => {
  const translate = useTranslate();
  const locale = useTimeLocale();
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', 'diff', fromId, toId, version, locale],
    queryFn: async ({ signal }) => (await request(PlanVersionDiffDocument, { fromId, toId }, signal)).planVersionDiff,
  });
  if (error) {
    return (
      <ErrorState title={translate('plans.diffFailed')} errorId={asApiError(error).id} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <SkeletonRows count={2} />;
  if (data.length === 0) return <p>{translate('plans.same')}</p>;
  return (
    <Diff
      changes={data.map(({ path, label, before, after }) => ({
        id: path,
        field: label,
        before: before || null,
        after: after || null,
      }))}
    />
  );
};
