import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../gql';
import { Choices } from '../layout/Choices';
import { LabelledField } from '../layout/LabelledField';
import { request } from '../provider/client';
import { Problem } from './Problem';
import { useCustomersVerb } from './useCustomersVerb';

const RateDocument = graphql(`
  mutation Rate($input: AnswerSurveyInput!) {
    answerSurvey(input: $input) {
      id
    }
  }
`);

const scores = ['1', '2', '3', '4', '5'] as const;

/** 评价: how satisfied the customer is with the answer. */
export const TrackRating = ({ code, onDone }: { code: string; onDone(): void }) => {
  const translate = useTranslate();
  const [score, setScore] = useState<(typeof scores)[number]>();
  const [comment, setComment] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const verb = useCustomersVerb(
    (idempotencyKey) =>
      request(RateDocument, {
        input: { trackingCode: code, score: Number(score), comment: comment.trim() || null, idempotencyKey },
      }),
    onDone,
  );
  const noScore = isChecked && !score ? translate('track.scoreEmpty') : undefined;
  const problem = noScore ?? verb.fields['score'] ?? verb.problem;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 3 }}>
      <h2>{translate('track.rating')}</h2>
      <Choices
        label={translate('track.rating')}
        hidesLabel
        values={scores}
        value={score}
        onChange={setScore}
        nameOf={(each) => translate(`track.score_${each}`)}
      />
      <LabelledField
        label={translate('track.comment')}
        isOptional
        multiline
        minRows={2}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
        problem={verb.fields['comment']}
      />
      <Problem text={problem} />
      <Button
        variant="contained"
        size="large"
        disabled={verb.isPending}
        onClick={() => {
          setIsChecked(true);
          if (score) verb.send();
        }}
      >
        {translate('track.rate')}
      </Button>
    </Box>
  );
};
