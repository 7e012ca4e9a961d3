import { Box, Link, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { bankDay } from '../../layout/bankDay';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import type { ComplaintCase } from '../complaints.graphql';
import { Facts, type Fact } from '../Facts';
import { lastDayOf } from './ExtensionDialogs';

/** More time, referrals, merging and what holds the file open; nothing where there is none of it. */
export const CaseEndings = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const word = useWord();
  const { mergedInto, duplicates, extensions, referrals, holds } = complaint;
  const lines: Fact[] = [
    [translate('ending.mergedInto'), mergedInto ? <Other key="into" complaint={mergedInto.target} /> : undefined],
    [
      translate('ending.duplicates'),
      duplicates.length ? duplicates.map((each) => <Other key={each.id} complaint={each.complaint} />) : undefined,
    ],
    [
      translate('ending.extension'),
      lineOf(extensions, (each) => [
        translate('ending.extensionLine', {
          state: word('extensionState', each.state),
          until: lastDayOf(each.dueAt),
          count: each.workingDayCount,
        }),
        [each.reason, each.comment].filter(Boolean).join(' · '),
      ]),
    ],
    [
      translate('ending.referral'),
      lineOf(referrals, (each) => [
        translate('ending.referralLine', { scope: word('referralScope', each.scope), body: each.body }),
        each.receiptNumber && each.receivedAt
          ? translate('ending.receipt', { number: each.receiptNumber, at: bankDay(each.receivedAt) })
          : translate('ending.noReceipt'),
      ]),
    ],
    [
      translate('ending.hold'),
      lineOf(
        holds.filter(({ releasedAt }) => !releasedAt),
        (each) => [each.reason, ''],
      ),
    ],
  ];
  if (lines.every(([, value]) => value === undefined)) return null;
  return (
    <Paper component="section" sx={{ p: '12px 16px', display: 'grid', gap: 2 }}>
      <h2>{translate('ending.title')}</h2>
      <Facts facts={lines} />
    </Paper>
  );
};

function lineOf<Row extends { id: string }>(rows: readonly Row[], say: (row: Row) => readonly [string, string]) {
  return rows.length ? rows.map((row) => <Line key={row.id} said={say(row)} />) : undefined;
}

const Line = ({ said: [text, note] }: { said: readonly [string, string] }) => {
  const tokens = useTokens();
  return (
    <Box>
      {text}
      {note ? <Box sx={{ color: tokens.ink2, ...type.meta }}>{note}</Box> : null}
    </Box>
  );
};

/** Another complaint, where the viewer may see it. */
const Other = ({ complaint }: { complaint: { id: string; reference: string; title?: string } | null | undefined }) => {
  const translate = useTranslate();
  if (!complaint) return <Box>{translate('ending.hidden')}</Box>;
  return (
    <Box>
      <Link component={RouterLink} to={`/complaints/${complaint.id}/show`}>
        {complaint.reference}
      </Link>{' '}
      {complaint.title}
    </Box>
  );
};
