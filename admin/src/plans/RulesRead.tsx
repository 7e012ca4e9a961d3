import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../complaints/Facts';
import { Card } from '../org/Card';
import { LevelBadge } from '../patterns/LevelBadge';
import { type, useTokens } from '../theme/tokens';
import { useListed } from '../words/useListed';
import { useWord } from '../words/useWord';
import { Clause } from './Clause';
import { LimitsTable } from './LimitsTable';
import { HandlingRead } from './HandlingRead';
import type { PlanVersion } from './plans.graphql';
import type { Rules } from './rules.graphql';
import { Regulations } from './Regulations';
import { StepsTable } from './StepsTable';
import { useCategoryName } from './useCategoryName';

/** The rules of a version, each with the clause that it follows. */
export const RulesRead = ({ version }: { version: PlanVersion }) => {
  const rules = version.policy;
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <>
      <Classification rules={rules} />
      <Card title={translate('plans.section.limits')}>
        <LimitsTable limits={rules.limits} />
        <Box component="p" sx={{ mt: 2, color: tokens.ink2, ...type.meta }}>
          {translate('plans.clauseNote')}
        </Box>
      </Card>
      <HandlingRead version={version} />
      <Card title={translate('plans.section.reminders')}>
        <Reminders rules={rules} />
      </Card>
      <Card title={translate('plans.section.steps')}>
        <StepsTable steps={rules.steps} />
      </Card>
      {rules.regulations.length ? (
        <Card title={translate('plans.section.regulations')}>
          <Regulations codes={rules.regulations} />
        </Card>
      ) : null}
    </>
  );
};

const Classification = ({ rules: { leastLevels, emergencies } }: { rules: Rules }) => {
  const translate = useTranslate();
  const word = useWord();
  const nameOf = useCategoryName();
  return (
    <Card title={translate('plans.section.classes')}>
      <h3>{translate('plans.leastLevels')}</h3>
      <Lines>
        {leastLevels.map(({ categoryCode, level, clause }) => (
          <Box
            component="li"
            key={categoryCode}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
          >
            {nameOf(categoryCode)}
            {translate('plans.atLeast')}
            <LevelBadge level={level} />
            <Clause id={clause} />
          </Box>
        ))}
      </Lines>
      <h3>{translate('plans.emergencies')}</h3>
      <Lines>
        {emergencies.map(({ categoryCode, riskFlag, clause }) => (
          <li key={`${categoryCode} ${riskFlag}`}>
            {riskFlag
              ? translate('plans.flag', { name: word('riskFlag', riskFlag) })
              : translate('plans.category', { name: nameOf(categoryCode ?? '') })}{' '}
            <Clause id={clause} />
          </li>
        ))}
      </Lines>
    </Card>
  );
};

const Lines = ({ children }: { children: readonly React.ReactNode[] }) => {
  const tokens = useTokens();
  const none = useTranslate()('jiesu.none');
  return children.length ? (
    <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 1, mt: 1, '& + h3': { mt: 4 } }}>
      {children}
    </Box>
  ) : (
    <Box component="p" sx={{ color: tokens.ink2, '& + h3': { mt: 4 } }}>
      {none}
    </Box>
  );
};

const Reminders = ({ rules: { pauses, warnShare, breachToLeadersHours, quietHours } }: { rules: Rules }) => {
  const translate = useTranslate();
  const word = useWord();
  const listed = useListed();
  const paused = listed(pauses.map(({ clock }) => word('limitedClock', clock)));
  const clauses = [...new Set(pauses.flatMap(({ clause }) => clause ?? []))];
  const isNever = quietHours.from === 24 && quietHours.to === 0;
  return (
    <Facts
      facts={[
        [
          translate('plans.pauses'),
          paused ? (
            <span key="pauses">
              {translate('plans.pausesWhile', { clocks: paused })}{' '}
              {clauses.map((id) => (
                <Clause key={id} id={id} />
              ))}
            </span>
          ) : (
            translate('plans.noPause')
          ),
        ],
        [translate('plans.warnShare'), translate('plans.warnAt', { percent: Math.round(warnShare * 1000) / 10 })],
        [translate('plans.breachToLeaders'), translate('plans.hoursAfter', { count: breachToLeadersHours })],
        [
          translate('plans.quietHours'),
          isNever ? translate('jiesu.none') : translate('plans.fromTo', { from: quietHours.from, to: quietHours.to }),
        ],
      ]}
    />
  );
};
