import type { Connection } from '../provider/connection';
import type { ClockState, ClockValue } from './clock';
import type { TimelineItem } from './TimelineEntry';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const instant = (at: number) => new Date(at).toISOString();

/** A sample clock that ends in `left` and began so that `share` of it is used up. */
function clock(now: number, state: ClockState, left: number, share: number): ClockValue {
  const length = left > 0 ? left / (1 - share) : day;
  const dueAt = now + left;
  const [startedAt, warnAt] = [dueAt - length, dueAt - length / 4];
  return {
    state,
    startedAt: instant(startedAt),
    warnAt: instant(warnAt),
    dueAt: instant(dueAt),
    kind: 'FIRST_RESPONSE',
  };
}

/** One clock of each state. */
export function sampleClocks(now: number): readonly ClockValue[] {
  return [
    clock(now, 'RUNNING', 27 * hour, 0.4),
    clock(now, 'WARNED', 76 * minute, 0.92),
    clock(now, 'BREACHED', -42 * minute, 1),
    { ...clock(now, 'PAUSED', 9 * hour, 0.5), pausedAt: instant(now - 28 * hour), pauseReason: '待客户补件' },
    { ...clock(now, 'MET', 3 * day, 0.5), metAt: instant(now - 6 * day) },
    clock(now, 'CANCELLED', 3 * hour, 0.5),
  ];
}

/** An action bar with a main, a second, a blocked and an urgent action. */
export const sampleActions = [
  { code: 'reviewResolution', label: '审核通过' },
  { code: 'returnResolution', label: '退回修改' },
  { code: 'closeComplaint', label: '结案', blockedBy: '须先答复客户' },
  { code: 'advanceEscalation', label: '立即上报' },
];

/** One changed field. */
export const sampleChanges = [{ field: '赔偿', before: null, after: '¥312.60' }];

/** A path of three and one that folds. */
export const samplePaths = [
  ['澜江银行', '临澜分行', '石桥路支行'],
  ['澜江银行', '沧平省分行', '临澜分行', '石桥路支行'],
];

/** A person with their unit. */
export const samplePerson = { name: '许蔓青', unitName: '石桥路支行' };

/** What the empty state says. */
export const sampleEmpty = {
  title: '今天没有要您处理的投诉',
  note: '下一件到期：明天 17:30，TS-2026-000404',
  open: '看全部在办 128 件',
};

/** What the error state says. */
export const sampleError = { title: '没有读到投诉清单', errorId: 'E-7F3A' };

/** The drill's title and phase. */
export const sampleDrill = '群体投诉演练，第 3 阶段：调查核实';

/** A toast's text. */
export const sampleToast = '已签收 TS-2026-000421';

/** A cut and a recovered connection. */
export function sampleConnections(now: number): readonly Connection[] {
  const since = new Date(now - 9 * minute);
  const acknowledge = () => {};
  return [
    { state: 'offline', since, retryInSeconds: 8, acknowledge },
    { state: 'recovered', since, recoveredCount: 2, acknowledge },
  ];
}

/** A short history. */
export function sampleTimeline(now: number): readonly TimelineItem[] {
  return [
    { id: '3', at: instant(now - 24 * minute), kind: 'change', actorName: '方怀谷', text: '提交方案第 2 版，等待审核' },
    {
      id: '2',
      at: instant(now - 5 * hour),
      kind: 'contact',
      actorName: '方怀谷',
      text: '电话说明进展',
      note: '客户愿意等到周三',
    },
    { id: '1', at: instant(now - 22 * hour), kind: 'escalation', actorName: null, text: '升级至 E2 投诉管理部门' },
  ];
}
