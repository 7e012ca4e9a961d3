import { Box, FormHelperText } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Level } from '../../gql/graphql';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

const levels = ['SUGGESTION', 'GENERAL', 'MAJOR', 'URGENT'] as const satisfies readonly Level[];

/** 调整等级: another level, with a reason; its ends are reckoned anew from receipt. */
export const LevelDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...verb } = useVerb({ verb: 'changeLevel', complaint, onClose });
  const [level, setLevel] = useState<Level>(complaint.level);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const sameLevel = isChecked && level === complaint.level ? translate('verb.levelSame') : undefined;
  const missing = isChecked && !reason.trim() ? translate('verb.levelReasonEmpty') : undefined;
  const change = () => {
    setIsChecked(true);
    if (level === complaint.level || !reason.trim()) return;
    void run(
      (expectedVersion) => dataProvider.changeLevel(complaint.id, { level, reason: reason.trim(), expectedVersion }),
      'verb.levelDone',
    );
  };
  const problem = sameLevel ?? fields.level;
  return (
    <VerbForm verb={translate('verb.changeLevel')} complaint={complaint} {...verb} onSubmit={change} onClose={onClose}>
      <Choices
        label={translate('verb.levelTo')}
        values={levels}
        value={level}
        onChange={setLevel}
        nameOf={(value) => word('level', value)}
      />
      {problem ? (
        <FormHelperText error role="alert">
          {problem}
        </FormHelperText>
      ) : null}
      <LabelledField
        label={translate('verb.levelReason')}
        multiline
        minRows={3}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={missing ?? fields.reason}
      />
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('verb.levelHint')}
      </Box>
    </VerbForm>
  );
};
