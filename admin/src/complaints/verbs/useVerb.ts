import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { asApiError, type ApiError } from '../../provider/ApiError';
import type { ComplaintCase, ComplaintRow } from '../complaints.graphql';
import { replaceCase } from '../replaceComplaint';
import { fetchCase } from '../useCase';
import { conflictOf, newestCursor, type Conflict } from './conflict';

interface Verb {
  /** Sends it; the dialog closes when the server agrees. */
  run(send: (expectedVersion: number) => Promise<ComplaintCase>, done: string): Promise<void>;
  isSending: boolean;
  /** Why the server refused, in words. */
  problem: string;
  /** The fields it names, as the API spells them. */
  fields: Readonly<Record<string, string>>;
  /** What somebody else did in the meantime; the next try is made on it. */
  conflict: Conflict | undefined;
}

interface VerbOptions {
  /** The mutation's name. */
  verb: string;
  complaint: ComplaintRow;
  onClose(): void;
}

/** A verb waits for the server; a conflict loads the latest case, so that the next try is made on what is true. */
export function useVerb({ verb, complaint, onClose }: VerbOptions): Verb {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const [seen, setSeen] = useState(() => ({ row: complaint, cursor: newestCursor(queries, complaint) }));
  const [conflict, setConflict] = useState<Conflict>();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState('');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const run: Verb['run'] = async (send, done) => {
    setIsSending(true);
    setProblem('');
    try {
      replaceCase(queries, await send(seen.row.version));
      notify(done, { messageArgs: { reference: complaint.reference }, type: 'success' });
      onClose();
    } catch (thrown) {
      const error = asApiError(thrown);
      const met = error.code === 'CONFLICT' ? await meet() : undefined;
      setConflict(met);
      setFields(error.fields);
      setProblem(problemOf(error, met, translate));
      setIsSending(false);
    }
  };
  /** The latest case, shown everywhere; nothing when it cannot be read either. */
  const meet = async (): Promise<Conflict | undefined> => {
    const latest = await fetchCase(complaint.id).catch(() => undefined);
    if (!latest) return undefined;
    replaceCase(queries, latest);
    setSeen({ row: latest, cursor: latest.events[0]?.cursor });
    return conflictOf({ verb, seen: seen.row, seenCursor: seen.cursor, latest });
  };
  return { run, isSending, problem, fields, conflict };
}

function problemOf(
  error: ApiError,
  conflict: Conflict | undefined,
  translate: (key: string, options?: object) => string,
): string {
  const isStale = conflict?.canRedo && conflict.latest.version !== conflict.seen.version;
  return isStale ? translate('verb.conflict') : translate(error.message, { _: error.message });
}
