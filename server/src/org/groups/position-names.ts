import type { Post } from '../staff/staff.js';
import type { GroupPosition } from './leadership-group.js';

type Name = readonly [zh: string, en: string];

/** Positions, as docs/glossary.md has them. */
export const positionNames: Record<GroupPosition, Name> = {
  LEADER: ['组长', 'Leader'],
  DEPUTY: ['副组长', 'Deputy'],
  MEMBER: ['成员', 'Member'],
};

/** Posts, as docs/glossary.md has them. */
export const postNames: Record<Post, Name> = {
  PRESIDENT: ['行长', 'president'],
  VICE_PRESIDENT: ['分管副行长', 'vice president in charge'],
  DEPARTMENT_HEAD: ['部门负责人', 'head of department'],
  OUTLET_MANAGER: ['网点负责人', 'outlet manager'],
  RELATIONSHIP_MANAGER: ['客户经理', 'relationship manager'],
  TELLER: ['柜员', 'teller'],
  SERVICE_AGENT: ['客服人员', 'customer service agent'],
  RISK_OFFICER: ['风控人员', 'risk officer'],
  PRODUCT_MANAGER: ['产品经理', 'product manager'],
  KEY_STAFF: ['业务骨干', 'key staff'],
};
