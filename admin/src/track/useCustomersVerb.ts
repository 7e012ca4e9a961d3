import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { asApiError } from '../provider/ApiError';

/** One thing that a customer does: its key stays the same until it is done, so that a second press does it once. */
export function useCustomersVerb(run: (idempotencyKey: string) => Promise<unknown>, onDone: () => void) {
  const translate = useTranslate();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState('');
  const [fields, setFields] = useState<Record<string, string>>({});
  const { mutate, isPending } = useMutation({
    mutationFn: () => run(key),
    onSuccess: () => {
      setKey(crypto.randomUUID());
      onDone();
    },
    onError: (thrown) => {
      const error = asApiError(thrown);
      setFields(error.fields);
      if (Object.keys(error.fields).length === 0) setProblem(translate(error.message, { _: error.message }));
      // What was refused may be sent again otherwise.
      if (error.code === 'BAD_USER_INPUT') setKey(crypto.randomUUID());
    },
  });
  const send = () => {
    setProblem('');
    setFields({});
    mutate();
  };
  return { send, problem, fields, isPending };
}
