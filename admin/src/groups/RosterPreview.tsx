import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Diff } from '../patterns/Diff';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { RosterImport } from './groups.graphql';

/** Who would be appointed, changed and dismissed by a list. */
export const RosterPreview = ({ outcome: { changes, keptCount } }: { outcome: RosterImport }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const nameOf = (position: Position | null, marked?: string) => {
    if (position === null) return null;
    const name = word('groupPosition', position);
    return marked ? translate(marked, { position: name }) : name;
  };
  const count = (isSo: (change: Change) => boolean) => changes.filter(isSo).length;
  const summary = {
    appointed: count(({ formerPosition }) => formerPosition === null),
    changed: count(({ formerPosition, position }) => formerPosition !== null && position !== null),
    dismissed: count(({ position }) => position === null),
    kept: keptCount,
  };
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2 }}>
      <Box component="h3" sx={{ ...type.meta, fontWeight: 600 }}>
        {changes.length === 0
          ? translate('groups.rosterSame', { count: keptCount })
          : translate('groups.rosterSummary', summary)}
      </Box>
      {changes.length === 0 ? null : (
        <Box
          sx={{ maxHeight: 320, overflow: 'auto' }}
          tabIndex={0}
          role="group"
          aria-label={translate('groups.effect')}
        >
          <Diff
            changes={changes.map(({ username, name, formerPosition, position, isWaiting }) => ({
              field: `${name} ${username}`,
              before: nameOf(formerPosition, isWaiting && position === null ? 'groups.rosterWithdrawn' : undefined),
              after: nameOf(position, isWaiting ? 'groups.rosterWaits' : undefined) ?? translate('groups.rosterLeaves'),
            }))}
          />
        </Box>
      )}
      {changes.some(({ isWaiting, position }) => isWaiting && position !== null) ? (
        <Box component="p" sx={{ color: tokens.ink2, ...type.meta }}>
          {translate('groups.willWait')}
        </Box>
      ) : null}
    </Box>
  );
};

type Change = RosterImport['changes'][number];
type Position = NonNullable<Change['position']>;
