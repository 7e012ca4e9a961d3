import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { usePageTitle } from '../layout/usePageTitle';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { Comparison } from './Comparison';
import { Demands } from './Demands';
import { History } from './History';
import type { PlanVersion } from './plans.graphql';
import { planVersionQuery } from './plans.provider';
import { Receipts } from './Receipts';
import { RulesRead } from './RulesRead';
import { VersionHeader } from './VersionHeader';
import { BasisCard, DeskCard, DutiesCard, PrinciplesCard } from './WordsRead';

/** One version of a plan, as its readers expect it: what it is for, who does what, then the rules. */
export const VersionPage = () => {
  const translate = useTranslate();
  const { versionId = '' } = useParams();
  const { data, error, refetch } = useQuery(planVersionQuery(versionId, useTimeLocale()));
  usePageTitle(data ? data.plan.name : translate('plans.title'));
  if (error) {
    const { code, id } = asApiError(error);
    return (
      <Box sx={{ p: 5 }}>
        {code === 'NOT_FOUND' ? (
          <EmptyState title={translate('plans.notFound')} note={translate('plans.notFoundNote')} />
        ) : (
          <ErrorState title={translate('plans.failedOne')} errorId={id} onRetry={() => void refetch()} />
        )}
      </Box>
    );
  }
  return data ? <Version key={data.id} version={data} /> : <SkeletonRows count={6} />;
};

const Version = ({ version }: { version: PlanVersion }) => (
  <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
    <VersionHeader version={version} />
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
      }}
    >
      <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
        <Comparison version={version} />
        <PrinciplesCard version={version} />
        <BasisCard version={version} />
        <DutiesCard version={version} />
        <DeskCard version={version} />
        <RulesRead version={version} />
      </Box>
      <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
        <Demands version={version} />
        <Receipts version={version} />
        <History version={version} />
      </Box>
    </Box>
  </Box>
);
