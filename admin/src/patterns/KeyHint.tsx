import Box from '@mui/material/Box';
import { useTokens } from '../theme/tokens';

interface KeyHintProps {
  /** One or more keys as written on them: `A`, `Ctrl ⏎`. */
  keys: string;
  /** On a filled button the hint takes the button's own colour. */
  isOnFilled?: boolean;
}

/** A key of the keyboard; hidden where there is none. */
export function KeyHint({ keys, isOnFilled = false }: KeyHintProps) {
  const tokens = useTokens();
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        fontFamily: 'inherit',
        fontSize: 12,
        fontWeight: 400,
        lineHeight: '16px',
        minWidth: 18,
        px: '4px',
        textAlign: 'center',
        border: `1px solid ${isOnFilled ? 'currentColor' : tokens.line}`,
        borderRadius: '3px',
        color: isOnFilled ? 'inherit' : tokens.ink2,
        '@media (pointer: coarse)': { display: 'none' },
      }}
    >
      {keys}
    </Box>
  );
}
