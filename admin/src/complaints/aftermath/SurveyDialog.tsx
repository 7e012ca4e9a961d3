import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { useWord } from '../../words/useWord';
import { contactChannels } from '../verbs/contactChannels';
import { useVerb } from '../verbs/useVerb';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { ChoiceField } from './ChoiceField';

const scores = ['1', '2', '3', '4', '5'] as const;

/** 登记评价: how satisfied the customer says they are, once. */
export const SurveyDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const word = useWord();
  const { run, fields, ...verb } = useVerb({ verb: 'answerSurvey', complaint, onClose });
  const [score, setScore] = useState<(typeof scores)[number]>();
  const [comment, setComment] = useState('');
  const [channel, setChannel] = useState<(typeof contactChannels)[number]>('PHONE');
  const [isChecked, setIsChecked] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const send = () => {
    setIsChecked(true);
    if (!score) return;
    const input = { score: Number(score), comment: comment.trim() || null, channel, idempotencyKey };
    void run(() => dataProvider.answerSurvey(complaint.id, input), 'aftermath.answerSurveyDone');
  };
  return (
    <VerbForm
      verb={translate('aftermath.answerSurvey')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <ChoiceField
        label={translate('aftermath.score')}
        values={scores}
        value={score}
        onChange={setScore}
        nameOf={(value) => translate(`aftermath.scores.${value}`)}
        problem={isChecked && !score ? translate('aftermath.choose') : fields.score}
      />
      <LabelledField
        label={translate('aftermath.surveyComment')}
        isOptional
        multiline
        minRows={3}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
        problem={fields.comment}
      />
      <ChoiceField
        label={translate('aftermath.channel')}
        values={contactChannels}
        value={channel}
        onChange={setChannel}
        nameOf={(value) => word('channel', value)}
        problem={fields.channel}
      />
    </VerbForm>
  );
};
