const prefix = 'jiesu.draft.';

/** Keeps a form's content in this tab only; personal data must have been left out by the caller. */
export function keepDraft(name: string, content: unknown): void {
  sessionStorage.setItem(prefix + name, JSON.stringify(content));
}

/** The kept content, if any and readable. */
export function readDraft<T>(name: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets one draft. */
export function dropDraft(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

/** Forgets all drafts, as at sign-out. */
export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

/** Somebody signs in: drafts of another person in this tab are forgotten, one's own survive an expired session. */
export function claimDrafts(username: string): void {
  if (readDraft<string>('owner') !== username) clearDrafts();
  keepDraft('owner', username);
}
