import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { request } from '../provider/client';
import { useStepUpQuestion, type StepUpQuestion } from '../provider/stepUp';
import { StepUpDocument } from './account.graphql';
import { ProofField } from './ProofField';
import { Question } from './Question';
import { useProof } from './useProof';

/** Opens by itself when the server wants to know first who asks; then what was asked for is sent once more. */
export const StepUpDialog = () => {
  const question = useStepUpQuestion();
  if (!question) return null;
  return question.missing === 'ENROL' ? <Enrol question={question} /> : <Prove question={question} />;
};

const Prove = ({ question: { missing, answer } }: { question: StepUpQuestion }) => {
  const translate = useTranslate();
  const proof = missing === 'CODE' ? 'otp' : 'password';
  const { field, isSending, send } = useProof(proof);
  const prove = () =>
    void send(async (value) => {
      await request(StepUpDocument, { input: { [proof]: value } });
      answer(true);
    });
  return (
    <Question
      title={translate('stepUp.title')}
      hint={translate(`stepUp.${missing}`)}
      confirm={translate('stepUp.confirm')}
      isSending={isSending}
      onConfirm={prove}
      onClose={() => answer(false)}
    >
      <ProofField {...field} />
    </Question>
  );
};

const Enrol = ({ question: { answer } }: { question: StepUpQuestion }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const enrol = () => {
    answer(false);
    void navigate('/account');
  };
  return (
    <Question
      title={translate('stepUp.title')}
      hint={translate('stepUp.ENROL')}
      confirm={translate('stepUp.toAccount')}
      onConfirm={enrol}
      onClose={() => answer(false)}
    />
  );
};
