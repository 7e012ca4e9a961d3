import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  clockText,
  clockTime,
  elapsedShare,
  spokenClock,
  stateAt,
  warnShare,
  type ClockValue,
} from '../../admin/src/patterns/clock.js';

const words = { MET: '按时完成', CANCELLED: '已取消' };
const at = (time: string) => new Date(`2026-04-14T${time}:00+08:00`).getTime();

/** A first response of 24 hours, warned at three quarters. */
const running: ClockValue = {
  state: 'RUNNING',
  startedAt: '2026-04-13T17:30:00+08:00',
  warnAt: '2026-04-14T11:30:00+08:00',
  dueAt: '2026-04-14T17:30:00+08:00',
};

test('a running clock passes its warning and due points without waiting for the server', () => {
  expect([at('11:29'), at('11:30'), at('17:29'), at('17:30')].map((now) => stateAt(running, now))).toEqual([
    'RUNNING',
    'WARNED',
    'WARNED',
    'BREACHED',
  ]);
});

test('a clock that rests or has ended keeps the state the server gave it', () => {
  for (const state of ['PAUSED', 'MET', 'CANCELLED', 'BREACHED'] as const) {
    expect(stateAt({ ...running, state }, at('23:00'))).toBe(state);
  }
});

test('each state has its text', () => {
  const text = (clock: Partial<ClockValue>, now: string) => clockText({ ...running, ...clock }, at(now), 'zh', words);
  expect(text({}, '14:20')).toBe('剩 3时10分');
  expect(text({}, '18:12')).toBe('超期 42分');
  expect(text({ state: 'PAUSED', pausedAt: '2026-04-13T10:20:00+08:00' }, '14:20')).toBe('暂停 1天4时');
  expect(text({ state: 'MET' }, '14:20')).toBe('按时完成');
  expect(text({ state: 'CANCELLED' }, '14:20')).toBe('已取消');
});

test('a late clock that was fulfilled stands still', () => {
  const late: ClockValue = { ...running, state: 'BREACHED', fulfilledAt: '2026-04-14T18:12:00+08:00' };
  expect(clockText(late, at('23:00'), 'zh', words)).toBe('超期 42分');
});

test('the line below tells when it ends, why it rests or when it was met', () => {
  expect(clockTime(running, at('14:20'), 'zh')).toBe('今天 17:30');
  expect(clockTime({ ...running, state: 'PAUSED', pauseReason: '待客户补件' }, at('14:20'), 'zh')).toBe('待客户补件');
  expect(clockTime({ ...running, state: 'MET', metAt: '2026-04-13T18:00:00+08:00' }, at('14:20'), 'zh')).toBe(
    '昨天 18:00',
  );
});

test('a screen reader hears the length in full words and the due time', () => {
  expect(spokenClock(running, at('14:20'), 'zh', words)).toBe('剩余 3 小时 10 分，今天 17:30 到期');
  expect(spokenClock(running, at('14:20'), 'en', words)).toBe('3 hours 10 minutes left, due today 17:30');
});

test('the rail is filled between nothing and all, and its tick stands at the warning point', () => {
  expect(warnShare(running)).toBe(0.75);
  fc.assert(
    fc.property(fc.integer({ min: at('00:00') - 1e9, max: at('00:00') + 1e9 }), (now) => {
      const share = elapsedShare(running, now);
      return share >= 0 && share <= 1 && (stateAt(running, now) === 'BREACHED') === (share === 1);
    }),
  );
});
