import { Box, Button, IconButton, InputAdornment } from '@mui/material';
import { Eye, EyeOff, Lock, TriangleAlert, User } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { useLogin, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { LabelledField } from '../layout/LabelledField';
import { asApiError, type ApiError } from '../provider/ApiError';
import { radius, type, useTokens } from '../theme/tokens';
import { CodeStep } from './CodeStep';
import { DemoHelp } from './DemoHelp';

/** Employee number and password, then the one-time code of who has set them up; the number stays when the password is wrong. */
export const SignInForm = () => {
  const translate = useTranslate();
  const password = useRef<HTMLInputElement>(null);
  const hasExpired = useLocation().search === '?expired';
  const form = useRef<HTMLFormElement>(null);
  const { signIn, isSending, message, waiting, startOver } = useSignIn(() => password.current?.select());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    void signIn(String(values.get('username')).trim(), String(values.get('password')));
  };
  if (waiting)
    return (
      <CodeStep
        username={waiting.username}
        problem={message}
        isSending={isSending}
        onSubmit={(otp) => void signIn(waiting.username, waiting.password, otp)}
        onBack={startOver}
      />
    );
  return (
    <Box component="form" ref={form} noValidate onSubmit={submit} sx={{ width: '100%', maxWidth: 376 }}>
      <Box component="h1" sx={{ fontSize: 28, lineHeight: '40px', fontWeight: 600 }}>
        {translate('signIn.title')}
      </Box>
      <Hint />
      {hasExpired ? <Expired /> : null}
      <LabelledField
        name="username"
        label={translate('signIn.username')}
        autoComplete="username"
        autoFocus
        startIcon={<User size={18} strokeWidth={1.75} />}
        isTall
      />
      <PasswordField inputRef={password} />
      {message ? <Problem>{message}</Problem> : null}
      <Button type="submit" variant="contained" size="large" fullWidth disabled={isSending} sx={{ mt: 5 }}>
        {translate(isSending ? 'signIn.submitting' : 'signIn.submit')}
      </Button>
      <DemoHelp onChoose={(username, secret) => void signIn(username, secret)} />
      <Notice />
    </Box>
  );
};

function useSignIn(onRefused: () => void) {
  const login = useLogin();
  const translate = useTranslate();
  const [isSending, setIsSending] = useState(false);
  const [message, setMessage] = useState('');
  // Kept in memory only, from the password until the code.
  const [waiting, setWaiting] = useState<{ username: string; password: string }>();
  const signIn = async (username: string, password: string, otp?: string) => {
    if (!username || !password) return setMessage(translate('signIn.empty'));
    setIsSending(true);
    setMessage('');
    try {
      await login({ username, password, otp });
    } catch (thrown) {
      const error = asApiError(thrown);
      const asksForCode = error.stepUp === 'CODE';
      setWaiting(asksForCode || otp ? { username, password } : undefined);
      setMessage(asksForCode && !otp ? '' : explain(error, translate));
      setIsSending(false);
      onRefused();
    }
  };
  const startOver = () => {
    setWaiting(undefined);
    setMessage('');
  };
  return { signIn, isSending, message, waiting, startOver };
}

/** The server's own words, which say how many attempts are left or until when it is locked. */
function explain(error: ApiError, translate: (key: string) => string): string {
  if (error.message.startsWith('jiesu.')) return translate(error.message);
  return error.message;
}

const Hint = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return <Box sx={{ color: tokens.ink2, mb: 6 }}>{translate('signIn.hint')}</Box>;
};

const Expired = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      role="status"
      sx={{
        mb: 4,
        p: 3,
        borderRadius: `${radius.control}px`,
        backgroundColor: tokens.warnSoft,
        color: tokens.warn,
        ...type.meta,
      }}
    >
      {translate('signIn.expired')}
    </Box>
  );
};

const PasswordField = ({ inputRef }: { inputRef: React.RefObject<HTMLInputElement | null> }) => {
  const translate = useTranslate();
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <LabelledField
      name="password"
      label={translate('signIn.password')}
      type={isShown ? 'text' : 'password'}
      autoComplete="current-password"
      inputRef={inputRef}
      startIcon={<Lock size={18} strokeWidth={1.75} />}
      isTall
      end={
        <InputAdornment position="end">
          <IconButton
            aria-label={translate(isShown ? 'signIn.hide' : 'signIn.show')}
            onClick={() => setIsShown(!isShown)}
            edge="end"
          >
            <Icon size={18} strokeWidth={1.75} />
          </IconButton>
        </InputAdornment>
      }
    />
  );
};

const Problem = ({ children }: { children: string }) => {
  const tokens = useTokens();
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 2, alignItems: 'center', mt: 1, color: tokens.breach, ...type.meta }}>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </Box>
  );
};

const Notice = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 3,
        mt: 6,
        p: 3,
        borderRadius: `${radius.control}px`,
        backgroundColor: tokens.canvas,
        color: tokens.ink2,
        ...type.meta,
      }}
    >
      <Box component={EyeOff} size={16} strokeWidth={1.75} aria-hidden="true" sx={{ flex: 'none', mt: '2px' }} />
      <span>{translate('signIn.masked')}</span>
    </Box>
  );
};
