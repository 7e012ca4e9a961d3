import { useSyncExternalStore } from 'react';
import type { StepUp } from './ApiError';

/** A request that waits until its sender has proved again who they are. */
export interface StepUpQuestion {
  missing: StepUp;
  /** Ends the wait: it is sent once more, or given up. */
  answer(isProved: boolean): void;
}

let question: (StepUpQuestion & { answered: Promise<boolean> }) | null = null;
const listeners = new Set<() => void>();

function ask(next: typeof question): void {
  question = next;
  for (const listener of listeners) listener();
}

/** Asks whoever sits there to prove who they are; several requests wait for one answer. False where nobody can be asked. */
export function proveAgain(missing: StepUp): Promise<boolean> {
  if (question) return question.answered;
  if (listeners.size === 0) return Promise.resolve(false);
  let resolve: (isProved: boolean) => void = () => undefined;
  const answered = new Promise<boolean>((settle) => (resolve = settle));
  const answer = (isProved: boolean) => {
    ask(null);
    resolve(isProved);
  };
  ask({ missing, answer, answered });
  return answered;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What waits for an answer now, if anything. */
export const useStepUpQuestion = (): StepUpQuestion | null => useSyncExternalStore(subscribe, () => question);
