import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import type { GroupKind, PlanPresetCode } from '../gql/graphql';
import { useChangedForm } from '../layout/changedForms';
import { usePageTitle } from '../layout/usePageTitle';
import { Card } from '../org/Card';
import { PickRecord } from '../org/PickRecord';
import { useSend } from '../org/useSend';
import { ErrorState } from '../patterns/ErrorState';
import { SkeletonRows } from '../patterns/SkeletonRows';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { useViewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { AdoptDemands } from './AdoptDemands';
import { AdoptPlanPresetDocument, PlanPresetsDocument, type Preset } from './adopt.graphql';
import { hasLeader, inputOf, type NewGroup } from './newGroup';
import { PresetChanges } from './PresetChanges';
import { PresetChoice } from './PresetChoice';

/** 套用模板: which preset, for which unit, what it changes and whom it demands; then the draft. */
export const AdoptPage = () => {
  const translate = useTranslate();
  const locale = useTimeLocale();
  usePageTitle(translate('plans.adopt'));
  const { data, error, refetch } = useQuery({
    queryKey: ['planPresets', locale],
    queryFn: async ({ signal }) => (await request(PlanPresetsDocument, {}, signal)).planPresets,
    staleTime: Infinity,
  });
  const failed = { title: translate('adopt.failed'), errorId: asApiError(error).id };
  return (
    <Box sx={{ display: 'grid', gap: 3, p: { xs: 4, md: 5 }, minWidth: 0 }}>
      <Link to="/plans">{translate('plans.all')}</Link>
      <Box component="h1" sx={type.listTitle}>
        {translate('plans.adopt')}
      </Box>
      {error ? <ErrorState {...failed} onRetry={() => void refetch()} /> : null}
      {data ? <Adopt presets={data} /> : error ? null : <SkeletonRows count={6} />}
    </Box>
  );
};

const Adopt = ({ presets }: { presets: readonly Preset[] }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const navigate = useNavigate();
  const [code, setCode] = useState<PlanPresetCode>();
  const home = useViewer()?.staff?.orgUnit;
  const [unitId, setUnitId] = useState(home?.id);
  const [groups, setGroups] = useState<Partial<Record<GroupKind, NewGroup>>>({});
  const [isChecked, setIsChecked] = useState(false);
  const { run, isSending, problem, fields } = useSend(() => undefined);
  useChangedForm(() => code !== undefined && !isSending);
  const preset = presets.find((each) => each.code === code);
  const wanted = Object.values(groups);
  const choose = (next: PlanPresetCode) => {
    setCode(next);
    setGroups({});
    setIsChecked(false);
  };
  const send = () => {
    setIsChecked(true);
    if (!code || !unitId || !wanted.every(hasLeader)) return;
    const input = { preset: code, orgUnitId: unitId, groups: wanted.map(inputOf) };
    const adopt = async () => {
      const { adoptPlanPreset } = await request(AdoptPlanPresetDocument, { input });
      void navigate(`/plans/${adoptPlanPreset.id}`);
    };
    void run(adopt, 'adopt.done');
  };
  return (
    <>
      <Box component="p" sx={{ color: tokens.ink2, maxWidth: 760 }}>
        {translate('adopt.about')}
      </Box>
      <Card title={translate('adopt.which')}>
        <PresetChoice presets={presets} value={code} onChange={choose} />
      </Card>
      {preset ? (
        <>
          <Card title={translate('adopt.where')}>
            <Box sx={{ maxWidth: 420 }}>
              <PickRecord
                resource="orgUnits"
                label={translate('plans.unit')}
                value={unitId}
                valueName={unitId === home?.id ? home?.name : undefined}
                onChange={(id) => {
                  setUnitId(id);
                  setGroups({});
                }}
                problem={fields['orgUnitId'] ?? (isChecked && !unitId ? translate('plans.required') : undefined)}
              />
            </Box>
          </Card>
          {unitId ? (
            <AdoptDemands
              preset={preset.code}
              unitId={unitId}
              groups={groups}
              onChange={setGroups}
              fields={fields}
              isChecked={isChecked}
            />
          ) : null}
          <PresetChanges preset={preset} />
          {problem ? (
            <Box role="alert" sx={{ color: tokens.breach }}>
              {problem}
            </Box>
          ) : null}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
            <Button variant="contained" disabled={isSending} onClick={send}>
              {translate(isSending ? 'verb.sending' : 'plans.adopt')}
            </Button>
            <Box component="span" sx={{ color: tokens.ink2, ...type.meta }}>
              {translate('adopt.next')}
            </Box>
          </Box>
        </>
      ) : null}
    </>
  );
};
