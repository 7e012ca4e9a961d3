import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { dataProvider } from '../../provider/dataProvider';
import { type, useTokens } from '../../theme/tokens';
import type { ComplaintCase } from '../complaints.graphql';
import { useCase } from '../useCase';
import { useVerb } from './useVerb';
import { VerbForm } from './VerbForm';
import type { VerbDialogProps } from './verbs';

type HelpRequest = ComplaintCase['cooperations'][number];
type HelpVerb = 'answerCooperation' | 'cancelCooperation';

/** The requests of a complaint that the viewer may do this with, and the one that is chosen. */
function useRequests(complaintId: string, verb: HelpVerb) {
  const { data } = useCase(complaintId);
  const [chosenId, choose] = useState<string>();
  const requests = (data?.cooperations ?? []).filter(({ allowedActions }) =>
    allowedActions.some(({ code }) => code === verb),
  );
  return { requests, request: requests.find(({ id }) => id === chosenId) ?? requests[0], choose };
}

interface WhichProps {
  requests: readonly HelpRequest[];
  request: HelpRequest | undefined;
  choose(id: string): void;
}

/** Which unit's request it is about, and what was asked. */
const Which = ({ requests, request, choose }: WhichProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const nameOf = (id: string) => requests.find((each) => each.id === id)?.orgUnit.name ?? '';
  return (
    <>
      {request ? (
        <Choices
          label={translate('verb.helpUnit')}
          values={requests.map(({ id }) => id)}
          value={request.id}
          onChange={choose}
          nameOf={nameOf}
        />
      ) : null}
      <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
        {request?.question}
      </Box>
    </>
  );
};

/** 答复协办: what the unit has to say, and what it found. */
export const AnswerHelpDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'answerCooperation', complaint, onClose });
  const which = useRequests(complaint.id, 'answerCooperation');
  const [answer, setAnswer] = useState('');
  const [finding, setFinding] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const send = () => {
    setIsChecked(true);
    const { request } = which;
    if (!request || !answer.trim()) return;
    const input = { expectedVersion: request.version, answer: answer.trim(), finding: finding.trim() || null };
    void run(() => dataProvider.answerCooperation(request.id, input), 'verb.helpAnswered');
  };
  const noAnswer = isChecked && !answer.trim() ? translate('verb.helpAnswerEmpty') : undefined;
  return (
    <VerbForm
      verb={translate('verb.answerCooperation')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <Which {...which} />
      <LabelledField
        label={translate('verb.helpAnswer')}
        multiline
        minRows={3}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        problem={noAnswer ?? fields.answer}
      />
      <LabelledField
        label={translate('verb.helpFinding')}
        isOptional
        multiline
        minRows={2}
        value={finding}
        onChange={(event) => setFinding(event.target.value)}
        problem={fields.finding}
      />
    </VerbForm>
  );
};

/** 取消协办: nobody is waited for who is needed no more. */
export const CancelHelpDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const translate = useTranslate();
  const { run, fields, ...verb } = useVerb({ verb: 'cancelCooperation', complaint, onClose });
  const which = useRequests(complaint.id, 'cancelCooperation');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const send = () => {
    setIsChecked(true);
    const { request } = which;
    if (!request || !reason.trim()) return;
    const input = { expectedVersion: request.version, reason: reason.trim() };
    void run(() => dataProvider.cancelCooperation(request.id, input), 'verb.helpCancelled');
  };
  const noReason = isChecked && !reason.trim() ? translate('verb.helpReasonEmpty') : undefined;
  return (
    <VerbForm
      verb={translate('verb.cancelCooperation')}
      complaint={complaint}
      {...verb}
      onSubmit={send}
      onClose={onClose}
    >
      <Which {...which} />
      <LabelledField
        label={translate('verb.helpReason')}
        multiline
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={noReason ?? fields.reason}
      />
    </VerbForm>
  );
};
