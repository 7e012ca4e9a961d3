import { Box, ButtonBase } from '@mui/material';
import { type, useTokens } from '../theme/tokens';

interface CountButtonProps {
  name: string;
  /** Left out while it is counted. */
  count: number | undefined;
  isChosen: boolean;
  /** Whether the number asks for somebody to act. */
  isUrgent?: boolean;
  onChoose(): void;
}

/** How many there are of one kind; pressed, the list shows those. */
export const CountButton = ({ name, count, isChosen, isUrgent = false, onChoose }: CountButtonProps) => {
  const tokens = useTokens();
  return (
    <ButtonBase
      aria-pressed={isChosen}
      onClick={onChoose}
      sx={{
        gap: 2,
        px: 3,
        minHeight: 40,
        borderRadius: '6px',
        alignItems: 'baseline',
        color: isChosen ? tokens.primary : tokens.ink,
        backgroundColor: isChosen ? tokens.primarySoft : 'transparent',
        ...type.body,
      }}
    >
      <Box
        component="span"
        sx={{
          fontSize: 22,
          lineHeight: '40px',
          fontWeight: 600,
          color: isUrgent && !isChosen ? tokens.breach : 'inherit',
        }}
      >
        {count ?? '–'}
      </Box>
      <Box component="span" sx={{ fontWeight: isChosen ? 600 : 400 }}>
        {name}
      </Box>
    </ButtonBase>
  );
};
