import { Box, Button, Paper } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { dayTimeText } from '../patterns/time';
import { useNow } from '../patterns/useNow';
import { useTimeLocale } from '../patterns/useTimeLocale';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { refreshViewer, type Viewer } from '../provider/viewer';
import { useTokens } from '../theme/tokens';
import { RemoveSecondFactorDocument } from './account.graphql';
import { BindDialog } from './BindDialog';
import { Question } from './Question';

/** One's own one-time codes: set them up, or remove them. */
export const SecondFactorCard = ({ viewer: { secondFactor } }: { viewer: Viewer }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const done = () => {
    close();
    void refreshViewer();
  };
  return (
    <Paper component="section" sx={{ p: '12px 16px', display: 'grid', gap: 3, justifyItems: 'start' }}>
      <h2>{translate('account.factor')}</h2>
      <Box component="p" sx={{ color: tokens.ink2 }}>
        {secondFactor ? <Since factor={secondFactor} /> : translate('account.factorNone')}
      </Box>
      <Button variant={secondFactor ? 'outlined' : 'contained'} onClick={() => setIsOpen(true)}>
        {translate(secondFactor ? 'account.unbind' : 'account.bind')}
      </Button>
      {isOpen && !secondFactor ? <BindDialog onDone={done} onClose={close} /> : null}
      {isOpen && secondFactor ? (
        <RemoveQuestion title="unbindTitle" hint="unbindHint" onDone={done} onClose={close} />
      ) : null}
    </Paper>
  );
};

const Since = ({ factor: { enrolledAt, recoveryCodeCount } }: { factor: NonNullable<Viewer['secondFactor']> }) => {
  const translate = useTranslate();
  const now = useNow();
  const locale = useTimeLocale();
  const since = translate('account.factorSince', { at: enrolledAt ? dayTimeText(enrolledAt, now, locale) : '' });
  return `${since} ${translate('account.recoveryLeft', { count: recoveryCodeCount })}`;
};

interface RemoveQuestionProps {
  /** Whose; one's own unless given. */
  staffId?: string;
  title: 'unbindTitle' | 'resetTitle';
  hint: 'unbindHint' | 'resetHint';
  onDone(): void;
  onClose(): void;
}

/** Asks once before one-time codes are removed. */
export const RemoveQuestion = ({ staffId, title, hint, onDone, onClose }: RemoveQuestionProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [isSending, setIsSending] = useState(false);
  const remove = async () => {
    setIsSending(true);
    try {
      await request(RemoveSecondFactorDocument, { staffId: staffId ?? null });
      notify('account.unbound', { type: 'success' });
      onDone();
    } catch (thrown) {
      notify(asApiError(thrown).message, { type: 'error' });
      onClose();
    }
  };
  return (
    <Question
      title={translate(`account.${title}`)}
      hint={translate(`account.${hint}`)}
      confirm={translate('account.unbind')}
      isSending={isSending}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  );
};
