import { Chip } from '@mui/material';
import { Archive, CalendarClock, CircleCheck, CircleSlash, Hourglass, PenLine, type LucideIcon } from 'lucide-react';
import { useTranslate } from 'react-admin';
import type { PlanVersionState } from '../gql/graphql';
import { useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';

const icons: Readonly<Record<PlanVersionState, LucideIcon>> = {
  DRAFT: PenLine,
  IN_REVIEW: Hourglass,
  PUBLISHED: CircleCheck,
  SUPERSEDED: Archive,
  RETIRED: CircleSlash,
};

/** As much of a version as tells how far it has come. */
interface Stated {
  state: PlanVersionState;
  isInForce: boolean;
  endedAt: string | null;
}

/** Whether a version is published for a later day. */
export const isAnnounced = ({ state, isInForce, endedAt }: Stated): boolean =>
  state === 'PUBLISHED' && !isInForce && endedAt === null;

/** The state of a version in a word and a mark; what is published for a later day says so. */
export const StateChip = ({ version }: { version: Stated }) => {
  const tokens = useTokens();
  const word = useWord();
  const translate = useTranslate();
  const waits = isAnnounced(version);
  const { state } = version;
  const Icon = waits ? CalendarClock : icons[state];
  const look =
    state === 'PUBLISHED' && !waits
      ? { color: tokens.met, backgroundColor: tokens.metSoft }
      : state === 'IN_REVIEW'
        ? { color: tokens.warn, backgroundColor: tokens.warnSoft }
        : { color: tokens.ink2, backgroundColor: tokens.sunken };
  return (
    <Chip
      size="small"
      icon={<Icon size={14} strokeWidth={1.75} color="currentColor" aria-hidden="true" />}
      label={waits ? translate('plans.announced') : word('planVersionState', state)}
      sx={look}
    />
  );
};
