import { defineMessages } from '../kernel/messages.js';
import { clockWords, levelWords } from './plan-words.js';

const each = <Key extends string>(words: Record<Key, readonly [string, string]>) =>
  Object.entries(words) as [Key, readonly [string, string]][];

defineMessages({
  'action.draftPlanVersion': ['起草新版本', 'Draft a version'],
  'action.updatePlanVersion': ['修改', 'Edit'],
  'action.submitPlanVersion': ['提交审核', 'Submit for review'],
  'action.returnPlanVersion': ['退回修改', 'Return'],
  'action.publishPlanVersion': ['发布', 'Publish'],
  'action.retirePlanVersion': ['废止', 'Retire'],
  'action.acknowledgePlan': ['签收', 'Acknowledge'],
  'plan.not.DRAFT': ['只有草稿可以修改和提交。', 'Only a draft can be changed or submitted.'],
  'plan.not.IN_REVIEW': ['该版本不在待审核状态。', 'This version does not wait for review.'],
  'plan.not.PUBLISHED': ['该版本不在已发布状态。', 'This version is not published.'],
  'plan.noSelfReview': [
    '本人起草、修改或提交的版本，须由领导小组其他成员审核发布。',
    'You wrote or submitted this version; another member of the leadership group reviews and publishes it.',
  ],
  'plan.headOfficeKeeps': [
    '总行综合预案不能废止，只能由新版本替代。',
    'The general plan of the head office cannot be retired, only superseded.',
  ],
  'plan.notYetInForce': ['该版本尚未生效，不能废止。', 'This version is not in force yet and cannot be retired.'],
  'plan.onlyWriters': [
    '只有该机构的投诉管理部门或领导小组可以起草预案。',
    'Only the desk or the leaders of this unit write its plans.',
  ],
  'plan.groupWithoutLeader': [
    '领导小组须有且只有一名在任组长，方可发布预案。',
    'The leadership group needs exactly one leader in office before it publishes a plan.',
  ],
  'plan.notOfUnit': ['该机构在此版本中没有职责，无须签收。', 'This unit has no duties under this version.'],
  'plan.nameNeeded': ['新预案须有名称', 'a new plan needs a name'],
  'plan.nameFixed': ['该机构已有此类预案，名称不能更改', 'this unit has a plan of this kind, which keeps its name'],
  'plan.tooMany': ['最多 {most} 项', 'may have at most {most} entries'],
  'plan.titleNeeded': ['须填写文件名称或选择上级行预案版本', 'needs a title or a version of a unit above'],
  'plan.basisNotAbove': ['须为上级行已发布的预案版本', 'must be a published version of a unit above'],
  'plan.dutyOutside': ['须为本机构或辖内机构', 'must be the unit of the plan or one below it'],
  'plan.unknownCategory': ['类别代码表中没有这个在用代码', 'is not a category in use'],
  'plan.saidTwice': ['与前面的一项重复', 'repeats an earlier entry'],
  'plan.shareOutOfRange': ['须大于 0 且小于 1', 'must be between 0 and 1, neither of them included'],
  'plan.stepMissing': ['缺少升级层级 {step}', 'does not say anything of step {step}'],
  'plan.promiseSetsTime': ['兑现时限由每次承诺确定，不在预案中设定', 'is set by each promise, not by the plan'],
  'plan.badAmount': ['须为不小于 0 的金额', 'must be an amount of at least 0'],
  'plan.deskBelowFree': ['不能低于免审核赔偿额', 'must not be less than what needs no review'],
  'plan.receiverOutside': [
    '须为本机构、上级行或辖内的机构或组织',
    'must be a unit or group of this unit, of one above or of one below it',
  ],
  'plan.stepReachesNobody': [
    '该层级及其上各级均无在岗人员，升级无人接收',
    'reaches nobody: neither this step nor any above it has active people on the path of the unit',
  ],
  'plan.deskOutside': [
    '须为本机构、上级行或辖内机构的组织或部门',
    'must belong to the unit, to one above or to one below it',
  ],
  'plan.deskKind': ['该类型的组织不能作为投诉管理部门', 'is a kind of group that is no desk'],
  'plan.deskNotDepartment': ['须为部门', 'must be a department'],
  'plan.deskEmpty': ['该组织没有在岗人员', 'has no active people'],
  'plan.past': ['实施日期不能早于当前时间', 'must not lie in the past'],
  'plan.overlaps': [
    '与已发布的版本重叠：须晚于其实施日期',
    'overlaps a published version: it must be later than when that one takes effect',
  ],
  'plan.defaultName': ['客户投诉应急预案', 'Contingency plan for customer complaints'],
  ...Object.fromEntries(
    each(levelWords).map(([level, [zh, en]]) => [
      `plan.reviewMissing.${level}`,
      [`缺少${zh}投诉的审核规则`, `sets no review for the level ${en}`] as const,
    ]),
  ),
  ...Object.fromEntries(
    each(clockWords).flatMap(([clock, [zh, en]]) =>
      each(levelWords).map(([level, [levelZh, levelEn]]) => [
        `plan.limitMissing.${clock}.${level}`,
        [`缺少${levelZh}投诉的${zh}时限`, `sets no ${en} limit for the level ${levelEn}`] as const,
      ]),
    ),
  ),
});
