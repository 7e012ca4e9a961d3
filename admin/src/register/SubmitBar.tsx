import { Box, Button } from '@mui/material';
import { TriangleAlert } from 'lucide-react';
import { useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { StickyBar } from '../layout/StickyBar';
import { BlockedAction } from '../patterns/BlockedAction';
import { KeyHint } from '../patterns/KeyHint';
import { useConnection } from '../provider/live';
import { type, useTokens } from '../theme/tokens';
import { SettleNow } from './SettleNow';
import type { RegisterForm } from './useRegisterForm';
import type { RegisterValues } from './values';

const labels: Readonly<Record<string, string>> = {
  customerDemand: 'demand',
  amountInvolved: 'amount',
  orgUnitId: 'unit',
  categoryCode: 'category',
  productCode: 'product',
  riskFlags: 'flags',
};

/** The one main action, and what still stands in its way. */
export const SubmitBar = ({ register }: { register: RegisterForm }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { submit, clear, isSending, trouble } = register;
  const { state } = useConnection();
  const { errors } = useFormState<RegisterValues>();
  const wrong = Object.keys(errors).map((name) => translate(`register.${labels[name] ?? name}`));
  const problem =
    wrong.length > 0 ? translate('register.problems', { count: wrong.length, fields: wrong.join('、') }) : trouble;
  return (
    <StickyBar>
      {state === 'offline' ? (
        <BlockedAction label={translate('register.submit')} reason={translate('register.offline')} height={40} />
      ) : (
        <Button variant="contained" size="large" onClick={submit} disabled={isSending}>
          {translate(isSending ? 'register.submitting' : 'register.submit')}
          <KeyHint keys="Ctrl ⏎" isOnFilled />
        </Button>
      )}
      <SettleNow register={register} />
      <Button size="large" onClick={clear} disabled={isSending}>
        {translate('register.clear')}
      </Button>
      <Box
        role="alert"
        sx={{
          ml: 'auto',
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          color: tokens.breach,
          ...type.meta,
          fontWeight: 600,
        }}
      >
        {problem ? (
          <>
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
            {problem}
          </>
        ) : null}
      </Box>
    </StickyBar>
  );
};
