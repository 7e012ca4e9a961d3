import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslate } from 'react-admin';
import type { GroupKind, PlanPresetCode } from '../gql/graphql';
import { Card } from '../org/Card';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { PlanDemandsDocument } from './adopt.graphql';
import { DemandList } from './Demands';
import { NewGroupFields } from './NewGroupFields';
import { newGroup, type NewGroup } from './newGroup';
import type { Demand } from './plans.graphql';

type Groups = Partial<Record<GroupKind, NewGroup>>;

interface AdoptDemandsProps {
  preset: PlanPresetCode;
  unitId: string;
  groups: Groups;
  onChange(groups: Groups): void;
  fields: Readonly<Record<string, string>>;
  isChecked: boolean;
}

/** What the preset demands of the unit: what is there already, and what may be set up in the same step. */
export const AdoptDemands = ({ preset, unitId, groups, onChange, fields, isChecked }: AdoptDemandsProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const locale = useTimeLocale();
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', 'demands', preset, unitId, locale],
    queryFn: async ({ signal }) =>
      (await request(PlanDemandsDocument, { preset, orgUnitId: unitId }, signal)).planDemands ?? [],
  });
  if (error) {
    const { code, id } = asApiError(error);
    const title = translate(code === 'NOT_FOUND' ? 'adopt.notYours' : 'adopt.demandsFailed');
    return <ErrorState title={title} errorId={id} onRetry={() => void refetch()} />;
  }
  const missing = data?.filter(({ demand, group }) => !group && demand.eachUnitKinds.length === 0) ?? [];
  const places = Object.keys(groups);
  return (
    <Card title={translate('adopt.demands')}>
      {data ? <DemandList demands={data} /> : <SkeletonRows count={3} />}
      {missing.length ? (
        <Box sx={{ display: 'grid', gap: 3, mt: 3, pt: 3, borderTop: `1px solid ${tokens.line}` }}>
          <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
            {translate('adopt.setUpNote')}
          </Box>
          {missing.map(({ demand }) => (
            <SetUp
              key={demand.groupKind}
              demand={demand}
              group={groups[demand.groupKind]}
              onChange={(group) => {
                const { [demand.groupKind]: _former, ...rest } = groups;
                onChange(group ? { ...groups, [demand.groupKind]: group } : rest);
              }}
              problems={problemsAt(fields, places.indexOf(demand.groupKind))}
              isChecked={isChecked}
            />
          ))}
        </Box>
      ) : null}
    </Card>
  );
};

/** The problems of one group of the input, by the field within it. */
const problemsAt = (fields: Readonly<Record<string, string>>, index: number): Record<string, string> => {
  const start = `groups.${index}.`;
  const own = Object.entries(fields).filter(([path]) => path.startsWith(start));
  return Object.fromEntries(own.map(([path, message]) => [path.slice(start.length), message]));
};

interface SetUpProps {
  demand: Demand['demand'];
  group: NewGroup | undefined;
  onChange(group: NewGroup | undefined): void;
  problems: Readonly<Record<string, string>>;
  isChecked: boolean;
}

const SetUp = ({ demand, group, onChange, problems, isChecked }: SetUpProps) => {
  const translate = useTranslate();
  if (group) {
    return (
      <NewGroupFields
        title={demand.label}
        group={group}
        onChange={onChange}
        onRemove={() => onChange(undefined)}
        problems={problems}
        isChecked={isChecked}
      />
    );
  }
  return (
    <Box>
      <Button onClick={() => onChange(newGroup(demand))}>
        <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
        {translate('adopt.setUp', { name: demand.label })}
      </Button>
    </Box>
  );
};
