import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { BlockedAction } from '../patterns/BlockedAction';
import { useConnection } from '../provider/live';
import { useWord } from '../words/useWord';
import { useValues } from './fields';
import { SettleDialog } from './SettleDialog';
import { useEmergency } from './useEmergency';
import type { RegisterForm } from './useRegisterForm';

/** 当场解决 beside the main button; what is too grave for it says so. */
export const SettleNow = ({ register }: { register: RegisterForm }) => {
  const translate = useTranslate();
  const [isAsking, setIsAsking] = useState(false);
  const blockedBy = useBlockedBy();
  const label = translate('verb.resolveImmediately');
  if (blockedBy && !isAsking) return <BlockedAction label={label} reason={blockedBy} height={40} />;
  return (
    <>
      <Button size="large" onClick={() => register.isSound() && setIsAsking(true)} disabled={register.isSending}>
        {label}
      </Button>
      {isAsking ? <SettleDialog register={register} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
};

/** The server's rule, said beforehand: never from 重大 upwards, and grave categories are at least that. */
function useBlockedBy(): string | undefined {
  const translate = useTranslate();
  const word = useWord();
  const { level } = useValues();
  const { reason, forcesLevel } = useEmergency();
  const { state } = useConnection();
  if (level === 'MAJOR' || level === 'URGENT')
    return translate('register.settleLevel', { level: word('level', level) });
  if (forcesLevel) return translate('register.settleCategory', { category: reason });
  return state === 'offline' ? translate('pattern.connection.blocked') : undefined;
}
