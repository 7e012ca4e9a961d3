import type { Tokens } from '../theme/tokens';
import type { LevelCode } from './level';

interface LevelLook {
  background: string;
  color: string;
  border: string;
}

/** Weight speaks of level: the fuller the badge, the graver the case. */
export function levelLook(t: Tokens): Record<LevelCode, LevelLook> {
  return {
    SUGGESTION: { background: 'transparent', color: t.ink2, border: `1px dashed ${t.edge}` },
    GENERAL: { background: 'transparent', color: t.ink, border: `1px solid ${t.edge}` },
    MAJOR: { background: t.ink, color: t.surface, border: `1px solid ${t.ink}` },
    URGENT: { background: t.breachSolid, color: t.onSolid, border: `1px solid ${t.breachSolid}` },
  };
}
