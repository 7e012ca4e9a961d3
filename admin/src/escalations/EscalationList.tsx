import { Box, Button, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LayoutGrid } from 'lucide-react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { CountButton } from '../layout/CountButton';
import { ListFound } from '../layout/ListFound';
import { usePageTitle } from '../layout/usePageTitle';
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
  const word = useWord();
  const { filterValues, setFilters } = useListContext();
  const { data } = useQuery(escalationCount({ status: [status] }));
  return (
    <CountButton
      name={word('escalationStatus', status)}
      count={data?.totalCount}
      isChosen={(filterValues as { status?: string[] }).status?.join() === status}
      isUrgent={status === 'OPEN' && (data?.totalCount ?? 0) > 0}
      onChoose={() => setFilters({ status: [status] })}
    />
  );
};

const Cards = () => {
  const translate = useTranslate();
  return (
    <ListFound<EscalationRow>
      failed={translate('escalations.failed')}
      empty={translate('escalations.empty')}
      emptyNote={translate('escalations.emptyNote')}
      rows={4}
    >
      {(escalations) => (
        <Box component="ul" sx={{ listStyle: 'none' }}>
          {escalations.map((escalation) => (
            <EscalationCard key={escalation.id} escalation={escalation} />
          ))}
        </Box>
      )}
    </ListFound>
  );
};
