import { Box, Button, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, PenLine } from 'lucide-react';
import { useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Pager } from '../complaints/Pager';
import type { PlanFilter, PlanKind } from '../gql/graphql';
import { ChooseMany } from '../layout/ChooseMany';
import { CountButton } from '../layout/CountButton';
import { ListFound } from '../layout/ListFound';
import { usePageTitle } from '../layout/usePageTitle';
import { PickRecord } from '../org/PickRecord';
import { useViewer, type Viewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { DraftDialog } from './DraftDialog';
import { PlanLines } from './PlanLines';
import type { PlanRow } from './planList.graphql';
import { planCount } from './plans.provider';

const kinds: readonly PlanKind[] = ['GENERAL', 'MASS', 'SPECIAL'];

/** Every plan of every unit: what is in force, what is being written, what waits for somebody. */
export const PlansPage = () => {
  const translate = useTranslate();
  usePageTitle(translate('plans.title'));
  return (
    <ListBase resource="plans" perPage={25} disableAuthentication>
      <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
        <Header />
        <Counts />
        <Filters />
        <Paper component="section" aria-label={translate('plans.list')} sx={{ overflow: 'hidden' }}>
          <ListFound<PlanRow>
            failed={translate('plans.failed')}
            empty={translate('plans.empty')}
            emptyNote={translate('plans.emptyNote')}
            rows={4}
          >
            {(plans) => <PlanLines plans={plans} />}
          </ListFound>
          <Pager />
        </Paper>
      </Box>
    </ListBase>
  );
};

const holds = (viewer: Viewer | undefined, roles: readonly string[]) =>
  viewer?.roles.some(({ role }) => roles.includes(role)) ?? false;

const Header = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const viewer = useViewer();
  const [isDrafting, setIsDrafting] = useState(false);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <Box component="h1" sx={type.listTitle}>
        {translate('plans.title')}
      </Box>
      <Box component="p" sx={{ flex: 1, minWidth: 240, color: tokens.ink2 }}>
        {translate('plans.about')}
      </Box>
      {holds(viewer, ['ADMIN']) ? (
        <Button component={Link} to="/plans/adopt" variant="contained">
          <LayoutTemplate size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('plans.adopt')}
        </Button>
      ) : null}
      {holds(viewer, ['DESK', 'MANAGER']) ? (
        <Button variant="contained" onClick={() => setIsDrafting(true)}>
          <PenLine size={16} strokeWidth={1.75} aria-hidden="true" />
          {translate('plans.draft')}
        </Button>
      ) : null}
      {isDrafting ? <DraftDialog onClose={() => setIsDrafting(false)} /> : null}
    </Box>
  );
};

type Part = Pick<PlanFilter, 'versionState' | 'basisChanged' | 'awaitsReceiptOf'>;

/** What waits, each a number that shows its plans. */
const Counts = () => {
  const translate = useTranslate();
  const word = useWord();
  const unitId = useViewer()?.staff?.orgUnit.id;
  const parts: readonly (readonly [name: string, part: Part, isUrgent?: boolean])[] = [
    [translate('jiesu.all'), {}],
    [word('planVersionState', 'DRAFT'), { versionState: ['DRAFT'] }],
    [word('planVersionState', 'IN_REVIEW'), { versionState: ['IN_REVIEW'] }],
    [translate('plans.basisChanged'), { basisChanged: true }],
    ...(unitId ? [[translate('plans.toSign'), { awaitsReceiptOf: unitId }, true] as const] : []),
  ];
  return (
    <Paper
      role="group"
      aria-label={translate('plans.counts')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '2px', p: 1 }}
    >
      {parts.map(([name, part, isUrgent]) => (
        <Count key={name} name={name} part={part} isUrgent={isUrgent ?? false} />
      ))}
    </Paper>
  );
};

const partOf = ({ versionState, basisChanged, awaitsReceiptOf }: PlanFilter): Part => ({
  ...(versionState && { versionState }),
  ...(basisChanged && { basisChanged }),
  ...(awaitsReceiptOf && { awaitsReceiptOf }),
});

const Count = ({ name, part, isUrgent }: { name: string; part: Part; isUrgent: boolean }) => {
  const { filterValues, setFilters } = useListContext();
  const filter = filterValues as PlanFilter;
  const { versionState: _state, basisChanged: _basis, awaitsReceiptOf: _unit, ...rest } = filter;
  const wanted = { ...rest, ...part };
  const { data } = useQuery(planCount(wanted));
  return (
    <CountButton
      name={name}
      count={data}
      isChosen={JSON.stringify(partOf(filter)) === JSON.stringify(part)}
      isUrgent={isUrgent && Boolean(data)}
      onChoose={() => setFilters(wanted)}
    />
  );
};

const Filters = () => {
  const translate = useTranslate();
  const word = useWord();
  const { filterValues, setFilters } = useListContext();
  const { kind, orgUnitId, ...rest } = filterValues as PlanFilter;
  const change = (now: Pick<PlanFilter, 'kind' | 'orgUnitId'>) =>
    setFilters({
      ...rest,
      ...(now.kind?.length && { kind: now.kind }),
      ...(now.orgUnitId && { orgUnitId: now.orgUnitId }),
    });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
      <ChooseMany
        label={translate('plans.kind')}
        values={kinds}
        chosen={kind ?? []}
        onChange={(chosen) => change({ kind: chosen, orgUnitId: orgUnitId ?? null })}
        nameOf={(each) => word('planKind', each)}
      />
      <PickRecord
        resource="orgUnits"
        label={translate('plans.unitAndBelow')}
        isOptional
        value={orgUnitId ?? undefined}
        onChange={(id) => change({ kind: kind ?? null, orgUnitId: id ?? null })}
      />
    </Box>
  );
};
