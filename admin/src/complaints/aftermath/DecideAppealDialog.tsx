import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { AppealDecision } from '../../gql/graphql';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { Hint } from '../endings/Hint';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import type { Appeal } from './aftermath.graphql';
import { ChoiceField } from './ChoiceField';
import { asBefore, ReopeningFields } from './ReopeningFields';

const decisions = ['UPHELD', 'PARTLY', 'DISMISSED'] as const satisfies readonly AppealDecision[];
const texts = ['reasons', 'reply'] as const;

interface AppealDialogProps extends VerbDialogProps {
  /** As it was seen. */
  appeal: Appeal;
}

/** 作出申诉决定: whether the decision stands, why, and what the customer is told. */
export const DecideAppealDialog = ({ complaint, appeal, onClose }: AppealDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'decideAppeal', complaint, onClose });
  const [decision, setDecision] = useState<AppealDecision>();
  const [said, setSaid] = useState({ reasons: '', reply: '' });
  const [how, setHow] = useState(asBefore);
  const [isChecked, setIsChecked] = useState(false);
  const isReopened = decision === 'UPHELD' || decision === 'PARTLY';
  const decide = () => {
    setIsChecked(true);
    if (!decision || texts.some((name) => !said[name].trim())) return;
    const input = {
      decision,
      reasons: said.reasons.trim(),
      reply: said.reply.trim(),
      reopening: isReopened ? how : null,
      expectedVersion: appeal.version,
    };
    void run(() => dataProvider.decideAppeal(appeal.id, input), 'aftermath.decideAppealDone');
  };
  return (
    <VerbForm
      verb={translate('aftermath.decideAppeal')}
      complaint={complaint}
      {...verb}
      onSubmit={decide}
      onClose={onClose}
    >
      <Hint>{appeal.grounds}</Hint>
      <ChoiceField
        label={translate('aftermath.decision')}
        values={decisions}
        value={decision}
        onChange={setDecision}
        nameOf={(value) => translate(`aftermath.decisions.${value}`)}
        problem={isChecked && !decision ? translate('aftermath.choose') : fields.decision}
      />
      {texts.map((name) => (
        <LabelledField
          key={name}
          label={translate(`aftermath.${name}`)}
          multiline
          minRows={3}
          value={said[name]}
          onChange={({ target }) => setSaid({ ...said, [name]: target.value })}
          problem={isChecked && !said[name].trim() ? translate('aftermath.needed') : fields[name]}
        />
      ))}
      {isReopened ? <ReopeningFields value={how} onChange={setHow} fields={fields} path="reopening." /> : null}
      <Hint>{translate('aftermath.reopeningHint')}</Hint>
    </VerbForm>
  );
};
