import type { LevelCode } from './level';

const shapes: Record<LevelCode, { path: string; isFilled: boolean }> = {
  SUGGESTION: { path: 'M6 1.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2z', isFilled: false },
  GENERAL: { path: 'M2.2 2.2h7.6v7.6H2.2z', isFilled: false },
  MAJOR: { path: 'M6 .8 11.2 6 6 11.2.8 6z', isFilled: true },
  URGENT: { path: 'M6 .8 11.6 11H.4z', isFilled: true },
};

/** The shape of a level: ring, square, diamond, triangle. */
export function LevelMark({ level, size = 11 }: { level: LevelCode; size?: number }) {
  const { path, isFilled } = shapes[level];
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden focusable="false" style={{ flex: 'none' }}>
      <path d={path} fill={isFilled ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth={isFilled ? 0 : 1.8} />
    </svg>
  );
}
