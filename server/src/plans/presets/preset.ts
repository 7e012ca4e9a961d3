import type { GroupKind, GroupPosition } from '../../org/groups/leadership-group.js';
import type { Post } from '../../org/staff/staff.js';
import type { OrgUnitKind } from '../../org/units/org-unit.js';
import type { RuleChange } from './rule-change.js';

/** The same in both languages. */
export type Text = readonly [zh: string, en: string];

/** The contingency plans that a bank can begin from. */
export const presetCodes = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'] as const;
export type PresetCode = (typeof presetCodes)[number];

/** A ready-made plan (预案模板): what it says in our own words, each part with the id of the clause it follows. */
export interface PlanPreset {
  code: PresetCode;
  kind: 'GENERAL' | 'MASS' | 'SPECIAL';
  name: Text;
  /** What it is for. */
  purpose: Text;
  /** Who screens, assigns and closes under it. */
  desk: DeskDemand;
  basis: readonly BasisDocument[];
  principles: readonly Principle[];
  duties: readonly Duty[];
  groups: readonly GroupDemand[];
  rules: readonly RuleChange[];
}

interface Cited {
  /** As in `D5-五.3(2)`. */
  clause: string;
}

/** The desk is one of the demanded groups, or a department. */
export type DeskDemand = Cited & ({ group: GroupKind } | { department: DepartmentDemand });

/** A department of the plan's unit, found by a word in its name. */
export interface DepartmentDemand {
  name: Text;
  /** Any of these in the name of a department means this one. */
  words: readonly string[];
}

/** A document that a plan rests on (制定依据). */
export interface BasisDocument extends Cited {
  title: Text;
  /** As printed on it; null where each bank has its own. */
  number: string | null;
}

/** A guiding rule (处理原则). */
export interface Principle extends Cited {
  text: Text;
  /** Whether the words are ours because the clause has a heading only. */
  isOwn: boolean;
}

/** Who does what (职责分工). */
export interface Duty extends Cited {
  who: Text;
  what: Text;
}

/** A group that the plan needs (应急组织). */
export interface GroupDemand extends Cited {
  kind: GroupKind;
  /** The kind of group it works under. */
  under?: GroupKind;
  /** A project team's leading department. */
  lead?: DepartmentDemand;
  /** One at each unit of these kinds; without it, one at the plan's own unit. */
  each?: readonly OrgUnitKind[];
  positions: readonly PositionDemand[];
}

/** A place in a group that somebody must hold. */
export interface PositionDemand extends Cited {
  /** Null: any. */
  position: GroupPosition | null;
  /** By which post; null: any. */
  post: Post | null;
  /** From which department. */
  department?: DepartmentDemand;
  /** One from each unit of this kind below the plan's. */
  each?: OrgUnitKind;
}
