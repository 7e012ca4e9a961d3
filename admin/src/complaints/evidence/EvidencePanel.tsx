import { Alert, Box, Button, LinearProgress, Paper } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslate } from 'react-admin';
import { asApiError } from '../../provider/ApiError';
import { request } from '../../provider/client';
import { type, useTokens } from '../../theme/tokens';
import { useWord } from '../../words/useWord';
import type { ComplaintCase } from '../complaints.graphql';
import { CaseEvidenceDocument, DownloadEvidenceDocument, type CaseFile } from './evidence.graphql';
import { useUploads, type Upload } from './useUploads';

/** The files of a case, and a place to drop further ones. */
export const EvidencePanel = ({ complaint }: { complaint: ComplaintCase }) => {
  const translate = useTranslate();
  const tokens = useTokens();
  const { id, allowedActions } = complaint;
  const { data, refetch } = useQuery({
    queryKey: ['complaints', 'evidence', id],
    queryFn: ({ signal }) => request(CaseEvidenceDocument, { id }, signal),
  });
  const may = (verb: string) => allowedActions.some(({ code, blockedBy }) => code === verb && !blockedBy);
  const files = data?.complaint?.evidence ?? [];
  return (
    <Paper
      component="section"
      aria-label={translate('evidence.title')}
      sx={{ p: '12px 16px', display: 'grid', gap: 2 }}
    >
      <Box component="h2">{translate('evidence.title')}</Box>
      {data && !data.evidenceRules.isScanned ? (
        <Alert severity="warning">{translate('evidence.notScanned')}</Alert>
      ) : null}
      {data && files.length === 0 ? (
        <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
          {translate('evidence.none')}
        </Box>
      ) : null}
      {files.map((file) => (
        <FileLine key={file.id} complaintId={id} file={file} mayDownload={may('downloadEvidence')} />
      ))}
      {may('addEvidence') ? <DropZone complaintId={id} onAdded={() => void refetch()} /> : null}
    </Paper>
  );
};

interface FileLineProps {
  complaintId: string;
  file: CaseFile;
  mayDownload: boolean;
}

/** What an original may be needed for without further words. */
const reasons = ['CONTACT_CUSTOMER', 'VERIFY_IDENTITY', 'INVESTIGATE', 'AUTHORITY_REQUEST'] as const;

const FileLine = ({ complaintId, file, mayDownload }: FileLineProps) => {
  const translate = useTranslate();
  const tokens = useTokens();
  const word = useWord();
  const [problem, setProblem] = useState('');
  const download = async (reason: (typeof reasons)[number]) => {
    setProblem('');
    try {
      const input = { evidenceId: file.id, reason };
      const { downloadEvidence } = await request(DownloadEvidenceDocument, { complaintId, input });
      window.location.assign(downloadEvidence.url);
    } catch (thrown) {
      const { message } = asApiError(thrown);
      setProblem(translate(message, { _: message }));
    }
  };
  const who = file.collectedBy?.name ?? translate('evidence.customer');
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{file.name}</Box>
        {mayDownload ? (
          <select
            aria-label={translate('evidence.download')}
            value=""
            onChange={(event) => void download(event.target.value as (typeof reasons)[number])}
          >
            <option value="">{translate('evidence.download')}</option>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {word('revealReason', reason)}
              </option>
            ))}
          </select>
        ) : null}
      </Box>
      <Box sx={{ color: tokens.ink2, ...type.caption }}>
        {Math.ceil(file.sizeBytes / 1024)} KB · {who} · {new Date(file.collectedAt).toLocaleString()}
      </Box>
      <Box sx={{ color: tokens.ink3, overflowWrap: 'anywhere', ...type.caption }}>SHA-256 {file.sha256}</Box>
      {problem ? (
        <Box role="alert" sx={{ color: tokens.breach, ...type.meta }}>
          {problem}
        </Box>
      ) : null}
    </Box>
  );
};

const DropZone = ({ complaintId, onAdded }: { complaintId: string; onAdded(): void }) => {
  const translate = useTranslate();
  const tokens = useTokens();
  const input = useRef<HTMLInputElement>(null);
  const { uploads, send } = useUploads({ complaintId }, onAdded);
  const [source, setSource] = useState('CUSTOMER');
  const take = (files: FileList | null) => [...(files ?? [])].forEach((file) => send(file, source));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <Box
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      sx={{ p: 3, border: `1px dashed ${tokens.line}`, display: 'grid', gap: 2 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', ...type.meta }}>
        {translate('evidence.drop')}
        <Button size="small" variant="outlined" onClick={() => input.current?.click()}>
          {translate('evidence.add')}
        </Button>
        {(['CUSTOMER', 'STAFF'] as const).map((each) => (
          <label key={each}>
            <input type="radio" checked={source === each} onChange={() => setSource(each)} />{' '}
            {translate(each === 'CUSTOMER' ? 'evidence.fromCustomer' : 'evidence.fromStaff')}
          </label>
        ))}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={translate('evidence.add')}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </Box>
      {uploads.map((upload) => (
        <UploadLine key={upload.key} upload={upload} />
      ))}
    </Box>
  );
};

const UploadLine = ({ upload }: { upload: Upload }) => {
  const translate = useTranslate();
  const tokens = useTokens();
  const { name, percent, problem, cancel } = upload;
  const isOver = problem !== undefined;
  return (
    <Box sx={type.meta}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{name}</Box>
        <Button size="small" onClick={cancel}>
          {translate(isOver ? 'evidence.dismiss' : 'evidence.cancel')}
        </Button>
      </Box>
      {isOver ? (
        <Box role="alert" sx={{ color: tokens.breach }}>
          {problem || translate('evidence.failed')}
        </Box>
      ) : (
        <LinearProgress variant="determinate" value={percent} aria-label={translate('evidence.progress', { name })} />
      )}
    </Box>
  );
};
