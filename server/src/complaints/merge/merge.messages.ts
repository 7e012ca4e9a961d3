import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.mergeComplaint': ['合并', 'Merge'],
  'complaint.notToMerge': ['投诉已经分派或已经终止', 'The complaint is assigned already, or has ended'],
  'complaint.held': ['另有事项未了结，暂缓结案', 'Something else keeps its file open'],
  'merge.hasDuplicates': ['已有其他投诉并入本投诉', 'Other complaints are handled as a part of this one'],
  'merge.itself': ['不能并入自身', 'must be another complaint'],
  'merge.targetEnded': ['该投诉已经答复或终止', 'has been answered or has ended'],
  'merge.targetLater': ['只能并入较早收到的投诉', 'must have been received earlier'],
  'merge.targetLighter': [
    '该投诉等级较低或缺少相应风险标识，请先调整后再合并',
    'is lighter or lacks a risk flag; raise it first',
  ],
  'merge.otherComplainant': ['不是同一投诉人', 'is by another complainant'],
  'merge.reasonNeeded': [
    '联系方式不同，须说明为何是同一投诉人',
    'Contact data differ: say how you know it is the same person',
  ],
  'merge.told': [
    '您的投诉 {reference} 与您此前的投诉 {target} 合并办理，查询任一编号均可了解进展。',
    'Your complaint {reference} is handled together with your earlier one {target}; either code shows how it goes.',
  ],
});
