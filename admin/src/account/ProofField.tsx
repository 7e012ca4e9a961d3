import type { Ref } from 'react';
import { useTranslate } from 'react-admin';
import { LabelledField } from '../layout/LabelledField';

/** What somebody proves by who they are. */
export type Proof = 'otp' | 'password';

interface ProofFieldProps {
  proof: Proof;
  value: string;
  onChange(value: string): void;
  problem: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  isTall?: boolean;
  /** No recovery code will do, since there are none yet. */
  isFirst?: boolean;
}

/** A one-time code, for which a recovery code will do, or the password. */
export const ProofField = ({ proof, value, onChange, isFirst, ...rest }: ProofFieldProps) => {
  const translate = useTranslate();
  const isCode = proof === 'otp';
  return (
    <LabelledField
      {...rest}
      label={translate(isCode ? 'account.code' : 'account.password')}
      note={isCode && !isFirst ? translate('account.codeNote') : undefined}
      type={isCode ? 'text' : 'password'}
      autoComplete={isCode ? 'one-time-code' : 'current-password'}
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
