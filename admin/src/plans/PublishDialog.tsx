import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../complaints/Facts';
import { VerbForm } from '../complaints/verbs/VerbForm';
import { bankMinute, instantOf } from '../layout/bankDay';
import { Choices } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { useSend } from '../org/useSend';
import { useNow } from '../patterns/useNow';
import { request } from '../provider/client';
import { FieldProblems } from './FieldProblems';
import { Notice } from './Notice';
import { PublishPlanVersionDocument } from './verbs.graphql';
import type { VersionDialogProps } from './VersionVerbs';

const tomorrow = (now: number) => `${bankMinute(now + 24 * 3_600_000).slice(0, 10)}T00:00`;

/** 发布: from when it is in force, what it takes the place of, and who is then asked to sign. */
export const PublishDialog = ({ version, label, onClose }: VersionDialogProps) => {
  const translate = useTranslate();
  const now = useNow();
  const { run, fields, ...sending } = useSend(onClose);
  const [start, setStart] = useState<'now' | 'later'>('now');
  const [at, setAt] = useState(() => tomorrow(now));
  const { effectiveAt: dayProblem, ...others } = fields;
  const {
    id,
    version: expectedVersion,
    plan,
    number,
    duties,
    submittedBy,
    demands,
    deskGroup,
    deskDepartment,
  } = version;
  const former = plan.versions.find(({ isInForce }) => isInForce);
  const vacant = demands.reduce((sum, { vacancies }) => sum + vacancies.length, 0);
  const units = new Set(duties.map(({ orgUnit }) => orgUnit.id)).size;
  const effectiveAt = start === 'later' ? instantOf(at) : undefined;
  const isUnknown = start === 'later' && !effectiveAt;
  const isPast = effectiveAt !== undefined && new Date(effectiveAt).getTime() < now;
  const send = () => {
    if (isUnknown || isPast) return;
    const input = { expectedVersion, effectiveAt: effectiveAt ?? null };
    void run(() => request(PublishPlanVersionDocument, { id, input }), 'plans.published');
  };
  return (
    <VerbForm
      verb={label}
      complaint={{ reference: plan.name, title: translate('plans.number', { number }) }}
      {...sending}
      onSubmit={send}
      onClose={onClose}
    >
      {vacant ? <Notice>{translate('plans.vacantAsk', { count: vacant })}</Notice> : null}
      <p>{translate(plan.kind === 'GENERAL' ? 'plans.publishAsk' : 'plans.publishOnlyRead')}</p>
      <Facts
        width={90}
        facts={[
          [translate('plans.submitter'), submittedBy?.name],
          [
            translate('plans.replaces'),
            former ? translate('plans.number', { number: former.number }) : translate('jiesu.none'),
          ],
          [
            translate('plans.section.desk'),
            deskGroup?.name ?? deskDepartment?.name ?? translate('plans.nearestOffice'),
          ],
          [
            translate('plans.unitsToSign'),
            units ? translate('plans.units', { count: units }) : translate('jiesu.none'),
          ],
        ]}
      />
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Choices
          label={translate('plans.from')}
          values={['now', 'later'] as const}
          value={start}
          onChange={setStart}
          nameOf={(each) => translate(`plans.start.${each}`)}
        />
        {start === 'later' ? (
          <LabelledField
            label={translate('plans.effectiveAt')}
            type="datetime-local"
            value={at}
            onChange={({ target }) => setAt(target.value)}
            problem={
              dayProblem ??
              (isUnknown ? translate('plans.required') : isPast ? translate('plans.inThePast') : undefined)
            }
          />
        ) : null}
      </Box>
      <FieldProblems version={version} fields={start === 'later' ? others : fields} />
    </VerbForm>
  );
};
