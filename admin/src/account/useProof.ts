import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { asApiError } from '../provider/ApiError';
import type { Proof } from './ProofField';

/** What is typed as a proof, and what the server thinks of it. */
export function useProof(proof: Proof) {
  const translate = useTranslate();
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isSending, setIsSending] = useState(false);
  /** Sends it once it is filled in; a refusal is said at the field. */
  const send = async (run: (value: string) => Promise<void>): Promise<void> => {
    if (isSending) return;
    const given = value.trim();
    if (!given) return setProblem(translate(proof === 'otp' ? 'account.codeEmpty' : 'account.passwordEmpty'));
    setIsSending(true);
    setProblem(undefined);
    try {
      await run(proof === 'otp' ? given : value);
    } catch (thrown) {
      const error = asApiError(thrown);
      setProblem(error.fields[proof] ?? translate(error.message, { _: error.message }));
    } finally {
      setIsSending(false);
    }
  };
  return { field: { proof, value, problem, onChange: setValue }, isSending, send };
}
