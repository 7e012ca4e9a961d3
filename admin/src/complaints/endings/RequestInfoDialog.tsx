import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bankDay } from '../../layout/bankDay';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { Hint } from './Hint';

const week = 7 * 86_400_000;

/** 了解情况: ask the customer for something by a day. */
export const RequestInfoDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'requestInfo', complaint, onClose });
  const [question, setQuestion] = useState('');
  const [replyBy, setReplyBy] = useState(() => bankDay(new Date(Date.now() + week).toISOString()));
  const [isChecked, setIsChecked] = useState(false);
  const ask = () => {
    setIsChecked(true);
    if (!question.trim() || !replyBy) return;
    const input = { question: question.trim(), replyBy };
    void run(
      (expectedVersion) => dataProvider.requestInfo(complaint.id, { ...input, expectedVersion }),
      'ending.requestInfoDone',
    );
  };
  const missing = (value: string) => (isChecked && !value.trim() ? translate('ending.empty') : undefined);
  return (
    <VerbForm verb={translate('ending.requestInfo')} complaint={complaint} {...verb} onSubmit={ask} onClose={onClose}>
      <LabelledField
        label={translate('ending.question')}
        multiline
        minRows={3}
        autoFocus
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        problem={missing(question) ?? fields.question}
      />
      <LabelledField
        label={translate('ending.replyBy')}
        type="date"
        value={replyBy}
        onChange={(event) => setReplyBy(event.target.value)}
        problem={missing(replyBy) ?? fields.replyBy}
      />
      <Hint>{translate('ending.requestInfoHint')}</Hint>
    </VerbForm>
  );
};
