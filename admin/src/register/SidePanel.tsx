import { Box, Paper } from '@mui/material';
import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { instantOf } from '../layout/bankDay';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { radius, type, useTokens } from '../theme/tokens';
import { Duplicates } from './Duplicates';
import { useValues } from './fields';
import { useEmergency } from './useEmergency';
import type { RegisterValues } from './values';

const firstResponseHours = (level: RegisterValues['level']) => (level === 'URGENT' ? 2 : 24);

/** What follows from what is chosen, and what may be told to the customer now. */
export const SidePanel = () => {
  const { reason, forcesLevel } = useEmergency();
  return (
    <Box sx={{ display: 'grid', gap: 3, alignContent: 'start', position: { lg: 'sticky' }, top: 64 }}>
      {reason ? <EmergencyNotice reason={reason} forcesLevel={forcesLevel} /> : null}
      <WhatToSay isEmergency={reason !== undefined} />
      <ClocksAfter />
      <Duplicates />
    </Box>
  );
};

function useFirstResponse(): string {
  const now = useNow();
  const locale = useTimeLocale();
  const { receivedAt, level } = useValues();
  const start = instantOf(receivedAt);
  const due = (start ? new Date(start).getTime() : now) + firstResponseHours(level) * 3_600_000;
  return dayTimeText(due, now, locale);
}

const EmergencyNotice = ({ reason, forcesLevel }: { reason: string; forcesLevel: boolean }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const lines = ['leaders', ...(forcesLevel ? ['level'] : []), 'climb'];
  return (
    <Box
      component="section"
      role="status"
      sx={{
        p: '12px 16px',
        borderRadius: `${radius.card}px`,
        border: `1px solid ${tokens.breachUi}`,
        borderLeftWidth: 3,
        backgroundColor: tokens.breachSoft,
      }}
    >
      <Box
        component="h2"
        sx={{ display: 'flex', alignItems: 'center', gap: 2, color: tokens.breach, ...type.section, fontSize: 16 }}
      >
        <Siren size={19} strokeWidth={1.75} aria-hidden="true" />
        {translate('consequence.emergency')}
      </Box>
      <Box component="p" sx={{ ...type.meta, mt: 1 }}>
        {translate('consequence.because', { reason })}
      </Box>
      <Box
        component="ul"
        sx={{ pl: 5, mt: 1, ...type.meta, lineHeight: '24px', '& li::marker': { color: tokens.breachUi } }}
      >
        {lines.map((line) => (
          <li key={line}>{translate(`consequence.${line}`)}</li>
        ))}
      </Box>
    </Box>
  );
};

const Card = ({ title, children }: { title: string; children: ReactNode }) => (
  <Paper component="section" sx={{ p: '12px 16px' }}>
    <Box component="h2" sx={{ mb: 2 }}>
      {title}
    </Box>
    {children}
  </Paper>
);

const WhatToSay = ({ isEmergency }: { isEmergency: boolean }) => {
  const translate = useTranslate();
  const when = useFirstResponse();
  return (
    <Card title={translate('consequence.say')}>
      <Box component="p" sx={type.reading}>
        {translate(isEmergency ? 'consequence.sayEmergency' : 'consequence.sayText', { when })}
      </Box>
    </Card>
  );
};

const ClocksAfter = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const when = useFirstResponse();
  const { level } = useValues();
  return (
    <Card title={translate('consequence.clocks')}>
      <Box sx={{ display: 'flex', gap: 5, ...type.meta, color: tokens.ink2 }}>
        <span>{translate('consequence.firstResponse')}</span>
        <Box component="span" sx={{ flex: 1, color: tokens.ink, fontWeight: 600 }}>
          {when}
        </Box>
        <span>{translate('consequence.hours', { count: firstResponseHours(level) })}</span>
      </Box>
    </Card>
  );
};
