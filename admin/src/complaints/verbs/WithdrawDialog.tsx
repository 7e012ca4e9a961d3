import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { contactChannels } from './contactChannels';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 撤回: the complainant takes it back, and how they said so is kept. */
export const WithdrawDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...verb } = useVerb({ verb: 'withdrawComplaint', complaint, onClose });
  const [channel, setChannel] = useState<(typeof contactChannels)[number]>('PHONE');
  const [proof, setProof] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const withdraw = () => {
    setIsChecked(true);
    if (!proof.trim()) return;
    const input = { channel, proof: proof.trim(), idempotencyKey };
    void run(
      (expectedVersion) => dataProvider.withdrawComplaint(complaint.id, { ...input, expectedVersion }),
      'verb.withdrawDone',
    );
  };
  const missing = isChecked && !proof.trim() ? translate('verb.withdrawProofEmpty') : undefined;
  return (
    <VerbForm
      verb={translate('verb.withdrawComplaint')}
      complaint={complaint}
      {...verb}
      onSubmit={withdraw}
      onClose={onClose}
    >
      <Choices
        label={translate('verb.contactChannel')}
        values={contactChannels}
        value={channel}
        onChange={setChannel}
        nameOf={(value) => word('channel', value)}
      />
      <LabelledField
        label={translate('verb.withdrawProof')}
        multiline
        minRows={3}
        autoFocus
        value={proof}
        onChange={(event) => setProof(event.target.value)}
        problem={missing ?? fields.proof}
      />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.withdrawHint')}
      </Box>
    </VerbForm>
  );
};
