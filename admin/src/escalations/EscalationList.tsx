import { Box, Button, ButtonBase, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LayoutGrid } from 'lucide-react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { usePageTitle } from '../layout/usePageTitle';
import { EmptyState } from '../patterns/EmptyState';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { Pager } from '../complaints/Pager';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { escalationCount } from './escalationCount';
import { EscalationCard } from './EscalationCard';
import { EscalationSentence } from './EscalationSentence';
import type { EscalationRow } from './escalations.graphql';

/** What waits to be acknowledged, what is being dealt with, and what has ended. */
export const EscalationList = () => {
  usePageTitle(useTranslate()('escalations.title'));
  return (
    <ListBase
      resource="escalations"
      filterDefaultValues={{ status: ['OPEN'] }}
      sort={{ field: 'NEXT_AT', order: 'ASC' }}
      perPage={10}
      disableAuthentication
    >
      <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
        <Header />
        <StatusBar />
        <Paper component="section" sx={{ overflow: 'hidden' }}>
          <Cards />
          <Pager />
        </Paper>
      </Box>
    </ListBase>
  );
};

const Header = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <Box component="h1" sx={type.listTitle}>
        {translate('escalations.title')}
      </Box>
      <Box component="p" sx={{ flex: 1, minWidth: 200, color: tokens.ink2 }}>
        <EscalationSentence />
      </Box>
      <Button component={Link} to="/wall">
        <LayoutGrid size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate('escalations.wall')}
      </Button>
    </Box>
  );
};

const statuses = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED', 'CANCELLED'] as const;

const StatusBar = () => {
  const translate = useTranslate();
  return (
    <Paper
      role="group"
      aria-label={translate('escalations.counts')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px', p: 1 }}
    >
      {statuses.map((status) => (
        <StatusButton key={status} status={status} />
      ))}
    </Paper>
  );
};

const StatusButton = ({ status }: { status: (typeof statuses)[number] }) => {
  const tokens = useTokens();
  const word = useWord();
  const { filterValues, setFilters } = useListContext();
  const { data } = useQuery(escalationCount({ status: [status] }));
  const isChosen = (filterValues as { status?: string[] }).status?.join() === status;
  const isUrgent = status === 'OPEN' && (data?.totalCount ?? 0) > 0;
  return (
    <ButtonBase
      aria-pressed={isChosen}
      onClick={() => setFilters({ status: [status] })}
      sx={{
        gap: 2,
        px: 3,
        minHeight: 40,
        borderRadius: '6px',
        alignItems: 'baseline',
        color: isChosen ? tokens.primary : tokens.ink,
        backgroundColor: isChosen ? tokens.primarySoft : 'transparent',
        ...type.body,
      }}
    >
      <Box
        component="span"
        sx={{
          fontSize: 22,
          lineHeight: '40px',
          fontWeight: 600,
          color: isUrgent && !isChosen ? tokens.breach : 'inherit',
        }}
      >
        {data?.totalCount ?? '–'}
      </Box>
      <Box component="span" sx={{ fontWeight: isChosen ? 600 : 400 }}>
        {word('escalationStatus', status)}
      </Box>
    </ButtonBase>
  );
};

const Cards = () => {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useListContext<EscalationRow>();
  if (error)
    return (
      <ErrorState
        title={translate('escalations.failed')}
        errorId={asApiError(error).id}
        onRetry={() => void refetch()}
      />
    );
  if (isPending || !data) return <SkeletonRows count={4} />;
  if (data.length === 0) {
    return (
      <Box sx={{ p: 4 }}>
        <EmptyState title={translate('escalations.empty')} note={translate('escalations.emptyNote')} />
      </Box>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none' }}>
      {data.map((escalation) => (
        <EscalationCard key={escalation.id} escalation={escalation} />
      ))}
    </Box>
  );
};
