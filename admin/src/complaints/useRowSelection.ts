import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useShortcuts } from '../layout/useShortcuts';
import type { ComplaintRow } from './complaints.graphql';
import { useVerbDialog } from './verbs/VerbDialogs';
import { knownActions } from './verbs/verbs';

/** Which row is selected, and the keys that move it. */
export interface RowSelection {
  id: string | undefined;
  select(id: string): void;
  clear(): void;
}

/** J and K move, O opens, Enter does the row's main action, Esc clears; on a wide page the first row is selected to begin with. */
export function useRowSelection(rows: readonly ComplaintRow[], startsWithFirst: boolean): RowSelection {
  const navigate = useNavigate();
  const openVerb = useVerbDialog();
  const [id, setId] = useState<string>();
  const [isCleared, setIsCleared] = useState(false);
  const index = rows.findIndex((row) => row.id === id);
  const first = rows[0]?.id;
  useEffect(() => {
    if (index < 0 && startsWithFirst && !isCleared && first) setId(first);
  }, [index, startsWithFirst, isCleared, first]);
  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, index + step))];
    if (!next) return;
    setId(next.id);
    document.getElementById(`row-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const open = () => {
    if (id) void navigate(`/complaints/${id}/show`);
  };
  /** The row's main action: the first verb that is possible now, else a look at the case. */
  const act = () => {
    const row = rows[index];
    const next = row && knownActions(row.allowedActions).find(({ blockedBy }) => !blockedBy);
    if (next) openVerb(next.code, row);
    else open();
  };
  const clear = () => {
    setIsCleared(true);
    setId(undefined);
  };
  useShortcuts({
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    o: open,
    Enter: act,
    Escape: clear,
  });
  return { id: index < 0 && rows.length > 0 ? undefined : id, select: setId, clear };
}
