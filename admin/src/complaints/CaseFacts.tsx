import { Box, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MaskedField } from '../gql/graphql';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { radius, type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { ComplaintCase } from './complaints.graphql';
import { Facts } from './Facts';
import { moneyText } from './moneyText';
import { MaskedValue } from './reveal/MaskedValue';

/** What the customer said and asks for, and how it was classed. */
export const CaseFacts = ({ complaint }: { complaint: ComplaintCase }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Paper component="section" sx={{ p: '12px 16px' }}>
      <h2>{translate('complaint.facts')}</h2>
      <Box
        component="p"
        sx={{ ...type.reading, mt: 2, mb: 3, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', color: tokens.ink }}
      >
        <MaskedValue complaint={complaint} field="CONTENT" masked={complaint.content} />
      </Box>
      <CaseDetails complaint={complaint} />
    </Paper>
  );
};

const CaseDetails = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const word = useWord();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string | null | undefined) => (at ? dayTimeText(at, now, locale) : undefined);
  const masked = (field: MaskedField, value: string | null | undefined) =>
    value ? <MaskedValue complaint={complaint} field={field} masked={value} /> : undefined;
  return (
    <Facts
      facts={[
        [translate('complaint.demand'), masked('CUSTOMER_DEMAND', complaint.customerDemand)],
        [translate('complaint.category'), complaint.category?.name],
        [translate('complaint.product'), complaint.product?.name],
        [translate('complaint.subject'), complaint.subject ? word('subject', complaint.subject) : undefined],
        [
          translate('complaint.complexity'),
          complaint.complexity ? word('complexity', complaint.complexity) : undefined,
        ],
        [
          translate('complaint.handlingMode'),
          complaint.handlingMode ? word('handlingMode', complaint.handlingMode) : undefined,
        ],
        [translate('complaint.scope'), complaint.investigation?.scope],
        [translate('complaint.isEmergency'), complaint.isEmergency ? translate('verb.yes') : undefined],
        [translate('complaint.rejectionReason'), complaint.rejectionReason?.name],
        [
          translate('complaint.flags'),
          complaint.riskFlags.length > 0 ? <Flags flags={complaint.riskFlags} key="flags" /> : undefined,
        ],
        [translate('complaint.amount'), moneyText(complaint.amountInvolved)],
        [translate('complaint.receivedAt'), when(complaint.receivedAt)],
        [translate('complaint.occurredAt'), when(complaint.occurredAt)],
        [translate('complaint.postedAt'), when(complaint.postedAt)],
        [translate('complaint.place'), masked('PLACE', complaint.place)],
        [translate('complaint.channelReference'), complaint.channelReference],
        [translate('complaint.resolution'), masked('RESOLUTION_SUMMARY', complaint.resolutionSummary)],
      ]}
    />
  );
};

const Flags = ({ flags }: { flags: ComplaintCase['riskFlags'] }) => {
  const tokens = useTokens();
  const word = useWord();
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      {flags.map((flag) => (
        <Box
          key={flag}
          component="span"
          sx={{ px: 2, border: `1px solid ${tokens.edge}`, borderRadius: `${radius.chip}px`, ...type.meta }}
        >
          {word('riskFlag', flag)}
        </Box>
      ))}
    </Box>
  );
};
