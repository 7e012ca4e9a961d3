import { bilingual } from '../provider/bilingual';

/** What happened to a complaint, as sentences after a name. */
export const eventMessages = bilingual(
  {
    event: {
      REGISTERED: '登记投诉',
      CLAIMED: '认领，成为首问责任人',
      CONTACT_RECORDED: '登记沟通',
      RESOLVED_IMMEDIATELY: '当场解决',
      LEVEL_CHANGED: '调整等级：%{from} → %{to}',
      CLOCK_PAUSED: '%{clock}暂停',
      CLOCK_RESUMED: '%{clock}恢复',
      CLOCK_MOVED: '%{clock}因工作日历变动重算',
      CLOCK_WARNED: '%{clock}临期',
      CLOCK_BREACHED: '%{clock}超期',
      late: '（迟 %{minutes} 分钟触发）',
      contact: '%{direction}，%{channel}：%{kind}',
      visible: '客户查询时可见',
      raised: '升级至%{level}：%{trigger}',
      acknowledged: '签收升级',
      resolved: '解除升级',
      olderFailed: '更早的记录没有读到，请重试。',
    },
  },
  {
    event: {
      REGISTERED: 'registered the complaint',
      CLAIMED: 'claimed it as first handler',
      CONTACT_RECORDED: 'recorded a contact',
      RESOLVED_IMMEDIATELY: 'resolved it at once',
      LEVEL_CHANGED: 'changed the level: %{from} → %{to}',
      CLOCK_PAUSED: '%{clock} stands still',
      CLOCK_RESUMED: '%{clock} runs on',
      CLOCK_MOVED: '%{clock} moved with the working calendar',
      CLOCK_WARNED: '%{clock} is near due',
      CLOCK_BREACHED: '%{clock} is overdue',
      late: ' (noticed %{minutes} min late)',
      contact: '%{direction}, %{channel}: %{kind}',
      visible: 'visible to the customer',
      raised: 'escalated to %{level}: %{trigger}',
      acknowledged: 'acknowledged the escalation',
      resolved: 'resolved the escalation',
      olderFailed: 'The older entries could not be read. Try again.',
    },
  },
);
