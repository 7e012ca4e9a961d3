import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { DayField } from '../../layout/DayField';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useCase } from '../useCase';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';

/** 登记移交回执: that the body took it, under which number and when. */
export const ReceiptDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'recordReferralReceipt', complaint, onClose });
  const waiting = useCase(complaint.id).data?.referrals.filter(({ receiptNumber }) => !receiptNumber) ?? [];
  const [chosen, setChosen] = useState<string>();
  const [number, setNumber] = useState('');
  const [receivedAt, setReceivedAt] = useState<string>();
  const [isChecked, setIsChecked] = useState(false);
  const referralId = chosen ?? waiting[0]?.id;
  const note = () => {
    setIsChecked(true);
    if (!referralId || !number.trim() || !receivedAt) return;
    const input = { referralId, receipt: { number: number.trim(), receivedAt } };
    void run(
      (expectedVersion) => dataProvider.recordReferralReceipt(complaint.id, { ...input, expectedVersion }),
      'ending.recordReferralReceiptDone',
    );
  };
  const empty = translate('ending.empty');
  return (
    <VerbForm
      verb={translate('ending.recordReferralReceipt')}
      complaint={complaint}
      {...verb}
      onSubmit={note}
      onClose={onClose}
    >
      <Choices
        label={translate('ending.which')}
        values={waiting.map(({ id }) => id)}
        value={referralId}
        onChange={setChosen}
        nameOf={(id) => waiting.find((each) => each.id === id)?.body ?? ''}
      />
      <LabelledField
        label={translate('ending.receiptNumber')}
        autoFocus
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        problem={isChecked && !number.trim() ? empty : fields['receipt.number']}
      />
      <DayField
        label={translate('ending.receivedOn')}
        value={receivedAt}
        onChange={setReceivedAt}
        problem={isChecked && !receivedAt ? empty : fields['receipt.receivedAt']}
      />
    </VerbForm>
  );
};
