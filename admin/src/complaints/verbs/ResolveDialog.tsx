import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { dataProvider } from '../../provider/dataProvider';
import { isComplete, noResolution, ResolutionFields, resolutionInput } from './ResolutionFields';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 当场解决: answer a simple complaint at once, with the customer's consent. */
export const ResolveDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'resolveImmediately', complaint, onClose });
  const [resolution, setResolution] = useState(noResolution);
  const [isChecked, setIsChecked] = useState(false);
  const resolve = () => {
    setIsChecked(true);
    if (!isComplete(resolution)) return;
    void run(
      (expectedVersion) =>
        dataProvider.resolveImmediately(complaint.id, { ...resolutionInput(resolution), expectedVersion }),
      'verb.resolveDone',
    );
  };
  return (
    <VerbForm
      verb={translate('verb.resolveImmediately')}
      complaint={complaint}
      {...verb}
      onSubmit={resolve}
      onClose={onClose}
    >
      <ResolutionFields
        value={resolution}
        onChange={setResolution}
        isChecked={isChecked}
        fields={fields}
        category="optional"
      />
    </VerbForm>
  );
};
