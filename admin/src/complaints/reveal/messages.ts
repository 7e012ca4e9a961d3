import { bilingual } from '../../provider/bilingual';

/** Seeing a masked value in clear. */
export const revealMessages = bilingual(
  {
    reveal: {
      show: '查看明文：%{field}',
      hide: '隐藏：%{field}',
      title: '查看明文：%{field}',
      hint: '事由和查看人、时间一并记入审计日志。明文显示 60 秒，请勿抄录或拍照。',
      reason: '查看事由',
      reasonEmpty: '请选择查看事由。',
      note: '事由说明',
      noteEmpty: '请说明事由。',
      confirm: '查看',
      secondsLeft: '%{count} 秒后隐藏',
    },
  },
  {
    reveal: {
      show: 'Show in clear: %{field}',
      hide: 'Hide: %{field}',
      title: 'Show in clear: %{field}',
      hint: 'Your name, the time and the reason go to the audit log. It is shown for 60 seconds; do not copy or photograph it.',
      reason: 'Reason',
      reasonEmpty: 'Choose a reason.',
      note: 'In words',
      noteEmpty: 'Say what for.',
      confirm: 'Show',
      secondsLeft: 'hidden in %{count} s',
    },
  },
);
