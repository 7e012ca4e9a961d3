import { Box } from '@mui/material';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../org/Card';
import { useCapability } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { useListed } from '../words/useListed';
import { Clause } from './Clause';
import type { Demand, PlanVersion } from './plans.graphql';

/** 组织和岗位落实情况: what the preset demands, what meets it, and which positions publishing waits for. */
export const Demands = ({ version: { demands, preset } }: { version: PlanVersion }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const isAdministrator = useCapability('ADMINISTER');
  if (demands.length === 0) return null;
  const count = demands.reduce((sum, { vacancies }) => sum + vacancies.length, 0);
  return (
    <Card title={translate('plans.section.demands')}>
      <Box component="p" sx={{ mb: 2, ...(count ? { color: tokens.warn, fontWeight: 600 } : { color: tokens.met }) }}>
        {translate(count ? 'plans.vacant' : 'plans.allHeld', { count, preset: preset ?? '' })}
      </Box>
      <DemandList
        demands={demands}
        link={isAdministrator ? <Link to="/groups">{translate('plans.toGroups')}</Link> : null}
      />
    </Card>
  );
};

interface DemandListProps {
  demands: readonly Demand[];
  /** Where a missing group is set up. */
  link?: ReactNode;
}

/** Demand by demand: the group that meets it, and what is vacant. */
export const DemandList = ({ demands, link }: DemandListProps) => (
  <Box component="ul" sx={{ listStyle: 'none', display: 'grid', gap: 3 }}>
    {demands.map((demand) => (
      <DemandLine key={`${demand.demand.clause} ${demand.demand.label}`} demand={demand} link={link} />
    ))}
  </Box>
);

interface DemandLineProps {
  demand: Demand;
  link: ReactNode;
}

const DemandLine = ({ demand: { demand, group, vacancies, unitNamesWithout }, link }: DemandLineProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const listed = useListed();
  const isMet = vacancies.length === 0 && unitNamesWithout.length === 0;
  const Icon = isMet ? CircleCheck : TriangleAlert;
  const isSpread = demand.eachUnitKinds.length > 0;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2 }}>
      <Box
        component={Icon}
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        sx={{ flex: 'none', mt: '3px', color: isMet ? tokens.met : tokens.warn }}
      />
      <Box sx={{ minWidth: 0 }}>
        <b>{demand.label}</b> <Clause id={demand.clause} />
        {isSpread ? null : (
          <p>
            {group ? (
              <>
                {translate('plans.metBy')} <Link to={`/groups/${group.id}`}>{group.name}</Link>
              </>
            ) : (
              <>
                {translate('plans.noGroup')} {link}
              </>
            )}
          </p>
        )}
        {vacancies.map(({ position, unitNames }) => (
          <Box component="p" key={position.label} sx={{ color: tokens.warn, ...type.meta }}>
            {translate('plans.vacancy', { position: position.label })}
            {unitNames.length ? ` (${listed(unitNames)})` : ''} <Clause id={position.clause} />
          </Box>
        ))}
        {unitNamesWithout.length ? (
          <Box component="p" sx={{ color: tokens.warn, ...type.meta }}>
            {translate('plans.without', {
              count: unitNamesWithout.length,
              names: listed(unitNamesWithout.slice(0, 5)),
            })}
          </Box>
        ) : null}
      </Box>
    </Box>
  );
};
