import { useState } from 'react';
import { currentLanguage } from '../../provider/language';

/** A file on its way; `problem` is the server's word when it was refused, empty when the line broke. */
export interface Upload {
  key: string;
  name: string;
  percent: number;
  problem?: string;
  cancel(): void;
}

/** The complaint that files belong to: by its id for staff, by the code for its customer. */
type Target = { complaintId: string } | { trackingCode: string };

/** Sends files one request each, with progress; `onAdded` hears of each that was taken. */
export function useUploads(target: Target, onAdded: () => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (key: string, more: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...more } : each)));
  const remove = (key: string) => setUploads((all) => all.filter((each) => each.key !== key));
  const send = (file: File, source: string) => {
    const key = crypto.randomUUID();
    const xhr = new XMLHttpRequest();
    const ids = 'complaintId' in target ? target : {};
    xhr.open('POST', `/evidence?${new URLSearchParams({ ...ids, source })}`);
    if ('trackingCode' in target) xhr.setRequestHeader('Tracking-Code', encodeURIComponent(target.trackingCode));
    xhr.setRequestHeader('Idempotency-Key', key);
    xhr.setRequestHeader('File-Name', encodeURIComponent(file.name));
    xhr.setRequestHeader('Accept-Language', currentLanguage());
    xhr.upload.addEventListener('progress', ({ loaded, total }) =>
      change(key, { percent: Math.round((loaded / total) * 100) }),
    );
    xhr.addEventListener('load', () => {
      if (xhr.status >= 300) return change(key, { problem: problemIn(xhr.responseText) });
      remove(key);
      onAdded();
    });
    xhr.addEventListener('error', () => change(key, { problem: '' }));
    setUploads((all) => [
      ...all,
      {
        key,
        name: file.name,
        percent: 0,
        cancel: () => {
          xhr.abort();
          remove(key);
        },
      },
    ]);
    xhr.send(file);
  };
  return { uploads, send };
}

/** What the server says of the file, else of the request. */
function problemIn(text: string): string {
  try {
    const { errors } = JSON.parse(text) as {
      errors?: { message: string; extensions?: { fields?: Record<string, string> } }[];
    };
    return Object.values(errors?.[0]?.extensions?.fields ?? {})[0] ?? errors?.[0]?.message ?? '';
  } catch {
    return '';
  }
}
