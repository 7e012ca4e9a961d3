import type { Tokens } from '../theme/tokens';
import type { ClockState } from './clock';

interface ClockColours {
  /** Text and mark on the page's ground. */
  text: string;
  mark: string;
  /** The rail's fill. */
  rail: string;
  /** Ground, text and mark of the chip. */
  ground: string;
  onGround: string;
  onGroundMark: string;
}

/** Colour speaks of time: teal runs, amber is warned, cinnabar is breached, violet rests, green is met. */
export function clockColours(t: Tokens): Record<ClockState, ClockColours> {
  return {
    RUNNING: { text: t.ink, mark: t.run, rail: t.run, ground: t.sunken, onGround: t.ink, onGroundMark: t.run },
    WARNED: same(t.warn, t.warnUi, t.warnSoft),
    BREACHED: { ...same(t.breach, t.breachUi, t.breachSolid), onGround: t.onSolid, onGroundMark: t.onSolid },
    PAUSED: same(t.paused, t.paused, t.pausedSoft),
    MET: same(t.met, t.met, t.metSoft),
    CANCELLED: same(t.ink3, t.line, 'transparent'),
  };
}

function same(text: string, rail: string, ground: string): ClockColours {
  return { text, mark: text, rail, ground, onGround: text, onGroundMark: text };
}
