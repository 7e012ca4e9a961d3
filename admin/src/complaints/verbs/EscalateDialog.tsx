import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { Choices } from '../../layout/Choices';
import { dataProvider } from '../../provider/dataProvider';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

const levels = ['E1', 'E2', 'E3', 'E4'] as const;

/** 升级: call the next level, with a reason. */
export const EscalateDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...verb } = useVerb({ verb: 'raiseEscalation', complaint, onClose });
  const [level, setLevel] = useState<(typeof levels)[number]>('E2');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const missing = isChecked && !reason.trim() ? translate('verb.raiseReasonEmpty') : undefined;
  const raise = () => {
    setIsChecked(true);
    if (reason.trim())
      void run(() => dataProvider.raiseEscalation(complaint.id, { level, reason: reason.trim() }), 'verb.raiseDone');
  };
  return (
    <VerbForm
      verb={translate('verb.raiseEscalation')}
      complaint={complaint}
      {...verb}
      isUrgent
      onSubmit={raise}
      onClose={onClose}
    >
      <Choices
        label={translate('verb.raiseLevel')}
        values={levels}
        value={level}
        onChange={setLevel}
        nameOf={(value) => `${value} ${word('escalationLevel', value)}`}
      />
      <LabelledField
        label={translate('verb.raiseReason')}
        multiline
        minRows={3}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={missing ?? fields.reason}
      />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.raiseHint')}
      </Box>
    </VerbForm>
  );
};
