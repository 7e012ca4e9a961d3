import type { ClockState } from './clock';

interface ClockMarkProps {
  state: ClockState;
  /** The used-up share, 0 to 1, drawn as a pie while running. */
  share?: number;
  size?: number;
}

const bang = 'M7.1 4h1.8v5H7.1zM7.1 10.4h1.8v1.8H7.1z';
const shapes: Record<Exclude<ClockState, 'RUNNING' | 'CANCELLED'>, string> = {
  WARNED: `M8 .9 15.6 14.6H.4zM7.1 5.6h1.8v4.3H7.1zM7.1 11h1.8v1.8H7.1z`,
  BREACHED: `M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5z${bang}`,
  PAUSED: 'M3.4 2h3.2v12H3.4zM9.4 2h3.2v12H9.4z',
  MET: 'M8 .6a7.4 7.4 0 1 0 0 14.8A7.4 7.4 0 0 0 8 .6zM3.9 8.2l1.2-1.2 1.9 1.9 4-4 1.2 1.2L7 11.3z',
};

/** The pie's slice from twelve o'clock, clockwise. */
function slice(share: number): string {
  const angle = Math.min(0.999, Math.max(0, share)) * 2 * Math.PI;
  const [x, y] = [8 + 4.4 * Math.sin(angle), 8 - 4.4 * Math.cos(angle)];
  return `M8 8V3.6A4.4 4.4 0 ${angle > Math.PI ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`;
}

/** The shape of a clock's state, in the colour of the text around it. */
export function ClockMark({ state, share = 0, size = 14 }: ClockMarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden focusable="false" style={{ flex: 'none' }}>
      {state === 'RUNNING' && (
        <>
          <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.7" />
          <path d={slice(share)} fill="currentColor" />
        </>
      )}
      {state === 'CANCELLED' && <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.6" />}
      {state !== 'RUNNING' && state !== 'CANCELLED' && (
        <path d={shapes[state]} fill="currentColor" fillRule="evenodd" clipRule="evenodd" />
      )}
    </svg>
  );
}
