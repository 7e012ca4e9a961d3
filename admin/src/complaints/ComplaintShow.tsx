import { Box, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { usePageTitle } from '../layout/usePageTitle';
import { DrillBanner } from '../patterns/DrillBanner';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { useFeed, useStartCursor } from '../provider/live';
import { useShortcuts } from '../layout/useShortcuts';
import { AftermathCard } from './aftermath/AftermathCard';
import { CaseActions } from './CaseActions';
import { CaseFacts } from './CaseFacts';
import { CaseHeader } from './CaseHeader';
import { CaseSide } from './CaseSide';
import { CaseTimeline } from './CaseTimeline';
import { ComplaintEventsDocument, type ComplaintCase } from './complaints.graphql';
import { DecisionCard } from './decide/DecisionCard';
import { EvidencePanel } from './evidence/EvidencePanel';
import { CaseEndings } from './endings/CaseEndings';
import { useCase } from './useCase';

/** Everything about one case, and what is due now. */
export const ComplaintShow = () => {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const start = useStartCursor();
  const { data, error, refetch } = useCase(start.isSettled ? id : undefined);
  usePageTitle(data ? translate('complaint.title', { reference: data.reference }) : translate('worklist.allTitle'));
  useFeed(ComplaintEventsDocument, { complaintId: id }, () => void refetch(), {
    initialCursor: start.cursor,
    skip: !start.isSettled,
    onGap: () => void refetch(),
  });
  useShortcuts({ Escape: () => void (window.history.length > 1 ? navigate(-1) : navigate('/complaints')) });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows />;
  return <Case complaint={data} />;
};

const Case = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  return (
    <>
      {complaint.isDrill ? <DrillBanner title={complaint.title} /> : null}
      <Box sx={{ p: { xs: 4, md: 5 }, display: 'grid', gap: 3, minWidth: 0 }}>
        <CaseHeader complaint={complaint} />
        <Paper
          component="section"
          aria-label={translate('complaint.actions')}
          sx={{ p: '9px 12px', display: 'flex', position: { md: 'sticky' }, top: 60, zIndex: 10 }}
        >
          <CaseActions complaint={complaint} height={40} />
        </Paper>
        <Box
          sx={{
            display: 'grid',
            gap: 4,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 356px' },
            alignItems: 'start',
          }}
        >
          <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
            <CaseFacts complaint={complaint} />
            <DecisionCard complaint={complaint} />
            <AftermathCard complaint={complaint} />
            <EvidencePanel complaint={complaint} />
            <CaseEndings complaint={complaint} />
            <CaseTimeline complaint={complaint} />
          </Box>
          <CaseSide complaint={complaint} />
        </Box>
      </Box>
    </>
  );
};

/** What one may not see looks like what is not there. */
const Failure = ({ error, onRetry }: { error: unknown; onRetry(): void }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { code, id } = asApiError(error);
  const isMissing = code === 'NOT_FOUND' || code === 'BAD_USER_INPUT';
  const toList = { label: translate('complaint.toList'), onClick: () => void navigate('/complaints') };
  return (
    <Box sx={{ p: 5 }}>
      {isMissing ? (
        <EmptyState
          title={translate('complaint.notFound')}
          note={translate('complaint.notFoundNote')}
          action={toList}
        />
      ) : (
        <ErrorState title={translate('complaint.failed')} errorId={id} onRetry={onRetry} />
      )}
    </Box>
  );
};
