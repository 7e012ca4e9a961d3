import { defineMessages } from '../../kernel/messages.js';

/** What each kind of event is called; a kind that is recorded anywhere has its words here. */
export const kindTexts: Record<string, readonly [zh: string, en: string]> = {
  'access.signedIn': ['登录', 'Signed in'],
  'access.signedOut': ['退出登录', 'Signed out'],
  'access.sessionEnded': ['终止登录会话', 'Session ended'],
  'access.steppedUp': ['通过二次验证', 'Confirmed by second factor'],
  'access.secondFactorEnrolled': ['启用动态口令', 'Second factor enrolled'],
  'access.secondFactorRemoved': ['停用动态口令', 'Second factor removed'],
  'access.explained': ['查询权限来源', 'Reasons for access looked up'],
  'access.roleGranted': ['授予岗位', 'Role granted'],
  'access.grantApproved': ['复核岗位授权', 'Grant approved'],
  'access.roleRevoked': ['撤销岗位', 'Role revoked'],
  'access.groupCreated': ['成立小组', 'Group formed'],
  'access.groupDeactivated': ['停用小组', 'Group deactivated'],
  'access.memberAppointed': ['任命成员', 'Member appointed'],
  'access.memberApproved': ['复核成员任命', 'Appointment approved'],
  'access.memberDismissed': ['免去成员', 'Member dismissed'],
  'access.keyCreated': ['创建接口密钥', 'API key created'],
  'access.keyRevoked': ['撤销接口密钥', 'API key revoked'],
  'access.staffDeactivated': ['停用人员', 'Staff member deactivated'],
  'access.orgUnitMoved': ['迁移机构', 'Unit moved'],
  'signIn.refused': ['登录被拒绝', 'Sign-in refused'],
  'stepUp.refused': ['二次验证未通过', 'Second factor refused'],
  'secondFactor.started': ['开始设置动态口令', 'Second factor set-up begun'],
  'request.refused': ['越权操作被拒绝', 'Request refused'],
  'orgUnit.created': ['新建机构', 'Unit created'],
  'orgUnit.updated': ['修改机构', 'Unit changed'],
  'orgUnit.deactivated': ['停用机构', 'Unit deactivated'],
  'staff.created': ['新建人员', 'Staff member entered'],
  'complaint.registered': ['登记投诉', 'Complaint registered'],
  'complaint.imported': ['导入历史投诉', 'Past complaint imported'],
  'complaint.claimed': ['认领投诉', 'Complaint claimed'],
  'complaint.contactRecorded': ['登记沟通', 'Contact recorded'],
  'complaint.firstResponseGiven': ['完成首次响应', 'First response given'],
  'complaint.resolvedImmediately': ['当场解决', 'Resolved at once'],
  'complaint.clockWarned': ['时限临期', 'Clock nearly due'],
  'complaint.clockBreached': ['时限超期', 'Clock breached'],
  'complaint.fieldRevealed': ['查看客户信息原文', 'Personal data revealed'],
  'escalation.raised': ['升级', 'Escalation raised'],
  'escalation.causeAdded': ['再次触发升级', 'Escalation hit again'],
  'escalation.advanced': ['升级上报', 'Escalation climbed'],
  'escalation.acknowledged': ['签收升级', 'Escalation acknowledged'],
  'escalation.reopened': ['升级签收超时', 'Escalation opened again'],
  'escalation.resolved': ['解除升级', 'Escalation resolved'],
  'escalation.cancelled': ['升级取消', 'Escalation cancelled'],
};

/** The key of a kind's words. */
export const kindKey = (kind: string): string => `audit.kind.${kind}`;

defineMessages(Object.fromEntries(Object.entries(kindTexts).map(([kind, texts]) => [kindKey(kind), texts])));
