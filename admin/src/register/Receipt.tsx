import { Box, Button, Paper } from '@mui/material';
import { Check, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { dayTimeText, dueText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { type, useTokens } from '../theme/tokens';
import type { Registered } from './useRegisterForm';

/** The reference and the tracking code, large, to be read out and printed. */
export const Receipt = ({ complaint, onAnother }: { complaint: Registered; onAnother(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Box sx={{ p: 5, display: 'grid', gap: 4, maxWidth: 760, '@media print': { p: 0, maxWidth: 'none' } }}>
      <Box
        component="h1"
        ref={heading}
        tabIndex={-1}
        sx={{ ...type.listTitle, display: 'flex', alignItems: 'center', gap: 2, '&:focus': { outline: 'none' } }}
      >
        <Box
          component={Check}
          size={22}
          strokeWidth={2}
          aria-hidden="true"
          sx={{ color: tokens.met, '@media print': { display: 'none' } }}
        />
        {translate(complaint.status === 'REPLIED' ? 'receipt.settled' : 'receipt.title')}
      </Box>
      <Slip complaint={complaint} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, '@media print': { display: 'none' } }}>
        <Button variant="contained" size="large" onClick={() => window.print()}>
          <Printer size={17} strokeWidth={1.75} aria-hidden="true" />
          {translate('receipt.print')}
        </Button>
        <Button size="large" onClick={onAnother}>
          {translate('receipt.another')}
        </Button>
        <Button size="large" component={Link} to={`/complaints/${complaint.id}/show`}>
          {translate('receipt.open')}
        </Button>
      </Box>
    </Box>
  );
};

const Slip = ({ complaint }: { complaint: Registered }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  return (
    <Paper component="section" aria-label={translate('receipt.slip')} sx={{ p: 6, display: 'grid', gap: 4 }}>
      <Box component="h2">{translate('receipt.slip')}</Box>
      <Large label={translate('receipt.reference')} value={complaint.reference} />
      {complaint.trackingCode ? (
        <Large label={translate('receipt.trackingCode')} value={complaint.trackingCode} />
      ) : null}
      <Box sx={{ color: tokens.ink2, display: 'grid', gap: 1 }}>
        <p>
          {translate('receipt.received')} {dayTimeText(complaint.receivedAt, now, locale)}
        </p>
        <Promised complaint={complaint} />
        {complaint.trackingCode ? (
          <>
            <p>{translate('receipt.keep')}</p>
            <p>{translate('receipt.where', { address: `${location.origin}/track` })}</p>
          </>
        ) : null}
      </Box>
    </Paper>
  );
};

/** By when the bank calls, or that nothing is left to say. */
const Promised = ({ complaint: { status, clocks } }: { complaint: Registered }) => {
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  if (status === 'REPLIED') return <p>{translate('receipt.settledNote')}</p>;
  const due = clocks.find(({ kind }) => kind === 'FIRST_RESPONSE')?.dueAt;
  return due ? <p>{translate('receipt.promise', { when: dueText(due, now, locale) })}</p> : null;
};

const Large = ({ label, value }: { label: string; value: string }) => {
  const tokens = useTokens();
  return (
    <div>
      <Box sx={{ color: tokens.ink2, ...type.meta }}>{label}</Box>
      <Box sx={{ ...type.kpi, overflowWrap: 'anywhere' }}>{value}</Box>
    </div>
  );
};
