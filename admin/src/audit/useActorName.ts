import { useTranslate } from 'react-admin';
import type { Entry } from './audit.graphql';

/** Says who acted: the person, the key, the system or a stranger. */
export function useActorName(): (entry: Entry) => string {
  const translate = useTranslate();
  return ({ actor, actorKeyName, actorKind }) =>
    actor ? `${actor.name} (${actor.username})` : (actorKeyName ?? translate(`audit.by.${actorKind}`));
}
