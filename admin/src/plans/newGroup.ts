import type { AdoptedGroupInput, GroupKind, GroupMemberInput, GroupPosition, Post } from '../gql/graphql';
import type { ChosenPerson } from '../org/PickPeople';
import type { Demand } from './plans.graphql';

/** A place in a group to set up: one that the preset demands, or one more. */
export interface Seat {
  /** In the words of the demand; none for what every group has. */
  label: string | undefined;
  position: GroupPosition;
  /** The post by which whoever is chosen sits in the group. */
  post: Post | null;
  /** Whether several people may hold it. */
  isMany: boolean;
  people: readonly ChosenPerson[];
}

/** A demanded group that is to be set up with the draft. */
export interface NewGroup {
  kind: GroupKind;
  name: string;
  leadUnitId: string | undefined;
  seats: readonly Seat[];
}

/** One that nobody is in yet: a leader, what the preset demands, and whoever else. */
export function newGroup({ groupKind, positions }: Demand['demand']): NewGroup {
  const demanded = positions.map(({ label, position, post, eachUnitKind }) =>
    seat(position ?? 'MEMBER', { label, post, isMany: eachUnitKind !== null }),
  );
  const hasLeader = demanded.some(({ position }) => position === 'LEADER');
  return {
    kind: groupKind,
    name: '',
    leadUnitId: undefined,
    seats: [...(hasLeader ? [] : [seat('LEADER')]), ...demanded, seat('MEMBER', { isMany: true })],
  };
}

const seat = (position: GroupPosition, part: Partial<Seat> = {}): Seat => ({
  label: undefined,
  position,
  post: null,
  isMany: false,
  people: [],
  ...part,
});

/** Whether its leader is named. */
export const hasLeader = ({ seats }: NewGroup): boolean =>
  seats.some(({ position, people }) => position === 'LEADER' && people.length > 0);

/** As the API takes it; whoever was chosen for two places sits in the higher one, by the post of either. */
export function inputOf({ kind, name, leadUnitId, seats }: NewGroup): AdoptedGroupInput {
  const members = new Map<string, GroupMemberInput>();
  for (const { position, post, people } of seats)
    for (const { id } of people) {
      const known = members.get(id);
      members.set(id, {
        staffId: id,
        position: known ? higher(known.position, position) : position,
        basis: known?.basis ?? post,
      });
    }
  return { kind, name: name.trim() || null, leadUnitId: leadUnitId ?? null, members: [...members.values()] };
}

const order: readonly GroupPosition[] = ['LEADER', 'DEPUTY', 'MEMBER'];
const higher = (one: GroupPosition, other: GroupPosition) => (order.indexOf(one) < order.indexOf(other) ? one : other);
