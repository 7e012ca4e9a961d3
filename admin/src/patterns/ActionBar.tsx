import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ActionButton } from './ActionButton';
import { BlockedAction } from './BlockedAction';
import { MoreActions } from './MoreActions';

/** One verb the server offers, or blocks with a reason. */
export interface AllowedAction {
  code: string;
  label: string;
  blockedBy?: string | null;
}

interface ActionBarProps {
  /** In the server's order; the first that can be done is the main one. */
  actions: readonly AllowedAction[];
  onAction: (code: string) => void;
  /** The verb that waits for the server's answer. */
  pendingCode?: string | undefined;
  /** Blocks everything for one reason, such as a lost connection. */
  blockedBy?: string | null | undefined;
  icons?: Readonly<Record<string, ReactNode>>;
  keys?: Readonly<Record<string, string>>;
  /** Codes to be outlined in cinnabar at the far end. */
  urgent?: readonly string[];
  /** No filled button where another part of the page holds the main action. */
  hasMain?: boolean;
  height?: number;
  /** Keeps the buttons side by side where there is room for that; a long reason takes two lines. */
  isOneLine?: boolean;
}

const shownAtMost = 6;

/** What can be done now, the main action first, and what cannot, with its reason. */
export function ActionBar({ actions, blockedBy, hasMain = true, urgent = [], isOneLine, ...rest }: ActionBarProps) {
  const translate = useTranslate();
  const known = actions.map((action) => ({ ...action, blockedBy: blockedBy ?? action.blockedBy ?? null }));
  const main = hasMain ? known.find((action) => !action.blockedBy)?.code : undefined;
  const { shown, hidden } = divide(known, urgent);
  return (
    <Box
      role="group"
      aria-label={translate('pattern.action.group')}
      sx={{
        display: 'flex',
        flexWrap: isOneLine ? { xs: 'wrap', lg: 'nowrap' } : 'wrap',
        alignItems: 'center',
        gap: '8px',
        flex: 1,
      }}
    >
      {shown.map((action) => (
        <Action
          key={action.code}
          {...{ action }}
          isMain={action.code === main}
          isUrgent={urgent.includes(action.code)}
          {...rest}
        />
      ))}
      {hidden.length > 0 && <MoreActions actions={hidden} onAction={rest.onAction} />}
    </Box>
  );
}

/** What is urgent never hides; of the others the first ones show, those that are possible now before the blocked ones. */
function divide<Known extends AllowedAction>(known: readonly Known[], urgent: readonly string[]) {
  const pressing = known.filter(({ code }) => urgent.includes(code));
  const others = known.filter(({ code }) => !urgent.includes(code));
  const first = others.slice(0, shownAtMost - pressing.length);
  const possible = [...first.filter(({ blockedBy }) => !blockedBy), ...pressing];
  return {
    shown: [...possible, ...first.filter(({ blockedBy }) => blockedBy)],
    hidden: others.slice(first.length),
  };
}

type ActionProps = Pick<ActionBarProps, 'onAction' | 'pendingCode' | 'icons' | 'keys' | 'height'> & {
  action: AllowedAction;
  isMain: boolean;
  isUrgent: boolean;
};

function Action({ action, isMain, isUrgent, onAction, pendingCode, icons, keys, height = 34 }: ActionProps) {
  const { code, label, blockedBy } = action;
  if (blockedBy) return <BlockedAction label={label} reason={blockedBy} height={height} />;
  return (
    <ActionButton
      {...{ label, isMain, isUrgent, height }}
      onClick={() => onAction(code)}
      isPending={pendingCode === code}
      icon={icons?.[code]}
      keys={keys?.[code]}
    />
  );
}
