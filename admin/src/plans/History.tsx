import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../org/Card';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { type, useTokens } from '../theme/tokens';
import type { PlanVersion } from './plans.graphql';
import { StateChip } from './StateChip';

/** Every version of the plan, newest first, each to be opened or compared with this one. */
export const History = ({ version }: { version: PlanVersion }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string) => dayTimeText(at, now, locale);
  return (
    <Card title={translate('plans.section.history')}>
      <Box component="ol" sx={{ listStyle: 'none', display: 'grid', gap: 3 }}>
        {version.plan.versions.map((each) => {
          const isShown = each.id === version.id;
          const number = translate('plans.number', { number: each.number });
          return (
            <Box component="li" key={each.id} aria-current={isShown || undefined}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
                {isShown ? <b>{number}</b> : <Link to={`/plans/${each.id}`}>{number}</Link>}
                <StateChip version={each} />
                {isShown ? (
                  <Box component="span" sx={{ color: tokens.ink2, ...type.meta }}>
                    {translate('plans.thisOne')}
                  </Box>
                ) : (
                  <Link to={`/plans/${version.id}?with=${each.id}`} replace>
                    {translate('plans.compare', { number: each.number })}
                  </Link>
                )}
              </Box>
              <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
                {each.effectiveAt
                  ? translate(each.endedAt ? 'plans.span' : 'plans.since', {
                      when: when(each.effectiveAt),
                      from: when(each.effectiveAt),
                      to: each.endedAt ? when(each.endedAt) : '',
                    })
                  : translate('plans.begun', { when: when(each.createdAt) })}
              </Box>
            </Box>
          );
        })}
      </Box>
    </Card>
  );
};
