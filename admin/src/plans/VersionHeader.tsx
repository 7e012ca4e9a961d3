import { Box, Chip } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { ActionBar } from '../patterns/ActionBar';
import { dayTimeText } from '../patterns/time';
import { UnitBreadcrumb } from '../patterns/UnitBreadcrumb';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { useConnection } from '../provider/live';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { Notice } from './Notice';
import type { PlanVersion } from './plans.graphql';
import { isAnnounced, StateChip } from './StateChip';
import { VersionVerbs, type VersionVerb } from './VersionVerbs';

/** Which version it is, how far it has come and by whom, and what can be done with it. */
export const VersionHeader = ({ version }: { version: PlanVersion }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { plan, number } = version;
  return (
    <Box component="header" sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', color: tokens.ink2 }}>
        <Link to="/plans">{translate('plans.all')}</Link>
        <UnitBreadcrumb path={plan.orgUnit.pathNames} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box component="h1" sx={{ ...type.detailTitle, minWidth: 0, overflowWrap: 'anywhere' }}>
          {plan.name}
        </Box>
        <Chip size="small" label={word('planKind', plan.kind)} />
        <Box component="span" sx={{ fontWeight: 600 }}>
          {translate('plans.number', { number })}
        </Box>
        <StateChip version={version} />
      </Box>
      <Box component="p" sx={{ color: tokens.ink2 }}>
        {useStory(version).join(' · ')}
      </Box>
      {version.state === 'DRAFT' || version.state === 'IN_REVIEW' ? (
        <p>{translate(`plans.next.${version.state}`)}</p>
      ) : null}
      <Verbs version={version} />
      {version.state === 'DRAFT' && version.returnReason ? (
        <Notice>{translate('plans.returned', { reason: version.returnReason })}</Notice>
      ) : null}
      {version.state === 'RETIRED' && version.retireReason ? (
        <Notice>{translate('plans.retiredWhy', { reason: version.retireReason })}</Notice>
      ) : null}
      {version.receipts.some(({ allowedActions }) => allowedActions.length > 0) ? (
        <Notice>
          {translate('plans.signHere')} <a href="#receipts">{translate('plans.toReceipts')}</a>
        </Notice>
      ) : null}
      {plan.kind === 'GENERAL' ? null : <Notice>{translate('plans.onlyRead')}</Notice>}
      {version.basisChanged ? <Notice>{translate('plans.basisChangedNote')}</Notice> : null}
    </Box>
  );
};

/** Who did what with it when, and from when to when it holds. */
function useStory(version: PlanVersion): string[] {
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const when = (at: string) => dayTimeText(at, now, locale);
  const { state, draftedBy, submittedBy, submittedAt, publishedBy, publishedAt, effectiveAt, endedAt } = version;
  const waits = isAnnounced(version);
  return [
    ...(effectiveAt ? [translate(waits ? 'plans.willHold' : 'plans.holds', { when: when(effectiveAt) })] : []),
    ...(endedAt ? [translate('plans.until', { when: when(endedAt) })] : []),
    ...(draftedBy ? [translate('plans.draftedBy', { name: draftedBy.name })] : [translate('plans.byDefault')]),
    ...(state !== 'DRAFT' && submittedBy && submittedAt
      ? [translate('plans.submittedBy', { name: submittedBy.name, when: when(submittedAt) })]
      : []),
    ...(publishedBy && publishedAt
      ? [translate('plans.publishedBy', { name: publishedBy.name, when: when(publishedAt) })]
      : []),
  ];
}

const Verbs = ({ version }: { version: PlanVersion }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { state: line } = useConnection();
  const [verb, setVerb] = useState<VersionVerb>();
  const { allowedActions, plan, state, id } = version;
  // A draft is written in already; another version begins with one that has been published.
  const drafts = state === 'DRAFT' || state === 'IN_REVIEW' ? [] : plan.allowedActions;
  const actions = [...allowedActions, ...drafts];
  if (actions.length === 0) return null;
  return (
    <>
      <ActionBar
        actions={actions}
        urgent={['retirePlanVersion']}
        blockedBy={line === 'offline' ? translate('pattern.connection.blocked') : null}
        onAction={(code) => {
          if (code === 'updatePlanVersion') void navigate(`/plans/${id}/edit`);
          else setVerb(code as VersionVerb);
        }}
      />
      {verb ? <VersionVerbs version={version} verb={verb} onClose={() => setVerb(undefined)} /> : null}
    </>
  );
};
