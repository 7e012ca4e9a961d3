import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Card } from '../org/Card';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { StaffDetail } from './staff.graphql';

/** The person's places in groups. */
export const Memberships = ({ memberships }: Pick<StaffDetail, 'memberships'>) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string) => dayTimeText(at, now, locale);
  const standing = memberships.filter(
    ({ group, validTo }) => group.isActive && (!validTo || Date.parse(validTo) > now),
  );
  return (
    <Card title={translate('staff.memberships')}>
      {standing.length === 0 ? <p>{translate('staff.noMemberships')}</p> : null}
      <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 2 }}>
        {standing.map(({ id, position, group, validFrom, validTo, approvedAt }) => (
          <li key={id}>
            <b>{group.name}</b> {word('groupPosition', position)}
            <Box component="span" sx={{ display: 'block', color: tokens.ink2, ...type.meta }}>
              {group.orgUnit.name} ·{' '}
              {validTo
                ? translate('grants.term', { from: when(validFrom), to: when(validTo) })
                : translate('grants.since', { from: when(validFrom) })}
              {approvedAt ? '' : ` · ${word('grantState', 'WAITING')}`}
            </Box>
          </li>
        ))}
      </Box>
    </Card>
  );
};
