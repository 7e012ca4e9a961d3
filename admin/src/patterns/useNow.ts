import { useSyncExternalStore } from 'react';

/** How often a component wants to hear the time; seconds are for the wall and the incident header only. */
export type Tick = 'minute' | 'second';

interface Pulse {
  now: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  listeners: Set<() => void>;
}

const periods: Record<Tick, number> = { minute: 60_000, second: 1_000 };
const pulses: Record<Tick, Pulse> = { minute: newPulse(), second: newPulse() };

function newPulse(): Pulse {
  return { now: Date.now(), timer: undefined, listeners: new Set() };
}

/** The timer is armed anew at each full minute or second, so it neither drifts nor sleeps through a suspended laptop. */
function arm(tick: Tick): void {
  const pulse = pulses[tick];
  const wait = periods[tick] - (Date.now() % periods[tick]);
  pulse.timer = setTimeout(() => {
    arm(tick);
    beat(tick);
  }, wait);
}

function beat(tick: Tick): void {
  pulses[tick].now = Date.now();
  for (const listener of pulses[tick].listeners) listener();
}

function subscribe(tick: Tick, listener: () => void): () => void {
  const pulse = pulses[tick];
  pulse.listeners.add(listener);
  if (pulse.timer === undefined) {
    pulse.now = Date.now();
    arm(tick);
  }
  return () => {
    pulse.listeners.delete(listener);
    if (pulse.listeners.size > 0) return;
    clearTimeout(pulse.timer);
    pulse.timer = undefined;
  };
}

const subscribers = {
  minute: (listener: () => void) => subscribe('minute', listener),
  second: (listener: () => void) => subscribe('second', listener),
};

function snapshot(tick: Tick): number {
  const pulse = pulses[tick];
  // Nobody listened for a while: the first reader must not see an old time.
  if (pulse.timer === undefined && Date.now() - pulse.now >= periods[tick]) pulse.now = Date.now();
  return pulse.now;
}

/** The time now, renewed by one timer that all components share. */
export function useNow(tick: Tick = 'minute'): number {
  return useSyncExternalStore(subscribers[tick], () => snapshot(tick));
}
