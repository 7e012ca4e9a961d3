import { defineMessages } from '../kernel/messages.js';

defineMessages({
  'action.renameCode': ['修改名称', 'Rename'],
  'action.moveCode': ['调整顺序', 'Move'],
  'action.retireCode': ['停用', 'Retire'],
  'action.restoreCode': ['恢复使用', 'Restore'],
  'codeList.form': [
    '2 至 60 个大写字母、数字或下划线，以字母开头',
    'needs 2 to 60 capital letters, digits or underscores, a letter first',
  ],
  'codeList.taken': ['该代码已在此代码表中使用过', 'is or was used in this list'],
  'codeList.deep': ['最多三级', 'would be deeper than three levels'],
  'codeList.full': ['该代码表已满', 'the list is full'],
  'codeList.parentRetired': ['上级代码已停用', 'is retired'],
  'codeList.notSibling': ['须为同级代码', 'is no sibling'],
  'codeList.hasActive': [
    '该代码之下还有在用代码，请先停用下级。',
    'There are active codes below this one; retire them first.',
  ],
  'codeList.retired': ['该代码已停用。', 'This code is retired already.'],
  'codeList.active': ['该代码正在使用。', 'This code is in use.'],
  'codeList.parentStillRetired': [
    '上级代码已停用，请先恢复上级。',
    'The code above it is retired; restore that first.',
  ],
});
