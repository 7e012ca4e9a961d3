import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { asApiError } from '../provider/ApiError';

interface Sending {
  /** Sends one change; closes the form when the server agrees, and has everything read anew either way. */
  run(send: () => Promise<unknown>, done: string, words?: Record<string, string>): Promise<void>;
  isSending: boolean;
  /** Why the server refused, in words. */
  problem: string;
  /** What is wrong with the fields, as the API names them. */
  fields: Readonly<Record<string, string>>;
}

/** A change by an administrator waits for the server; what it touches may show anywhere. */
export function useSend(onDone: () => void): Sending {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState('');
  const [fields, setFields] = useState<Sending['fields']>({});
  const run: Sending['run'] = async (send, done, words = {}) => {
    setIsSending(true);
    setProblem('');
    try {
      await send();
      notify(done, { messageArgs: words, type: 'success' });
      setIsSending(false);
      onDone();
    } catch (thrown) {
      const error = asApiError(thrown);
      setFields(error.fields);
      setProblem(translate(error.message, { _: error.message }));
      setIsSending(false);
    }
    await queries.invalidateQueries();
  };
  return { run, isSending, problem, fields };
}
