import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Check } from 'lucide-react';
import { radius, type, useTokens, type Tokens } from '../theme/tokens';

/** How long a toast stays, in milliseconds. */
export const toastDuration = 6_000;

/** The look of a toast: inverted ground, no colour of state. */
export function toastLook(tokens: Tokens) {
  return {
    ...type.body,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: 44,
    px: '16px',
    borderRadius: `${radius.control}px`,
    background: tokens.ink,
    color: tokens.surface,
    boxShadow: tokens.shadow,
  } as const;
}

interface ToastProps {
  /** The verb in the past tense. */
  text: string;
  /** Only where the API can undo. */
  undo?: { label: string; onClick: () => void } | undefined;
}

/** Word of something done; an escalation never comes as a toast only. */
export function Toast({ text, undo }: ToastProps) {
  return (
    <Box role="status" sx={toastLook(useTokens())}>
      <Check size={17} strokeWidth={1.75} aria-hidden />
      {text}
      {undo && (
        <Button
          size="small"
          variant="text"
          onClick={undo.onClick}
          sx={{ color: 'inherit', textDecoration: 'underline' }}
        >
          {undo.label}
        </Button>
      )}
    </Box>
  );
}
