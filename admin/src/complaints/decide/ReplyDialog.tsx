import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ChooseMany } from '../../layout/ChooseMany';
import { LabelledField } from '../../layout/LabelledField';
import type { Remedy, ReplyToCustomerInput } from '../../gql/graphql';
import { dataProvider } from '../../provider/dataProvider';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';

const remedies: readonly Remedy[] = ['REVIEW', 'MEDIATION', 'ARBITRATION', 'LITIGATION'];
const parts = ['findings', 'basis', 'reasons', 'answerToDemand', 'text'] as const;
type Part = (typeof parts)[number];

/** 答复客户: all that a customer is owed, part by part; what is still to be done is promised for a day. */
export const ReplyDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'replyToCustomer', complaint, onClose });
  const [said, setSaid] = useState<Partial<Record<Part, string>>>({});
  const [ways, setWays] = useState<Remedy[]>(['REVIEW']);
  const [promisedOn, setPromisedOn] = useState('');
  const send = () => {
    const input: Omit<ReplyToCustomerInput, 'expectedVersion'> = { remedies: ways, promisedOn: promisedOn || null };
    for (const part of parts) input[part] = said[part]?.trim() || null;
    void run(
      (expectedVersion) => dataProvider.replyToCustomer(complaint.id, { ...input, expectedVersion }),
      'decide.done',
    );
  };
  return (
    <VerbForm
      verb={translate('decide.replyToCustomer')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      {parts.map((part) => (
        <LabelledField
          key={part}
          label={translate(`decide.reply.${part}`)}
          isOptional={part === 'text' || part === 'answerToDemand'}
          multiline
          minRows={2}
          value={said[part] ?? ''}
          onChange={({ target }) => setSaid({ ...said, [part]: target.value })}
          problem={fields[part]}
        />
      ))}
      <ChooseMany
        label={translate('decide.remedies')}
        values={remedies}
        chosen={ways}
        onChange={setWays}
        nameOf={(value) => translate(`decide.remedy.${value}`)}
      />
      <LabelledField
        label={translate('decide.promisedOn')}
        isOptional
        type="date"
        value={promisedOn}
        onChange={({ target }) => setPromisedOn(target.value)}
        problem={fields.promisedOn}
      />
    </VerbForm>
  );
};
