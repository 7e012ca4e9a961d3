import { Box, Button } from '@mui/material';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { ProofField } from '../account/ProofField';
import { type, useTokens } from '../theme/tokens';

interface CodeStepProps {
  username: string;
  /** What the server thinks of the last code. */
  problem: string;
  isSending: boolean;
  onSubmit(otp: string): void;
  onBack(): void;
}

/** The second step of signing in: a one-time code, or a recovery code. */
export const CodeStep = ({ username, problem, isSending, onSubmit, onBack }: CodeStepProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  const [otp, setOtp] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  useEffect(() => {
    if (problem) field.current?.select();
  }, [problem]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsEmpty(!otp.trim());
    if (otp.trim() && !isSending) onSubmit(otp.trim());
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ width: '100%', maxWidth: 376 }}>
      <Box component="h1" sx={{ fontSize: 28, lineHeight: '40px', fontWeight: 600 }}>
        {translate('signIn.codeTitle')}
      </Box>
      <Box sx={{ color: tokens.ink2, mb: 6 }}>{translate('signIn.codeHint', { username })}</Box>
      <ProofField
        proof="otp"
        value={otp}
        onChange={setOtp}
        problem={isEmpty ? translate('account.codeEmpty') : problem || undefined}
        inputRef={field}
        isTall
      />
      <Button type="submit" variant="contained" size="large" fullWidth disabled={isSending} sx={{ mt: 2 }}>
        {translate(isSending ? 'signIn.submitting' : 'signIn.submit')}
      </Button>
      <Button fullWidth variant="text" onClick={onBack} sx={{ mt: 2 }}>
        {translate('signIn.back')}
      </Button>
      <Box component="p" sx={{ color: tokens.ink2, mt: 4, ...type.meta }}>
        {translate('signIn.codeLost')}
      </Box>
    </Box>
  );
};
