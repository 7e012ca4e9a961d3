import { Box, Button } from '@mui/material';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Card } from '../org/Card';
import { useSend } from '../org/useSend';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import type { PlanVersion } from './plans.graphql';
import { AcknowledgePlanDocument } from './verbs.graphql';

/** 签收: which units with duties have confirmed that they read them, and signing for one's own. */
export const Receipts = ({ version: { id, publishedAt, receipts } }: { version: PlanVersion }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { run, isSending, problem } = useSend(() => undefined);
  if (!publishedAt) return null;
  const signed = receipts.filter(({ acknowledgedAt }) => acknowledgedAt).length;
  const sign = (orgUnit: { id: string; name: string }) =>
    void run(() => request(AcknowledgePlanDocument, { id, input: { orgUnitId: orgUnit.id } }), 'plans.signed', {
      unit: orgUnit.name,
    });
  return (
    <Box id="receipts" sx={{ scrollMarginTop: 64 }}>
      <Card title={translate('plans.section.receipts')}>
        <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
          {receipts.length
            ? translate('plans.signedCount', { signed, count: receipts.length })
            : translate('plans.noReceipts')}
        </Box>
        <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 2, mt: 2 }}>
          {receipts.map((receipt) => (
            <Box component="li" key={receipt.id} sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
              <Signature receipt={receipt} />
              {receipt.allowedActions.map(({ code, label }) => (
                <Button
                  key={code}
                  size="small"
                  variant="contained"
                  disabled={isSending}
                  aria-label={`${label} ${receipt.orgUnit.name}`}
                  onClick={() => sign(receipt.orgUnit)}
                >
                  {label}
                </Button>
              ))}
            </Box>
          ))}
        </Box>
        {problem ? (
          <Box role="alert" sx={{ mt: 2, color: tokens.breach, ...type.meta }}>
            {problem}
          </Box>
        ) : null}
      </Card>
    </Box>
  );
};

const Signature = ({ receipt }: { receipt: PlanVersion['receipts'][number] }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const { orgUnit, acknowledgedAt, acknowledgedBy } = receipt;
  const Icon = acknowledgedAt ? CircleCheck : CircleDashed;
  const text = acknowledgedAt
    ? translate('plans.signedBy', { name: acknowledgedBy?.name ?? '', when: dayTimeText(acknowledgedAt, now, locale) })
    : translate('plans.unsigned');
  return (
    <>
      <Box
        component={Icon}
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        sx={{ flex: 'none', mt: '3px', color: acknowledgedAt ? tokens.met : tokens.warn }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {orgUnit.name}
        <Box component="p" sx={{ color: acknowledgedAt ? tokens.ink2 : tokens.warn, ...type.meta }}>
          {text}
        </Box>
      </Box>
    </>
  );
};
