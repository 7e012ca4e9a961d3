import { anybody } from '../viewer.js';
import { concernsByType, type Condition } from './registry.js';
import type { Shapes } from './shape.js';

/** A read for everybody of equal rights asked for the person in a way that only a read for each can answer. */
export class PersonalRead extends Error {}

const columns = new WeakMap<Shapes, Set<string>>();

/** `Type.field` of every column that `concerns` names. */
function concernedColumns(shapes: Shapes): Set<string> {
  const known = columns.get(shapes);
  if (known) return known;
  const found = new Set<string>();
  for (const [noun, paths] of concernsByType())
    for (const path of paths) {
      const steps = path.split('.');
      const last = steps.pop()!;
      found.add(`${steps.reduce((type, step) => shapes.targetOf(type, step), noun)}.${last}`);
    }
  columns.set(shapes, found);
  return found;
}

/**
 * Of a read for anybody: conditions on the reader's person must be on columns that `concerns` names, since those whom
 * a row concerns are read for apart. Any other could let rows differ from reader to reader, and throws.
 */
export function requireImpersonal(shapes: Shapes, type: string, condition: Condition): void {
  for (const [name, wanted] of Object.entries(condition)) {
    if (name === '$and' || name === '$or')
      for (const part of wanted as Condition[]) requireImpersonal(shapes, type, part);
    else if (name === '$not') requireImpersonal(shapes, type, wanted as Condition);
    else if (isRelated(shapes, type, name, wanted)) {
      const inner = '$some' in wanted ? (wanted.$some as Condition) : wanted;
      requireImpersonal(shapes, shapes.targetOf(type, name), inner);
    } else if (mentionsAnybody(wanted) && !concernedColumns(shapes).has(`${type}.${name}`))
      throw new PersonalRead(`${type}.${name}`);
  }
}

/** Whether a condition is on the row behind a relation, not on a column of this one. */
function isRelated(shapes: Shapes, type: string, name: string, wanted: unknown): wanted is Condition {
  const isPlain = typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted) && !('$ne' in wanted);
  return isPlain && shapes.field(type, name).kind !== 'column';
}

function mentionsAnybody(wanted: unknown): boolean {
  if (wanted === anybody) return true;
  if (Array.isArray(wanted)) return wanted.includes(anybody);
  return typeof wanted === 'object' && wanted !== null && Object.values(wanted).some(mentionsAnybody);
}

/**
 * Of a read for anybody: a second row of a noun that concerns people, reached from one of its kind or as one of many,
 * concerns people of its own, whom nobody would have asked about.
 */
export function requireOwnRow(parent: string, target: string, isMany: boolean): void {
  const nouns = concernsByType();
  if (nouns.has(target) && (isMany || nouns.has(parent))) throw new PersonalRead(`${parent} to ${target}`);
}
