import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { asApiError } from '../../provider/ApiError';
import type { ComplaintCase, ComplaintRow } from '../complaints.graphql';
import { replaceCase } from '../replaceComplaint';
import { fetchCase } from '../useCase';

interface Verb {
  /** Sends it; the dialog closes when the server agrees. */
  run(send: (expectedVersion: number) => Promise<ComplaintCase>, done: string): Promise<void>;
  isSending: boolean;
  /** Why the server refused, in words. */
  problem: string;
  /** The fields it names, as the API spells them. */
  fields: Readonly<Record<string, string>>;
}

/** A verb waits for the server; a conflict loads the latest case, so that the next try is made on what is true. */
export function useVerb(complaint: ComplaintRow, onClose: () => void): Verb {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const [version, setVersion] = useState(complaint.version);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState('');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const run: Verb['run'] = async (send, done) => {
    setIsSending(true);
    setProblem('');
    try {
      replaceCase(queries, await send(version));
      notify(done, { messageArgs: { reference: complaint.reference }, type: 'success' });
      onClose();
    } catch (thrown) {
      const error = asApiError(thrown);
      setFields(error.fields);
      setProblem(
        error.code === 'CONFLICT'
          ? `${error.message} ${translate('verb.conflict')}`
          : translate(error.message, { _: error.message }),
      );
      if (error.code === 'CONFLICT') setVersion(await latestVersion());
      setIsSending(false);
    }
  };
  const latestVersion = async (): Promise<number> => {
    const data = await fetchCase(complaint.id);
    replaceCase(queries, data);
    return data.version;
  };
  return { run, isSending, problem, fields };
}
