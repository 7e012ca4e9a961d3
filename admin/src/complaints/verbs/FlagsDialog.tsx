import { Checkbox, FormControlLabel, FormGroup, FormHelperText } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { RiskFlag } from '../../gql/graphql';
import { FieldLabel } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useWord } from '../../words/useWord';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

const flags = [
  'MAJOR_RISK',
  'SOCIAL_IMPACT',
  'MEDIA',
  'REPUTATION',
  'LEGAL_VIOLATION',
  'LEGAL_DISPUTE',
  'FUND_SAFETY',
  'VULNERABLE',
] as const satisfies readonly RiskFlag[];

/** 设置风险标识: what is new calls those above, what is gone lets go. */
export const FlagsDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...verb } = useVerb({ verb: 'setRiskFlags', complaint, onClose });
  const [chosen, setChosen] = useState<readonly RiskFlag[]>(complaint.riskFlags);
  const set = () =>
    void run(
      (expectedVersion) => dataProvider.setRiskFlags(complaint.id, { riskFlags: [...chosen], expectedVersion }),
      'verb.flagsDone',
    );
  const toggle = (flag: RiskFlag) =>
    setChosen(chosen.includes(flag) ? chosen.filter((each) => each !== flag) : [...chosen, flag]);
  return (
    <VerbForm verb={translate('verb.setRiskFlags')} complaint={complaint} {...verb} onSubmit={set} onClose={onClose}>
      <div>
        <FieldLabel label={translate('complaint.flags')} isPlain />
        <FormGroup>
          {flags.map((flag) => (
            <FormControlLabel
              key={flag}
              control={<Checkbox checked={chosen.includes(flag)} onChange={() => toggle(flag)} />}
              label={word('riskFlag', flag)}
            />
          ))}
        </FormGroup>
        {fields.riskFlags ? (
          <FormHelperText error role="alert">
            {fields.riskFlags}
          </FormHelperText>
        ) : null}
      </div>
    </VerbForm>
  );
};
