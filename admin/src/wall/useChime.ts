import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'react-admin';

/** One soft tone every minute until everything is acknowledged. */
const repeatEvery = 60_000;

/** What the wall can say about its sound. */
export interface Chime {
  isMuted: boolean;
  /** The browser wants a click before it lets the page sound. */
  isBlocked: boolean;
  toggleMute: () => void;
  unblock: () => void;
}

/** A sine of six tenths of a second that swells and fades: heard, not startling. */
function tone(context: AudioContext): void {
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  const start = context.currentTime;
  oscillator.type = 'sine';
  oscillator.frequency.setValueAtTime(587, start);
  oscillator.frequency.setValueAtTime(784, start + 0.22);
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.12, start + 0.05);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.62);
}

/** Sounds for each new alarm and every minute until there is none. */
export function useChime(alarm: string | null): Chime {
  const [isMuted, setMuted] = useStore('wall.muted', false);
  const [isBlocked, setBlocked] = useState(false);
  const context = useRef<AudioContext | null>(null);
  const sound = useCallback(() => {
    context.current ??= new AudioContext();
    const { state } = context.current;
    setBlocked(state === 'suspended');
    if (state === 'running') tone(context.current);
  }, []);
  useEffect(() => {
    if (isMuted || alarm === null) return undefined;
    sound();
    const timer = setInterval(sound, repeatEvery);
    return () => clearInterval(timer);
  }, [isMuted, alarm, sound]);
  useEffect(() => () => void context.current?.close(), []);
  const unblock = useCallback(() => void context.current?.resume().then(sound), [sound]);
  return { isMuted, isBlocked: isBlocked && !isMuted, toggleMute: () => setMuted(!isMuted), unblock };
}
