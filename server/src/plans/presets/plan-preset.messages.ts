import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'plan.positionsVacant': [
    '预案要求的岗位还有 {count} 个空缺，不能发布：{positions}',
    'Positions that the plan demands are vacant ({count}), so it cannot be published: {positions}',
  ],
  'plan.presetAdopted': [
    '该机构已套用此模板，其草稿尚未发布。',
    'This unit has adopted the preset already; its draft is not published yet.',
  ],
  'plan.groupNotDemanded': ['该模板不要求本机构设立此类组织', 'is no group that the preset demands at this unit'],
});
