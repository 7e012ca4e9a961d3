import { Box, Paper } from '@mui/material';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { FormProvider } from 'react-hook-form';
import { LeaveQuestion } from '../layout/LeaveQuestion';
import { usePageTitle } from '../layout/usePageTitle';
import { useShortcuts } from '../layout/useShortcuts';
import { timeOfDay } from '../patterns/time';
import { type, useTokens } from '../theme/tokens';
import { ClassBlock } from './ClassBlock';
import { CustomerBlock } from './CustomerBlock';
import { Receipt } from './Receipt';
import { SidePanel } from './SidePanel';
import { SourceBlock } from './SourceBlock';
import { SubmitBar } from './SubmitBar';
import { useRegisterForm, type Registered, type RegisterForm } from './useRegisterForm';
import { WordsBlock } from './WordsBlock';

/** A complaint in under two minutes while the customer talks, then its receipt. */
export const Register = () => {
  const [registered, setRegistered] = useState<Registered>();
  usePageTitle(useTranslate()('register.title'));
  if (registered) return <Receipt complaint={registered} onAnother={() => setRegistered(undefined)} />;
  return <RegisterPage onRegistered={setRegistered} />;
};

const RegisterPage = ({ onRegistered }: { onRegistered(complaint: Registered): void }) => {
  const translate = useTranslate();
  const register = useRegisterForm(onRegistered);
  useShortcuts({ 'Ctrl+Enter': register.submit });
  return (
    <FormProvider {...register.form}>
      <Box sx={{ flex: 1, p: { xs: 4, md: 5 }, pt: { md: 4 }, display: 'grid', gap: 3, alignContent: 'start' }}>
        <Heading draftAt={register.draftAt} />
        <Box
          sx={{
            display: 'grid',
            gap: 4,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 368px' },
            alignItems: 'start',
          }}
        >
          <Paper
            component="form"
            noValidate
            aria-label={translate('register.title')}
            onSubmit={(event: React.FormEvent) => event.preventDefault()}
          >
            <SourceBlock />
            <WordsBlock />
            <CustomerBlock />
            <ClassBlock />
          </Paper>
          <SidePanel />
        </Box>
      </Box>
      <SubmitBar register={register} />
      <AskedOnEscape register={register} />
    </FormProvider>
  );
};

/** Esc gives up what was filled in, after asking once. */
const AskedOnEscape = ({ register: { isChanged, clear } }: { register: RegisterForm }) => {
  const [isAsking, setIsAsking] = useState(false);
  useShortcuts({ Escape: () => isChanged() && setIsAsking(true) }, { whileTyping: true });
  const leave = () => {
    setIsAsking(false);
    clear();
  };
  return isAsking ? <LeaveQuestion onStay={() => setIsAsking(false)} onLeave={leave} /> : null;
};

const Heading = ({ draftAt }: { draftAt: Date | undefined }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3 }}>
      <Box component="h1" sx={type.listTitle}>
        {translate('register.title')}
      </Box>
      <Box component="p" sx={{ flex: 1, minWidth: 200, color: tokens.ink2 }}>
        {translate('register.hint')}
      </Box>
      <Box
        role="status"
        title={translate('register.draftNote')}
        sx={{ display: 'flex', alignItems: 'center', gap: 1.5, color: tokens.ink2, ...type.meta }}
      >
        {draftAt ? (
          <>
            <Check size={15} strokeWidth={1.75} aria-hidden="true" />
            {translate('register.draft', { time: timeOfDay(draftAt) })}
          </>
        ) : null}
      </Box>
    </Box>
  );
};
