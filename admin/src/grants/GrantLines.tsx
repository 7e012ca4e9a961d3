import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActionBar } from '../patterns/ActionBar';
import { PersonChip } from '../patterns/PersonChip';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { useConnection } from '../provider/live';
import { type, useTokens, type Tokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { GrantVerbDialog } from './GrantVerbDialog';
import type { GrantRow } from './grants.graphql';

interface GrantLinesProps {
  grants: readonly GrantRow[];
  /** On the person's own page the person goes without saying. */
  hidesPerson?: boolean;
}

/** Grants line by line: who, what, where, how long, by whom, and what can be done. */
export const GrantLines = ({ grants, hidesPerson }: GrantLinesProps) => (
  <Box component="ul" sx={{ listStyle: 'none' }}>
    {grants.map((grant) => (
      <GrantLine key={grant.id} grant={grant} hidesPerson={hidesPerson ?? false} />
    ))}
  </Box>
);

const GrantLine = ({ grant, hidesPerson }: { grant: GrantRow; hidesPerson: boolean }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { state } = useConnection();
  const [verb, setVerb] = useState<string>();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: '6px 20px',
        alignItems: 'center',
        p: hidesPerson ? '10px 0' : '12px 16px',
        borderTop: `1px solid ${tokens.line}`,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: hidesPerson ? 'minmax(0, 1fr) auto' : '200px minmax(0, 1fr) auto',
        },
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      {hidesPerson ? null : (
        <Link to={`/staff/${grant.staff.id}`} style={{ color: 'inherit', textDecoration: 'none' }}>
          <PersonChip person={{ name: grant.staff.name, unitName: grant.staff.orgUnit.name }} />
        </Link>
      )}
      <What grant={grant} />
      {grant.allowedActions.length > 0 ? (
        <ActionBar
          actions={grant.allowedActions}
          onAction={setVerb}
          blockedBy={state === 'offline' ? translate('pattern.connection.blocked') : null}
          hasMain={false}
        />
      ) : null}
      {verb ? <GrantVerbDialog grant={grant} verb={verb} onClose={() => setVerb(undefined)} /> : null}
    </Box>
  );
};

const What = ({ grant }: { grant: GrantRow }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { role, orgUnit, withSubtree, state } = grant;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'baseline' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {word('role', role)}
        </Box>
        <span>
          {orgUnit.name}
          {withSubtree ? ` · ${translate('grants.withSubtree')}` : ''}
        </span>
        <Box component="span" sx={{ ...type.caption, fontWeight: 600, color: colourOf(state, tokens) }}>
          {word('grantState', state)}
        </Box>
      </Box>
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {useHistory(grant).join(' · ')}
      </Box>
    </Box>
  );
};

const colourOf = (state: GrantRow['state'], tokens: Tokens) =>
  ({ WAITING: tokens.warn, UPCOMING: tokens.ink2, EFFECTIVE: tokens.met, ENDED: tokens.ink2 })[state];

/** How long it holds, who gave it, who approved it, when it was taken back. */
function useHistory({ validFrom, validTo, grantedBy, approvedBy, revokedAt }: GrantRow): string[] {
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string) => dayTimeText(at, now, locale);
  return [
    validTo
      ? translate('grants.term', { from: when(validFrom), to: when(validTo) })
      : translate('grants.since', { from: when(validFrom) }),
    ...(grantedBy ? [translate('grants.by', { name: grantedBy.name })] : []),
    ...(approvedBy ? [translate('grants.approvedBy', { name: approvedBy.name })] : []),
    ...(revokedAt ? [translate('grants.revokedAt', { when: when(revokedAt) })] : []),
  ];
}
