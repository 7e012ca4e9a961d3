import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { PickRecord } from '../../org/PickRecord';
import { dataProvider } from '../../provider/dataProvider';
import { type, useTokens } from '../../theme/tokens';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

interface OfferDialogProps extends VerbDialogProps {
  verb: 'assignComplaint' | 'reassignComplaint';
}

/** To whom it is offered: a unit or a person; reassigning says why. */
const OfferDialog = ({ verb: name, complaint, onClose }: OfferDialogProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: name, complaint, onClose });
  const [kind, setKind] = useState<'unit' | 'person'>('unit');
  const [receiverId, setReceiverId] = useState<string>();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const mustSayWhy = name === 'reassignComplaint';
  const noReceiver = isChecked && !receiverId ? translate('verb.receiverEmpty') : undefined;
  const noReason = isChecked && mustSayWhy && !reason.trim() ? translate('verb.assignReasonEmpty') : undefined;
  const send = () => {
    setIsChecked(true);
    if (!receiverId || (mustSayWhy && !reason.trim())) return;
    const input = { receiverId, reason: reason.trim() };
    void run(
      (expectedVersion) =>
        mustSayWhy
          ? dataProvider.reassignComplaint(complaint.id, { ...input, expectedVersion })
          : dataProvider.assignComplaint(complaint.id, { ...input, reason: input.reason || null, expectedVersion }),
      'verb.assignDone',
    );
  };
  const isUnit = kind === 'unit';
  return (
    <VerbForm verb={translate(`verb.${name}`)} complaint={complaint} {...verb} onSubmit={send} onClose={onClose}>
      <Choices
        label={translate('verb.receiverKind')}
        values={['unit', 'person']}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          setReceiverId(undefined);
        }}
        nameOf={(each) => translate(`verb.receiver_${each}`)}
      />
      <PickRecord
        key={kind}
        resource={isUnit ? 'orgUnits' : 'staffMembers'}
        filter={{ isActive: true }}
        label={translate('verb.receiver')}
        value={receiverId}
        onChange={setReceiverId}
        problem={noReceiver ?? fields.receiverId}
      />
      <LabelledField
        label={translate('verb.assignReason')}
        isOptional={!mustSayWhy}
        multiline
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={noReason ?? fields.reason}
      />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.assignHint')}
      </Box>
    </VerbForm>
  );
};

/** 分派: offered to a unit or a person; it counts once they accept. */
export const AssignDialog = (dialog: VerbDialogProps) => <OfferDialog verb="assignComplaint" {...dialog} />;

/** 改派: taken back and offered to another. */
export const ReassignDialog = (dialog: VerbDialogProps) => <OfferDialog verb="reassignComplaint" {...dialog} />;
