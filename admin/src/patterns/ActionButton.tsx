import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTokens } from '../theme/tokens';
import { KeyHint } from './KeyHint';

interface ActionButtonProps {
  label: string;
  onClick: () => void;
  /** The one main action is filled. */
  isMain?: boolean;
  /** Outlined in cinnabar: trouble that cannot wait. */
  isUrgent?: boolean;
  isPending?: boolean;
  icon?: ReactNode;
  keys?: string | undefined;
  height?: number;
}

/** A button of an action bar, with its icon and its key. */
export function ActionButton(props: ActionButtonProps) {
  const { label, onClick, isMain = false, isUrgent = false, isPending = false, icon, keys, height = 34 } = props;
  const tokens = useTokens();
  const urgent = { color: tokens.breach, borderColor: tokens.breachUi, ml: 'auto' };
  return (
    <Button
      variant={isMain ? 'contained' : 'outlined'}
      onClick={onClick}
      disabled={isPending}
      aria-busy={isPending || undefined}
      aria-keyshortcuts={keys}
      startIcon={icon}
      endIcon={keys && <Key keys={keys} isOnFilled={isMain} />}
      sx={{ minHeight: height, whiteSpace: 'nowrap', ...(isUrgent && urgent) }}
    >
      {label}
    </Button>
  );
}

/** The wrapper takes the icon size that the button gives its first child, so that the key keeps its own. */
function Key(props: { keys: string; isOnFilled: boolean }) {
  return (
    <span style={{ display: 'inline-flex' }}>
      <KeyHint {...props} />
    </span>
  );
}
