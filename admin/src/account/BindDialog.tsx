import { Box, Button } from '@mui/material';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { request } from '../provider/client';
import { type, useTokens } from '../theme/tokens';
import { ConfirmSecondFactorDocument, StartSecondFactorDocument } from './account.graphql';
import { ProofField } from './ProofField';
import { Question } from './Question';
import { useProof } from './useProof';

interface Setup {
  secret: string;
  url: string;
}

/** Sets up one-time codes: the password, the first code, and the recovery codes to keep. All of it is gone when it closes. */
export const BindDialog = ({ onDone, onClose }: { onDone(): void; onClose(): void }) => {
  const [setup, setSetup] = useState<Setup>();
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>();
  if (recoveryCodes) return <Keep codes={recoveryCodes} onDone={onDone} />;
  if (setup) return <Scan setup={setup} onBound={setRecoveryCodes} onClose={onClose} />;
  return <Ask onStarted={setSetup} onClose={onClose} />;
};

const Ask = ({ onStarted, onClose }: { onStarted(setup: Setup): void; onClose(): void }) => {
  const translate = useTranslate();
  const { field, isSending, send } = useProof('password');
  const start = () =>
    void send(async (password) => {
      onStarted((await request(StartSecondFactorDocument, { input: { password } })).startSecondFactor);
    });
  return (
    <Question
      title={translate('account.bind')}
      hint={translate('account.bindPassword')}
      confirm={translate('account.bindNext')}
      isSending={isSending}
      onConfirm={start}
      onClose={onClose}
    >
      <ProofField {...field} />
    </Question>
  );
};

interface ScanProps {
  setup: Setup;
  onBound(recoveryCodes: readonly string[]): void;
  onClose(): void;
}

const Scan = ({ setup: { secret, url }, onBound, onClose }: ScanProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { field, isSending, send } = useProof('otp');
  const confirm = () =>
    void send(async (otp) => {
      onBound((await request(ConfirmSecondFactorDocument, { input: { otp } })).confirmSecondFactor.recoveryCodes);
    });
  return (
    <Question
      title={translate('account.bind')}
      hint={translate('account.bindScan')}
      confirm={translate('account.bindConfirm')}
      isSending={isSending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {/* Dark on light in both themes, or cameras do not read it. */}
      <Box sx={{ justifySelf: 'center', lineHeight: 0 }}>
        <QRCodeSVG value={url} size={184} marginSize={3} role="img" aria-label={translate('account.bindQr')} />
      </Box>
      <Box sx={{ color: tokens.ink2, ...type.meta }}>
        {translate('account.bindSecret')}{' '}
        <Box component="code" sx={{ color: tokens.ink, overflowWrap: 'anywhere' }}>
          {secret.match(/.{1,4}/g)?.join(' ')}
        </Box>
      </Box>
      <ProofField {...field} isFirst />
    </Question>
  );
};

const Keep = ({ codes, onDone }: { codes: readonly string[]; onDone(): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(codes.join('\n')).then(() => setIsCopied(true));
  return (
    <Question
      title={translate('account.bind')}
      hint={translate('account.bindRecovery')}
      confirm={translate('account.bindDone')}
      onConfirm={onDone}
    >
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 3,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
          gap: 1,
          border: `1px solid ${tokens.line}`,
          borderRadius: '5px',
        }}
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </Box>
      <Box>
        <Button size="small" onClick={copy}>
          <span role="status">{translate(isCopied ? 'account.copied' : 'account.copy')}</span>
        </Button>
      </Box>
    </Question>
  );
};
