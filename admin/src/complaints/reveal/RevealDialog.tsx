import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Question } from '../../account/Question';
import type { MaskedField, RevealReason } from '../../gql/graphql';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { asApiError } from '../../provider/ApiError';
import { request } from '../../provider/client';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import { RevealFieldDocument } from './reveal.graphql';

const reasons = ['CONTACT_CUSTOMER', 'VERIFY_IDENTITY', 'INVESTIGATE', 'AUTHORITY_REQUEST', 'OTHER'] as const;

interface RevealDialogProps {
  complaintId: string;
  what: { field: MaskedField; rowId: string | undefined };
  onShow(value: string): void;
  onClose(): void;
}

/** Asks what a clear value is needed for. */
export const RevealDialog = ({ complaintId, what, onShow, onClose }: RevealDialogProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const [reason, setReason] = useState<RevealReason>();
  const [note, setNote] = useState('');
  const { problem, isSending, reveal } = useReveal({ complaintId, what, onShow, onClose });
  return (
    <Question
      title={translate('reveal.title', { field: word('maskedField', what.field) })}
      hint={translate('reveal.hint')}
      confirm={translate('reveal.confirm')}
      isSending={isSending}
      onConfirm={() => void reveal(reason, note.trim())}
      onClose={onClose}
    >
      <Choices
        label={translate('reveal.reason')}
        values={reasons}
        value={reason}
        onChange={setReason}
        nameOf={(each) => word('revealReason', each)}
      />
      <LabelledField
        label={translate('reveal.note')}
        isOptional={reason !== 'OTHER'}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem ? (
        <Box role="alert" sx={{ color: tokens.breach, ...type.meta }}>
          {problem}
        </Box>
      ) : null}
    </Question>
  );
};

function useReveal({ complaintId, what, onShow, onClose }: RevealDialogProps) {
  const translate = useTranslate();
  const [problem, setProblem] = useState('');
  const [isSending, setIsSending] = useState(false);
  const reveal = async (reason: RevealReason | undefined, note: string) => {
    if (!reason) return setProblem(translate('reveal.reasonEmpty'));
    if (reason === 'OTHER' && !note) return setProblem(translate('reveal.noteEmpty'));
    setProblem('');
    setIsSending(true);
    try {
      const input = { ...what, reason, note: note || null };
      onShow((await request(RevealFieldDocument, { complaintId, input })).revealField.value);
      onClose();
    } catch (thrown) {
      const { fields, message } = asApiError(thrown);
      setProblem(Object.values(fields)[0] ?? translate(message, { _: message }));
      setIsSending(false);
    }
  };
  return { problem, isSending, reveal };
}
