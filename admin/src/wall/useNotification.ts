import { useEffect, useState } from 'react';

const isSupported = () => typeof Notification !== 'undefined';

/** Whether the desktop may be told, and the way to ask. */
export interface DesktopNotices {
  canAsk: boolean;
  ask: () => void;
}

/** Tells the desktop of each new text, where the person has allowed it. */
export function useNotification(title: string, text: string): DesktopNotices {
  const [permission, setPermission] = useState(() => (isSupported() ? Notification.permission : 'denied'));
  useEffect(() => {
    if (!text || permission !== 'granted') return;
    try {
      const notice = new Notification(title, { body: text, tag: text });
      notice.addEventListener('click', () => window.focus());
    } catch {
      // Some phones allow notices to service workers only; the card and the tone remain.
    }
  }, [title, text, permission]);
  const ask = () => void Notification.requestPermission().then(setPermission);
  return { canAsk: permission === 'default', ask };
}
