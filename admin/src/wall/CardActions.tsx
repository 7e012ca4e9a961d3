import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useShortcuts } from '../layout/useShortcuts';
import { ActionButton } from '../patterns/ActionButton';
import { BlockedAction } from '../patterns/BlockedAction';
import type { WallEscalation } from './urgency';
import { useConfirmed } from './useConfirmed';
import { useWall } from './wallContext';

/** The wall's verbs in the order of its buttons, with their keys. */
const verbs = [
  { code: 'acknowledgeEscalation', name: 'acknowledge', key: 'A' },
  { code: 'resolveEscalation', name: 'resolve', key: undefined },
  { code: 'advanceEscalation', name: 'advance', key: 'E' },
] as const;

type Verb = (typeof verbs)[number];

interface CardActionsProps {
  escalation: WallEscalation;
  /** Touch targets on the phone. */
  height?: number;
}

/**
 * What the server lets this viewer do with an escalation; the main one is filled on the selected card only.
 * On a screen they keep to one line, a long reason to two, so that two rows of cards fit.
 */
export function CardActions({ escalation, height = 38 }: CardActionsProps) {
  const offered = verbs.filter(({ code }) => escalation.allowedActions.some((action) => action.code === code));
  return (
    <Box sx={{ display: 'flex', flexWrap: { xs: 'wrap', md: 'nowrap' }, gap: '8px' }}>
      {offered.map((verb) => (
        <CardAction key={verb.code} {...{ escalation, verb, height }} />
      ))}
    </Box>
  );
}

function CardAction({ escalation, verb, height }: { escalation: WallEscalation; verb: Verb; height: number }) {
  const { actions, blockedBy, selectedId } = useWall();
  const label = useTranslate()(`wall.${verb.name}`);
  const act = useVerb(escalation, verb);
  const advance = useConfirmed(act);
  const isSelected = escalation.id === selectedId;
  const isMain = verb.name === 'acknowledge';
  const reason = blockedBy ?? escalation.allowedActions.find(({ code }) => code === verb.code)?.blockedBy;
  const ask = useTranslate()('wall.advanceAsk');
  useShortcuts(verb.name === 'advance' && isSelected && !reason ? { e: advance.press } : {});
  if (reason) return <BlockedAction {...{ label, reason, height }} />;
  return (
    <Box sx={isMain ? { flex: '1 0 max-content', minWidth: { xs: 130, md: 0 }, display: 'grid' } : { display: 'grid' }}>
      <ActionButton
        label={advance.isAsking ? ask : label}
        onClick={verb.name === 'advance' ? advance.press : act}
        isMain={isMain && isSelected}
        isPending={actions.pendingId === escalation.id}
        keys={isSelected ? verb.key : undefined}
        height={height}
      />
    </Box>
  );
}

function useVerb(escalation: WallEscalation, { name }: Verb): () => void {
  const { actions, askResolution } = useWall();
  if (name === 'resolve') return () => askResolution(escalation);
  return () => actions[name](escalation);
}
