import type { GroupKind } from '../../org/groups/leadership-group.js';
import type { OrgUnitKind } from '../../org/units/org-unit.js';
import type { DepartmentDemand, Text } from './preset.js';

/** Words of docs/glossary.md, for sentences about plans. */
export const groupNames: Record<GroupKind, Text> = {
  LEADERSHIP_GROUP: ['领导小组', 'Leadership group'],
  OFFICE: ['投诉处理办公室', 'Office'],
  CENTER: ['投诉处理中心', 'Centre'],
  WORKING_GROUP: ['应急工作小组', 'Working group'],
  HANDLING_TEAM: ['投诉处理小组', 'Handling team'],
  PROJECT_TEAM: ['专项受理小组', 'Project team'],
  FIELD_TEAM: ['现场处置组', 'Field team'],
};

export const unitKindNames: Record<OrgUnitKind, Text> = {
  HEAD_OFFICE: ['总行', 'head office'],
  PROVINCIAL_BRANCH: ['省分行', 'provincial branch'],
  BRANCH: ['分行', 'branch'],
  SUB_BRANCH: ['支行', 'sub-branch'],
  OUTLET: ['网点', 'outlet'],
  DEPARTMENT: ['部门', 'department'],
};

/** Other parties that duties are given to. */
export const parties = {
  department: ['承办部门', 'Handling department'],
  outlet: ['营业网点', 'Outlets'],
  everyUnit: ['各部门和分支机构', 'Every department and unit'],
  everybody: ['全体员工', 'All staff'],
  customerService: ['客户服务部', 'Customer service department'],
} as const satisfies Record<string, Text>;

/** Departments that plans name, with the words by which banks call them. */
export const departments = {
  generalOffice: { name: ['办公室', 'General office'], words: ['办公室'] },
  operations: { name: ['业务运营部', 'Operations'], words: ['运营'] },
  risk: { name: ['风险管理部', 'Risk management'], words: ['风险', '风控'] },
  legal: { name: ['法律合规部', 'Legal and compliance'], words: ['法律', '合规'] },
  customerService: { name: ['客户服务部', 'Customer service'], words: ['客户服务', '客服', '消费者权益'] },
  technology: { name: ['信息技术部', 'Information technology'], words: ['科技', '信息技术'] },
  personalBanking: { name: ['个人金融部', 'Personal banking'], words: ['个人金融', '个金', '零售'] },
  corporateBanking: { name: ['公司业务部', 'Corporate banking'], words: ['公司业务', '公司金融', '对公'] },
  internationalSettlement: { name: ['国际结算部', 'International settlement'], words: ['国际'] },
  business: { name: ['营业部', 'Business department'], words: ['营业部'] },
  union: { name: ['工会', 'Trade union'], words: ['工会'] },
} as const satisfies Record<string, DepartmentDemand>;
