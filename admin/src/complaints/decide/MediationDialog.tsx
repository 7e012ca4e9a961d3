import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { YesNo } from '../verbs/YesNo';

/** 登记调解结果: agreed in writing, or not. */
export const MediationDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'recordMediation', complaint, onClose });
  const [isAgreed, setIsAgreed] = useState<boolean>();
  const [agreement, setAgreement] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const needed = translate('decide.needed');
  const send = () => {
    setIsChecked(true);
    if (isAgreed === undefined || (isAgreed && !agreement.trim())) return;
    const said = isAgreed
      ? { outcome: 'AGREED' as const, agreement: agreement.trim() }
      : { outcome: 'FAILED' as const };
    void run(
      (expectedVersion) => dataProvider.recordMediation(complaint.id, { ...said, expectedVersion }),
      'decide.done',
    );
  };
  return (
    <VerbForm
      verb={translate('decide.recordMediation')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <YesNo
        label={translate('decide.agreed')}
        value={isAgreed}
        onChange={setIsAgreed}
        problem={isChecked && isAgreed === undefined ? needed : fields.outcome}
      />
      {isAgreed ? (
        <LabelledField
          label={translate('decide.agreement')}
          multiline
          minRows={3}
          value={agreement}
          onChange={({ target }) => setAgreement(target.value)}
          problem={isChecked && !agreement.trim() ? needed : fields.agreement}
        />
      ) : null}
    </VerbForm>
  );
};
