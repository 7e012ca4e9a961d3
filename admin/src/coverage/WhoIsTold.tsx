import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EscalationTrigger, Level } from '../gql/graphql';
import { ChooseOne } from '../layout/ChooseOne';
import { Card } from '../org/Card';
import { EmptyState } from '../patterns/EmptyState';
import { spokenDuration } from '../patterns/time';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { request } from '../provider/client';
import { radius, type, useTokens } from '../theme/tokens';
import { useListed } from '../words/useListed';
import { useWord } from '../words/useWord';
import { CoverageLadderDocument, type LadderStep } from './coverage.graphql';
import { levels, triggers } from './values';

/** Who would be told of a complaint of this unit, step by step. */
export const WhoIsTold = ({ unitId }: { unitId: string }) => {
  const translate = useTranslate();
  const word = useWord();
  const [trigger, setTrigger] = useState<EscalationTrigger>('NO_FIRST_RESPONSE');
  const [level, setLevel] = useState<Level>('GENERAL');
  const { data } = useQuery({
    queryKey: ['coverage', 'ladder', unitId, trigger, level],
    queryFn: async ({ signal }) =>
      (await request(CoverageLadderDocument, { orgUnitId: unitId, trigger, level }, signal)).escalationCoverage,
  });
  return (
    <Card title={translate('coverage.whoIsTold', { unit: data?.orgUnit.name ?? '' })}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', sm: '260px 200px' }, mb: 3 }}>
        <ChooseOne
          label={translate('coverage.trigger')}
          values={triggers}
          value={trigger}
          onChange={(chosen) => chosen && setTrigger(chosen)}
          nameOf={(each) => word('trigger', each)}
        />
        <ChooseOne
          label={translate('coverage.level')}
          values={levels}
          value={level}
          onChange={(chosen) => chosen && setLevel(chosen)}
          nameOf={(each) => word('level', each)}
        />
      </Box>
      {data?.ladder.length === 0 ? <EmptyState title={translate('coverage.notEscalated')} /> : null}
      <Box
        component="ol"
        aria-live="polite"
        sx={{
          listStyle: 'none',
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fit, minmax(200px, 1fr))' },
        }}
      >
        {data?.ladder.map((each) => (
          <Step key={each.step} each={each} />
        ))}
      </Box>
    </Card>
  );
};

const Step = ({ each }: { each: LadderStep }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const locale = useTimeLocale();
  const listed = useListed();
  const { step, staff, group, department, orgUnit, afterMinutes } = each;
  const isEmpty = staff.length === 0;
  return (
    <Box
      component="li"
      sx={{
        p: 3,
        minWidth: 0,
        borderRadius: `${radius.control}px`,
        border: '1px solid',
        borderColor: isEmpty ? tokens.warnUi : tokens.line,
        backgroundColor: isEmpty ? tokens.warnSoft : tokens.sunken,
        color: isEmpty ? tokens.warn : tokens.ink,
      }}
    >
      <Box sx={{ color: isEmpty ? 'inherit' : tokens.ink2, ...type.meta }}>
        {step} {word('escalationLevel', step)}
      </Box>
      <Box sx={{ fontWeight: 600 }}>
        {isEmpty ? translate('coverage.passedOver') : listed(staff.map(({ name }) => name))}
      </Box>
      <Box sx={type.meta}>
        {group ? <Link to={`/groups/${group.id}`}>{group.name}</Link> : (department?.name ?? orgUnit?.name)}
      </Box>
      {afterMinutes === null ? null : (
        <Box sx={{ color: tokens.ink2, ...type.caption }}>
          {afterMinutes === 0
            ? translate('coverage.atOnce')
            : translate('coverage.after', { time: spokenDuration(afterMinutes * 60_000, locale) })}
        </Box>
      )}
    </Box>
  );
};
