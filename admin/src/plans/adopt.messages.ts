import { bilingual } from '../provider/bilingual';

/** Beginning from a preset. */
export const adoptMessages = bilingual(
  {
    adopt: {
      about:
        '选一份模板，看清它改变什么、要求设立哪些组织，再为机构生成草稿。草稿由投诉管理部门或领导小组修改、提交，领导小组成员发布后才生效。',
      failed: '模板没有读出来',
      which: '选择模板',
      where: '适用机构',
      desk: '投诉管理部门：%{name}',
      demands: '组织和岗位要求',
      demandsFailed: '组织和岗位要求没有读出来',
      notYours: '您不是该机构的系统管理员，不能为它套用模板。',
      setUpNote:
        '尚未设立的组织可以现在一并设立，也可以以后再设；所选人员以要求的职务任职。要求的岗位都有人之后，预案才能发布。',
      setUp: '设立%{name}',
      notNow: '以后再设',
      groupName: '名称',
      others: '其他成员',
      leadUnit: '牵头部门',
      changes: '与默认规则的差异（%{count} 项）',
      subject: '事项',
      says: '模板的规定',
      clauses: '条款',
      isOwn: '条款没有给出数值或文字，由我行自定',
      next: '生成草稿后可继续修改，不会立即生效。',
      done: '草稿已生成',
    },
  },
  {
    adopt: {
      about:
        'Choose a preset, see what it changes and which groups it demands, then make a draft for a unit. The desk or the leaders change and submit it, and it holds once a member of the leadership group has published it.',
      failed: 'The presets could not be read',
      which: 'Which preset',
      where: 'For which unit',
      desk: 'Desk: %{name}',
      demands: 'Groups and positions that it demands',
      demandsFailed: 'What it demands could not be read',
      notYours: 'You do not administer this unit, so you cannot adopt a preset for it.',
      setUpNote:
        'Groups that are missing can be set up now or later; whoever is chosen sits in them by the demanded post. The plan is published once every demanded position is held.',
      setUp: 'Set up: %{name}',
      notNow: 'Not now',
      groupName: 'Name',
      others: 'Other members',
      leadUnit: 'Leading department',
      changes: 'What differs from the default rules (%{count})',
      subject: 'About',
      says: 'What the preset says',
      clauses: 'Clauses',
      isOwn: "The clause gives no number or words; these are the bank's own",
      next: 'The draft can be changed further; nothing takes effect yet.',
      done: 'The draft was made',
    },
  },
);
