import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ChooseMany } from '../../layout/ChooseMany';
import { ChooseOne } from '../../layout/ChooseOne';
import { LabelledField } from '../../layout/LabelledField';
import { useCodeList } from '../../org/useCodeList';
import { dataProvider } from '../../provider/dataProvider';
import { ReasonField } from '../verbs/ReasonField';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { Checks, proposalChecks } from './Checks';
import { kinds, noDraft, proposalInput, verdicts, type Draft } from './proposal';
import { TaskFields } from './TaskFields';

/** 提出处理意见: what was found, its root cause, and what is to be done; the plan says who approves it. */
export const ProposeDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'proposeResolution', complaint, onClose });
  const [draft, setDraft] = useState(noDraft);
  const [isChecked, setIsChecked] = useState(false);
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const needed = translate('decide.needed');
  const isWhole = draft.tasks.every(({ dueOn }) => dueOn !== '');
  const send = () => {
    setIsChecked(true);
    if (!draft.causeCode || !draft.summary.trim() || !draft.kinds.length || !isWhole) return;
    void run(
      (expectedVersion) => dataProvider.proposeResolution(complaint.id, { ...proposalInput(draft), expectedVersion }),
      'decide.done',
    );
  };
  return (
    <VerbForm
      verb={translate('decide.proposeResolution')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <ChooseOne
        label={translate('decide.verdict')}
        values={verdicts}
        value={draft.verdict}
        onChange={(verdict) => set({ verdict })}
        nameOf={(value) => translate(`decide.verdicts.${value}`)}
        problem={fields.verdict}
      />
      <Cause
        value={draft.causeCode}
        onChange={(causeCode) => set({ causeCode })}
        problem={isChecked && !draft.causeCode ? needed : fields.causeCode}
      />
      <LabelledField
        label={translate('decide.summary')}
        multiline
        minRows={3}
        value={draft.summary}
        onChange={({ target }) => set({ summary: target.value })}
        problem={isChecked && !draft.summary.trim() ? needed : fields.summary}
      />
      <ChooseMany
        label={translate('decide.kinds')}
        values={kinds}
        chosen={draft.kinds}
        onChange={(chosen) => set({ kinds: chosen })}
        nameOf={(value) => translate(`decide.kind.${value}`)}
      />
      <OfKinds draft={draft} set={set} fields={fields} />
      {draft.kinds.includes('REJECTED') ? null : (
        <TaskFields value={draft.tasks} onChange={(tasks) => set({ tasks })} fields={fields} />
      )}
      <LabelledField
        label={translate('decide.noEvidenceReason')}
        isOptional
        value={draft.noEvidenceReason}
        onChange={({ target }) => set({ noEvidenceReason: target.value })}
        problem={fields.noEvidenceReason}
      />
      <Checks names={proposalChecks} value={draft.checks} onChange={(checks) => set({ checks })} fields={fields} />
    </VerbForm>
  );
};

interface CauseProps {
  value: string | undefined;
  onChange(code: string | undefined): void;
  problem: string | undefined;
}

const Cause = (choice: CauseProps) => {
  const translate = useTranslate();
  const causes = useCodeList('CAUSE');
  return (
    <ChooseOne
      label={translate('decide.cause')}
      values={causes.map(({ code }) => code)}
      {...choice}
      nameOf={(code) => causes.find((each) => each.code === code)?.name ?? code}
    />
  );
};

interface OfKindsProps {
  draft: Draft;
  set(more: Partial<Draft>): void;
  fields: Readonly<Record<string, string>>;
}

/** What the chosen kinds ask for. */
const OfKinds = ({ draft, set, fields }: OfKindsProps) => {
  const translate = useTranslate();
  const has = (kind: Draft['kinds'][number]) => draft.kinds.includes(kind);
  return (
    <>
      {has('COMPENSATION') ? (
        <LabelledField
          label={translate('decide.amount')}
          value={draft.amount}
          onChange={({ target }) => set({ amount: target.value })}
          problem={fields['compensation.amount'] ?? fields.compensation}
        />
      ) : null}
      {has('MEDIATION') ? (
        <>
          <LabelledField
            label={translate('decide.mediator')}
            value={draft.mediator}
            onChange={({ target }) => set({ mediator: target.value })}
            problem={fields['mediation.mediator'] ?? fields.mediation}
          />
          <LabelledField
            label={translate('decide.mediationOn')}
            type="date"
            value={draft.mediationOn}
            onChange={({ target }) => set({ mediationOn: target.value })}
            problem={fields['mediation.on']}
          />
        </>
      ) : null}
      {has('REJECTED') ? (
        <>
          <ReasonField
            label={translate('decide.rejectionCode')}
            value={draft.rejectionCode}
            onChange={(rejectionCode) => set({ rejectionCode })}
            problem={fields.rejectionCode}
          />
          <LabelledField
            label={translate('decide.rejectionNotice')}
            multiline
            minRows={2}
            value={draft.rejectionNotice}
            onChange={({ target }) => set({ rejectionNotice: target.value })}
            problem={fields.rejectionNotice}
          />
        </>
      ) : null}
    </>
  );
};
