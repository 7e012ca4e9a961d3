import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { visuallyHidden } from './visuallyHidden';

interface ExplainableProps {
  /** The full text, as tooltip and for screen readers; what is drawn is not read. */
  spoken: string;
  /** Opens the explanation of the deadline; without it nothing can be pressed. */
  onExplain?: (() => void) | undefined;
  children: ReactNode;
}

/** A short mark with its full words behind it. */
export function Explainable({ spoken, onExplain, children }: ExplainableProps) {
  return (
    <Box
      component={onExplain ? 'button' : 'span'}
      {...(onExplain && { type: 'button', onClick: onExplain })}
      title={spoken}
      sx={{
        display: 'inline-block',
        position: 'relative',
        p: 0,
        border: 0,
        background: 'none',
        font: 'inherit',
        color: 'inherit',
        textAlign: 'start',
        cursor: onExplain ? 'pointer' : 'inherit',
      }}
    >
      <span aria-hidden>{children}</span>
      <Box component="span" sx={visuallyHidden}>
        {spoken}
      </Box>
    </Box>
  );
}
