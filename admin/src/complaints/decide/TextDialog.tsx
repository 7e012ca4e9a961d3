import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';

interface TextDialogProps extends VerbDialogProps {
  verb: 'reviseResolution' | 'tellResult';
  /** The one field that is asked for. */
  field: 'reason' | 'result';
}

/** A verb that asks for one text. */
const TextDialog = ({ complaint, onClose, verb, field }: TextDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...rest } = useVerb({ verb, complaint, onClose });
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const send = () => {
    setIsChecked(true);
    const said = text.trim();
    if (!said) return;
    void run(
      (expectedVersion) =>
        verb === 'tellResult'
          ? dataProvider.tellResult(complaint.id, { result: said, expectedVersion })
          : dataProvider.reviseResolution(complaint.id, { reason: said, expectedVersion }),
      'decide.done',
    );
  };
  const missing = isChecked && !text.trim() ? translate('decide.needed') : undefined;
  return (
    <VerbForm verb={translate(`decide.${verb}`)} complaint={complaint} {...rest} onSubmit={send} onClose={onClose}>
      <LabelledField
        label={translate(`decide.${field}`)}
        multiline
        minRows={3}
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
        problem={missing ?? fields[field]}
      />
    </VerbForm>
  );
};

/** 修订方案: why what was approved is thought over again. */
export const ReviseDialog = (props: VerbDialogProps) => (
  <TextDialog {...props} verb="reviseResolution" field="reason" />
);

/** 告知结果: what the promise of the reply came to. */
export const TellResultDialog = (props: VerbDialogProps) => <TextDialog {...props} verb="tellResult" field="result" />;
