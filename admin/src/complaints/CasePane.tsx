import { Box, Button } from '@mui/material';
import { ArrowUpRight, BellRing } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ClockChip } from '../patterns/ClockChip';
import { ErrorState } from '../patterns/ErrorState';
import { LevelBadge } from '../patterns/LevelBadge';
import { PersonChip } from '../patterns/PersonChip';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { asApiError } from '../provider/ApiError';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { CaseActions } from './CaseActions';
import type { ComplaintCase } from './complaints.graphql';
import { Facts } from './Facts';
import { moneyText } from './moneyText';
import { useCase } from './useCase';
import { useDeadlines } from './useDeadlines';

/** The selected case: its clocks, who has it, and the verbs that are possible now. */
export const CasePane = ({ id, onClose }: { id: string | undefined; onClose?: () => void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { data, error, refetch } = useCase(id);
  if (id === undefined) return <Box sx={{ p: 4, color: tokens.ink3 }}>{translate('worklist.pickOne')}</Box>;
  if (error)
    return (
      <ErrorState title={translate('complaint.failed')} errorId={asApiError(error).id} onRetry={() => void refetch()} />
    );
  if (!data) return <SkeletonRows count={5} />;
  return (
    <>
      <Summary complaint={data} onClose={onClose} />
      <Clocks complaint={data} />
      <Box sx={{ p: 4, flex: 1 }}>
        <PaneFacts complaint={data} />
      </Box>
      <Box sx={{ p: 4, pt: 3, borderTop: `1px solid ${tokens.line}` }}>
        <CaseActions complaint={data} />
      </Box>
    </>
  );
};

const Summary = ({ complaint, onClose }: { complaint: ComplaintCase; onClose: (() => void) | undefined }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box sx={{ p: 4, pb: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1.5 }}>
        <LevelBadge level={complaint.level} />
        <Box component="span" sx={{ flex: 1, color: tokens.ink3, ...type.meta }}>
          {complaint.reference}
        </Box>
        {onClose ? (
          <Button size="small" onClick={onClose}>
            {translate('jiesu.close')}
          </Button>
        ) : null}
        <Button component={Link} to={`/complaints/${complaint.id}/show`} variant="text" size="small">
          {translate('worklist.openFull')}
          <ArrowUpRight size={15} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </Box>
      <Box component="h2" sx={{ fontSize: 17, lineHeight: '25px' }}>
        {complaint.title}
      </Box>
      <Box
        component="p"
        sx={{
          mt: 1,
          color: tokens.ink2,
          ...type.body,
          display: '-webkit-box',
          WebkitLineClamp: 4,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {complaint.content}
      </Box>
    </Box>
  );
};

const Clocks = ({ complaint: { clocks } }: { complaint: ComplaintCase }) => {
  const tokens = useTokens();
  const word = useWord();
  const { explain, explanation } = useDeadlines(clocks);
  if (clocks.length === 0) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 6,
        px: 4,
        py: 2.5,
        backgroundColor: tokens.canvas,
        borderBlock: `1px solid ${tokens.line}`,
      }}
    >
      {clocks.map((clock) => (
        <div key={clock.id}>
          <Box sx={{ color: tokens.ink2, ...type.caption, mb: '2px' }}>{word('clockKind', clock.kind)}</Box>
          <ClockChip clock={clock} onExplain={() => explain(clock.id)} />
        </div>
      ))}
      {explanation}
    </Box>
  );
};

const PaneFacts = ({ complaint }: { complaint: ComplaintCase }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const open = complaint.escalations.find(({ status }) => status === 'OPEN' || status === 'ACKNOWLEDGED');
  const { firstHandler, complainant } = complaint;
  const customer = complainant.anonymous
    ? translate('complaint.anonymous')
    : [complainant.name, complainant.phone].filter(Boolean).join('  ');
  return (
    <Facts
      facts={[
        [
          translate('complaint.firstHandler'),
          <PersonChip
            key="first"
            person={firstHandler && { name: firstHandler.name, unitName: firstHandler.orgUnit.name }}
          />,
        ],
        [translate('complaint.customer'), customer || translate('jiesu.notGiven')],
        [translate('complaint.unit'), complaint.orgUnit.name],
        [translate('complaint.category'), complaint.category?.name],
        [translate('complaint.amount'), moneyText(complaint.amountInvolved)],
        [
          translate('complaint.escalation'),
          open ? (
            <Box
              key="open"
              component="span"
              sx={{ color: open.status === 'OPEN' ? tokens.breach : tokens.ink, fontWeight: 600 }}
            >
              <Box
                component={BellRing}
                size={15}
                strokeWidth={1.75}
                aria-hidden="true"
                sx={{ mr: 1.5, verticalAlign: '-2px' }}
              />
              {open.level} {word('escalationLevel', open.level)} · {word('trigger', open.trigger)}
            </Box>
          ) : undefined,
        ],
      ]}
    />
  );
};
