import { Complaint } from '../../complaints/complaint/complaint.js';
import { Escalation } from '../../escalations/escalation.js';
import { Event } from '../../kernel/event.js';
import { computed, expose, readable } from '../../kernel/read/registry.js';
import { ApiKey } from '../../org/api-keys/api-key.js';
import { RoleGrant } from '../../org/grants/role-grant.js';
import { LeadershipGroup } from '../../org/groups/leadership-group.js';
import { Staff } from '../../org/staff/staff.js';
import { OrgUnit } from '../../org/units/org-unit.js';
import { visibleTo } from './audit.access.js';
import { AuditEntry } from './audit-entry.js';

readable(AuditEntry, { entity: Event, visibleTo });

// Ids are unique in the whole bank, so at most one of these is there.
expose(AuditEntry, 'actor', { one: () => Staff, on: 'actorId' });
expose(AuditEntry, 'actorKey', { one: () => ApiKey, on: 'actorId' });
expose(AuditEntry, 'complaint', { one: () => Complaint, on: 'subjectId' });
expose(AuditEntry, 'escalation', { one: () => Escalation, on: 'subjectId' });
expose(AuditEntry, 'unit', { one: () => OrgUnit, on: 'subjectId' });
expose(AuditEntry, 'person', { one: () => Staff, on: 'subjectId' });
expose(AuditEntry, 'group', { one: () => LeadershipGroup, on: 'subjectId' });
expose(AuditEntry, 'grant', { one: () => RoleGrant, on: 'subjectId' });
expose(AuditEntry, 'key', { one: () => ApiKey, on: 'subjectId' });
expose(AuditEntry, 'objectPerson', { one: () => Staff, on: 'objectId' });

computed(AuditEntry, 'actorKeyName', ['actorKey.name']);
computed(AuditEntry, 'details', ['data']);
computed(AuditEntry, 'subject', [
  'subjectType',
  'subjectId',
  'complaint.reference',
  'escalation.reference',
  'unit.name',
  'person.name',
  'group.name',
  'key.name',
  'grant.staff.name',
  'objectPerson.name',
]);
computed(AuditEntry, 'orgUnitName', [
  'complaint.orgUnit.name',
  'escalation.complaint.orgUnit.name',
  'unit.name',
  'person.orgUnit.name',
  'group.orgUnit.name',
  'grant.orgUnit.name',
  'key.orgUnit.name',
  'actor.orgUnit.name',
]);
