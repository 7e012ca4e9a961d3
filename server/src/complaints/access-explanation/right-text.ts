import { say, type Locale } from '../../kernel/messages.js';
import type { HeldRight } from '../../org/grants/rights.js';
import { DeskDuty } from '../../org/groups/desk-duty.js';
import { GroupMember } from '../../org/groups/leadership-group.js';
import type { AccessSource } from './access-explanation.js';

/** What a right comes from. */
export function sourceOf({ source }: Pick<HeldRight, 'source'>): AccessSource {
  if (source instanceof GroupMember) return 'GROUP_MEMBERSHIP';
  return source instanceof DeskDuty ? 'DESK_DUTY' : 'ROLE_GRANT';
}

/** A right in words: what it comes from, where it holds and what it lets one read. */
export function rightText(locale: Locale, right: HeldRight): string {
  const { grant, source } = right;
  const reads = say(locale, `access.reads.${grant.role}`);
  const place = say(locale, {
    key: grant.withSubtree ? 'access.placeAndBelow' : 'access.place',
    params: { unit: unitOf(source).name },
  });
  if (source instanceof GroupMember) {
    const position = say(locale, `access.position.${source.position}`);
    return say(locale, { key: 'access.byGroup', params: { group: source.group.$.name, position, place, reads } });
  }
  if (source instanceof DeskDuty) {
    const desk = source.group?.$.name ?? source.department?.$.name ?? '';
    return say(locale, { key: 'access.byDuty', params: { desk, place, reads } });
  }
  const role = say(locale, `access.role.${grant.role}`);
  return say(locale, { key: 'access.byGrant', params: { role, place, reads } });
}

const unitOf = (source: HeldRight['source']) =>
  (source instanceof GroupMember ? source.group.$.orgUnit : source.orgUnit).getEntity();
