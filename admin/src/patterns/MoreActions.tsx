import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { AllowedAction } from './ActionBar';

interface MoreActionsProps {
  actions: readonly AllowedAction[];
  onAction: (code: string) => void;
}

/** What does not fit the bar; blocked ones keep their reason. */
export function MoreActions({ actions, onAction }: MoreActionsProps) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (code: string) => {
    setAnchor(null);
    onAction(code);
  };
  return (
    <>
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        endIcon={<ChevronDown size={16} strokeWidth={1.75} />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ ml: 'auto' }}
      >
        {translate('pattern.action.more')}
      </Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {actions.map(({ code, label, blockedBy }) => (
          <MenuItem
            key={code}
            aria-disabled={Boolean(blockedBy)}
            onClick={() => (blockedBy ? undefined : choose(code))}
          >
            <ListItemText primary={label} secondary={blockedBy} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
