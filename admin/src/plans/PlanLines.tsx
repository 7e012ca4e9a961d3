import { Box } from '@mui/material';
import { TriangleAlert } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { PlanRow } from './planList.graphql';
import { isAnnounced, StateChip } from './StateChip';

/** Plans line by line: which it is, what is in force, what is being written. */
export const PlanLines = ({ plans }: { plans: readonly PlanRow[] }) => (
  <Box component="ul" sx={{ listStyle: 'none' }}>
    {plans.map((plan) => (
      <PlanLine key={plan.id} plan={plan} />
    ))}
  </Box>
);

const PlanLine = ({ plan }: { plan: PlanRow }) => {
  const tokens = useTokens();
  const word = useWord();
  const now = useNow();
  const shown = plan.versions.find(({ isInForce }) => isInForce) ?? plan.versions[0];
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: '6px 20px',
        alignItems: 'start',
        p: '12px 16px',
        borderTop: `1px solid ${tokens.line}`,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr)' },
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box component={Link} to={`/plans/${shown?.id}`} sx={{ color: tokens.primary, fontWeight: 600 }}>
          {plan.name}
        </Box>
        <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
          {word('planKind', plan.kind)} · {plan.orgUnit.pathNames.join(' › ')}
        </Box>
      </Box>
      <Current plan={plan} now={now} />
      <Coming plan={plan} now={now} />
    </Box>
  );
};

interface AtProps {
  plan: PlanRow;
  now: number;
}

/** What is in force, and whether what it rests on still is. */
const Current = ({ plan, now }: AtProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const locale = useTimeLocale();
  const version = plan.versions.find(({ isInForce }) => isInForce);
  if (!version) {
    return (
      <Box sx={{ color: tokens.ink2 }}>
        {translate(plan.versions[0]?.state === 'RETIRED' ? 'plans.retired' : 'plans.noneInForce')}
      </Box>
    );
  }
  return (
    <Box sx={{ minWidth: 0 }}>
      {translate('plans.inForce', { number: version.number })}
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('plans.since', { when: dayTimeText(version.effectiveAt ?? now, now, locale) })}
      </Box>
      {version.basisChanged ? (
        <Box component="p" sx={{ color: tokens.warn, ...type.meta, fontWeight: 600 }}>
          <Box
            component={TriangleAlert}
            size={14}
            strokeWidth={1.75}
            aria-hidden="true"
            sx={{ mr: 1, verticalAlign: '-2px' }}
          />
          {translate('plans.basisChanged')}
        </Box>
      ) : null}
    </Box>
  );
};

/** Drafts, what is in review, and what is announced for a later day. */
const Coming = ({ plan, now }: AtProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const locale = useTimeLocale();
  const open = plan.versions.filter(
    (version) => version.state === 'DRAFT' || version.state === 'IN_REVIEW' || isAnnounced(version),
  );
  return (
    <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 1 }}>
      {open.map((version) => (
        <Box component="li" key={version.id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <Box component={Link} to={`/plans/${version.id}`} sx={{ color: tokens.primary }}>
            {translate('plans.number', { number: version.number })}
          </Box>
          <StateChip version={version} />
          {isAnnounced(version) ? (
            <Box component="span" sx={{ color: tokens.ink2, ...type.meta }}>
              {translate('plans.since', { when: dayTimeText(version.effectiveAt ?? now, now, locale) })}
            </Box>
          ) : null}
        </Box>
      ))}
    </Box>
  );
};
