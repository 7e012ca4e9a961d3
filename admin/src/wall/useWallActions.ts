import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { asApiError } from '../provider/ApiError';
import { request } from '../provider/client';
import { AcknowledgeDocument, AdvanceDocument, ResolveDocument } from './documents';
import type { WallEscalation } from './urgency';
import type { WallFeed } from './useWallFeed';

/** Word of what was done or refused. */
export interface WallWord {
  text: string;
  isError: boolean;
  /** When it was said; the same words said again are a new word. */
  at: number;
}

/** The verbs of the wall; each waits for the server. */
export interface WallActions {
  /** The escalation a verb is being sent for. */
  pendingId: string | null;
  word: WallWord | null;
  say: (text: string) => void;
  acknowledge: (escalation: WallEscalation) => void;
  advance: (escalation: WallEscalation) => void;
  resolve: (escalation: WallEscalation, resolution: string) => Promise<boolean>;
}

/** Sends the verbs and takes their answers into the wall. */
export function useWallActions({ tell, reread }: Pick<WallFeed, 'tell' | 'reread'>): WallActions {
  const translate = useTranslate();
  const [pendingId, setPendingId] = useState<string | null>(null);
  const [word, setWord] = useState<WallWord | null>(null);
  const speak = (text: string, isError: boolean) => setWord({ text, isError, at: Date.now() });
  const say = (text: string) => speak(text, false);
  const send = async (id: string, verb: () => Promise<void>): Promise<boolean> => {
    setPendingId(id);
    try {
      await verb();
      return true;
    } catch (cause) {
      const { message } = asApiError(cause);
      speak(translate('wall.failed', { reason: translate(message, { _: message }) }), true);
      reread();
      return false;
    } finally {
      setPendingId(null);
    }
  };
  return {
    pendingId,
    word,
    say,
    acknowledge: ({ id, complaint }) =>
      void send(id, async () => {
        tell((await request(AcknowledgeDocument, { id })).acknowledgeEscalation);
        say(translate('wall.signed', { title: complaint.title }));
      }),
    advance: ({ id }) =>
      void send(id, async () => {
        await request(AdvanceDocument, { id });
        reread();
      }),
    resolve: ({ id, version }, resolution) =>
      send(id, async () => {
        const input = { expectedVersion: version, resolution };
        tell((await request(ResolveDocument, { id, input })).resolveEscalation);
      }),
  };
}
