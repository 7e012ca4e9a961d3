import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { type, useTokens } from '../../theme/tokens';
import { ReasonField } from './ReasonField';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

/** 退回: refused with a reason, which is counted. */
export const ReturnDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'returnHandover', complaint, onClose });
  const [reasonCode, setReasonCode] = useState<string>();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const giveBack = () => {
    setIsChecked(true);
    if (!reasonCode) return;
    const input = { reasonCode, reason: reason.trim() || null };
    void run(
      (expectedVersion) => dataProvider.returnHandover(complaint.id, { ...input, expectedVersion }),
      'verb.returnDone',
    );
  };
  const missing = isChecked && !reasonCode ? translate('verb.returnReasonEmpty') : undefined;
  return (
    <VerbForm
      verb={translate('verb.returnHandover')}
      complaint={complaint}
      {...verb}
      onSubmit={giveBack}
      onClose={onClose}
    >
      <ReasonField
        label={translate('verb.returnReason')}
        value={reasonCode}
        onChange={setReasonCode}
        problem={missing ?? fields.reasonCode}
      />
      <LabelledField
        label={translate('verb.returnNote')}
        isOptional
        multiline
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={fields.reason}
      />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.returnHint')}
      </Box>
    </VerbForm>
  );
};
