import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseFileContent, RevealReason } from '../../gql/graphql';
import { Choices } from '../../layout/Choices';
import { LabelledField } from '../../layout/LabelledField';
import { asApiError } from '../../provider/ApiError';
import { request } from '../../provider/client';
import { useWord } from '../../words/useWord';
import { VerbForm } from '../verbs/VerbForm';
import type { VerbDialogProps } from '../verbs/verbs';
import { ExportCaseFileDocument, ExportJobDocument } from './exports.graphql';

const contents = ['MASKED', 'WITH_ORIGINALS'] as const;
const reasons = ['CONTACT_CUSTOMER', 'VERIFY_IDENTITY', 'INVESTIGATE', 'AUTHORITY_REQUEST', 'OTHER'] as const;
const againMs = 1500;

/** 导出档案: what it is to hold and what for; then it is written, and can be fetched. */
export const ExportFileDialog = ({ complaint, onClose }: VerbDialogProps) => {
  const [jobId, setJobId] = useState<string>();
  if (jobId) return <Following jobId={jobId} onClose={onClose} />;
  return <Ordering complaint={complaint} onOrdered={setJobId} onClose={onClose} />;
};

const Ordering = ({ complaint, onOrdered, onClose }: VerbDialogProps & { onOrdered(jobId: string): void }) => {
  const translate = useTranslate();
  const word = useWord();
  const [content, setContent] = useState<CaseFileContent>('MASKED');
  const [reason, setReason] = useState<RevealReason>();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [isSending, setIsSending] = useState(false);
  const order = async () => {
    if (!reason) return setProblem(translate('reveal.reasonEmpty'));
    if (reason === 'OTHER' && !note.trim()) return setProblem(translate('reveal.noteEmpty'));
    setProblem('');
    setIsSending(true);
    try {
      const input = { content, reason, note: note.trim() || null };
      onOrdered((await request(ExportCaseFileDocument, { id: complaint.id, input })).exportCaseFile.id);
    } catch (thrown) {
      const { fields, message } = asApiError(thrown);
      setProblem(Object.values(fields)[0] ?? translate(message, { _: message }));
      setIsSending(false);
    }
  };
  return (
    <VerbForm
      verb={translate('exports.caseFile')}
      complaint={complaint}
      problem={problem}
      isSending={isSending}
      onSubmit={() => void order()}
      onClose={onClose}
    >
      <Box component="p">{translate('exports.hint')}</Box>
      <Choices
        label={translate('exports.content')}
        values={contents}
        value={content}
        onChange={setContent}
        nameOf={(each) => translate(`exports.${each}`)}
      />
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
    </VerbForm>
  );
};

const Following = ({ jobId, onClose }: { jobId: string; onClose(): void }) => {
  const translate = useTranslate();
  const { data: job } = useQuery({
    queryKey: ['exportJob', jobId],
    queryFn: async ({ signal }) => (await request(ExportJobDocument, { id: jobId }, signal)).exportJob,
    // A link lasts five minutes, so it is asked for anew while the dialog is open.
    refetchInterval: ({ state: { data } }) => (data?.state === 'READY' ? 60_000 : againMs),
  });
  const isOver = job?.state === 'FAILED' || job?.state === 'EXPIRED';
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-label={translate('exports.caseFile')}>
      <DialogTitle>{translate('exports.caseFile')}</DialogTitle>
      <DialogContent>
        <Box role="status">{job?.downloadUrl ? null : translate(isOver ? 'exports.failed' : 'exports.writing')}</Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('jiesu.close')}</Button>
        {job?.downloadUrl ? (
          <Button component="a" href={job.downloadUrl} download variant="contained">
            {translate('exports.download')}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  );
};
