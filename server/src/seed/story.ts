import type { DemoChannel, DemoLevel, DemoRiskFlag, DemoSubject } from './demo-types.js';
import type { Random } from './random.js';

/**
 * What a complaint may be about. Texts are templates: `[a|b]` is a choice, `[#a|b]` one that falls the same way in all
 * texts of a complaint, `{slot}` one of StorySlots.
 */
export interface Story {
  id: string;
  /** Absent means GENERAL. */
  level?: DemoLevel;
  category: string;
  product?: string;
  subject: DemoSubject;
  /** The kind of unit it is complained of; absent means an outlet. */
  at?: 'BRANCH' | 'SUB_BRANCH';
  /** Typical ones; repeat a channel to make it likelier. */
  channels: readonly DemoChannel[];
  headline: string;
  body: string;
  demand?: string;
  /** Yuan, from and to; fills the slot `amount`. */
  amount?: readonly [number, number];
  riskFlags?: readonly DemoRiskFlag[];
  /** Somebody at the counter is complained of by name. */
  blamesStaff?: true;
  /** What the bank did about it in the end. */
  answer: string;
}

/** The values that a story's templates may name. */
export interface StorySlots {
  unit: string;
  /** Such as 6月3日. */
  day: string;
  hour: string;
  amount: string;
  /** Last four digits of a card. */
  tail: string;
  /** A small number from 2 to 6. */
  few: string;
  /** Minutes spent waiting. */
  wait: string;
  /** Which way the choices marked `#` fall: 0 or 1. */
  turn: string;
}

/** Turns a template into a text; throws on an unknown slot. */
export function tell(template: string, slots: StorySlots, random: Random): string {
  const chosen = template.replace(/\[(#?)([^\]]+)\]/g, (_, mark: string, text: string) => {
    const choices = text.split('|');
    return mark ? (choices[Number(slots.turn)] as string) : random.pick(choices);
  });
  return chosen.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot as keyof StorySlots];
    if (value === undefined) throw new Error(`Unknown slot ${slot}`);
    return value;
  });
}
