import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { usePageTitle } from '../../layout/usePageTitle';
import { EmptyState } from '../../patterns/EmptyState';
import { ErrorState } from '../../patterns/ErrorState';
import { SkeletonRows } from '../../patterns/SkeletonRows';
import { useTimeLocale } from '../../patterns/useTimeLocale';
import { asApiError } from '../../provider/ApiError';
import type { PlanVersion } from '../plans.graphql';
import { planVersionQuery } from '../plans.provider';
import { EditForm } from './EditForm';

/** Writing in a draft, as long as the viewer may. */
export const EditPage = () => {
  const translate = useTranslate();
  const { versionId = '' } = useParams();
  const { data, error, refetch } = useQuery(planVersionQuery(versionId, useTimeLocale()));
  usePageTitle(translate('edit.title'));
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
  if (!data) return <SkeletonRows count={8} />;
  return <Gate key={data.id} version={data} />;
};

/** Once opened it stays open, whatever others do with the version: what is typed is not taken away. */
const Gate = ({ version }: { version: PlanVersion }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [isOpen] = useState(() =>
    version.allowedActions.some(({ code, blockedBy }) => code === 'updatePlanVersion' && !blockedBy),
  );
  if (isOpen) return <EditForm version={version} />;
  const action = { label: translate('edit.back'), onClick: () => void navigate(`/plans/${version.id}`) };
  return (
    <Box sx={{ p: 5 }}>
      <EmptyState title={translate('edit.notYours')} note={translate('edit.notYoursNote')} action={action} />
    </Box>
  );
};
