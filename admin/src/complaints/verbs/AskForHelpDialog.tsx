import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { PickRecord } from '../../org/PickRecord';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 请求协办: which unit helps, with what, and by when. */
export const AskForHelpDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'requestCooperation', complaint, onClose });
  const [orgUnitId, setOrgUnitId] = useState<string>();
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const ask = () => {
    setIsChecked(true);
    if (!orgUnitId || !question.trim()) return;
    const input = { orgUnitId, question: question.trim(), dueOn: dueOn || null };
    void run(
      (expectedVersion) => dataProvider.requestCooperation(complaint.id, { ...input, expectedVersion }),
      'verb.helpAsked',
    );
  };
  const noUnit = isChecked && !orgUnitId ? translate('verb.helpUnitEmpty') : undefined;
  const noQuestion = isChecked && !question.trim() ? translate('verb.helpQuestionEmpty') : undefined;
  return (
    <VerbForm
      verb={translate('verb.requestCooperation')}
      complaint={complaint}
      {...verb}
      onSubmit={ask}
      onClose={onClose}
    >
      <PickRecord
        resource="orgUnits"
        filter={{ isActive: true }}
        label={translate('verb.helpUnit')}
        value={orgUnitId}
        onChange={setOrgUnitId}
        problem={noUnit ?? fields.orgUnitId}
      />
      <LabelledField
        label={translate('verb.helpQuestion')}
        multiline
        minRows={3}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        problem={noQuestion ?? fields.question}
      />
      <LabelledField
        label={translate('verb.helpDueOn')}
        isOptional
        type="date"
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
        problem={fields.dueOn}
      />
    </VerbForm>
  );
};
