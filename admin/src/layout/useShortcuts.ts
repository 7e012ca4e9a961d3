import { useEffect, useRef } from 'react';
import { useStore } from 'react-admin';

/** What a key does, or `false` when it has nothing to do just now; keys as `KeyboardEvent.key`, letters in lower case, `Ctrl+` for control or command. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const fields =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox], [role=menu]';

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest(fields) !== null;
const isCovered = () => document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;

/** Enter on a link or button belongs to that link or button. */
const isPressing = (event: KeyboardEvent) =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof Element &&
  event.target.closest('a, button, summary') !== null;

/** Whether the person keeps single-letter keys switched on. */
export const useSingleKeys = () => useStore('keys.single', true);

interface ShortcutOptions {
  /** Asks before all others, as the frame does for G and a digit. */
  isFirst?: boolean;
  /** Listens in fields, too, as Esc does in a form. */
  whileTyping?: boolean;
}

/** Listens for keys while mounted; single keys only where nobody is typing and no dialog is open. */
export function useShortcuts(
  shortcuts: Shortcuts,
  { isFirst = false, whileTyping = false }: ShortcutOptions = {},
): void {
  const [singleKeys] = useSingleKeys();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const control = event.ctrlKey || event.metaKey;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const action = latest.current[control ? `Ctrl+${name}` : name];
      if (!action) return;
      const isElsewhere = (!whileTyping && isTyping(event.target)) || isCovered() || isPressing(event);
      if (!control && isElsewhere) return;
      if (!control && name.length === 1 && !singleKeys) return;
      if (action(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listen, isFirst);
    return () => window.removeEventListener('keydown', listen, isFirst);
  }, [singleKeys, isFirst, whileTyping]);
}
