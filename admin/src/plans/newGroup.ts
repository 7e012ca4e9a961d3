import type { AdoptedGroupInput, GroupKind } from '../gql/graphql';
import type { ChosenPerson } from '../org/PickPeople';

/** A demanded group that is to be set up with the draft. */
export interface NewGroup {
  kind: GroupKind;
  name: string;
  leadUnitId: string | undefined;
  leaderId: string | undefined;
  deputies: readonly ChosenPerson[];
  members: readonly ChosenPerson[];
}

/** One that nobody is in yet. */
export const emptyGroup = (kind: GroupKind): NewGroup => ({
  kind,
  name: '',
  leadUnitId: undefined,
  leaderId: undefined,
  deputies: [],
  members: [],
});

/** As the API takes it. */
export const inputOf = ({ kind, name, leadUnitId, leaderId, deputies, members }: NewGroup): AdoptedGroupInput => ({
  kind,
  name: name.trim() || null,
  leadUnitId: leadUnitId ?? null,
  members: [
    ...(leaderId ? [{ staffId: leaderId, position: 'LEADER' as const }] : []),
    ...deputies.map(({ id }) => ({ staffId: id, position: 'DEPUTY' as const })),
    ...members.map(({ id }) => ({ staffId: id, position: 'MEMBER' as const })),
  ],
});
