import type { Viewer } from '../viewer.js';

/** A class that is stored or shown. */
export type EntityClass<Entity = object> = abstract new (...args: never[]) => Entity;

/** A value a field is compared with. */
export type Comparison =
  | Scalar
  | null
  | readonly Scalar[]
  | {
      $gt?: Scalar;
      $gte?: Scalar;
      $lt?: Scalar;
      $lte?: Scalar;
      $startsWith?: string;
      $includes?: string;
      $like?: string;
      $contains?: readonly Scalar[];
      $overlaps?: readonly Scalar[];
      $ne?: Scalar | null;
    };
export type Scalar = string | number | boolean | Date | bigint;

/**
 * What rows must satisfy. Fields and related nouns by name; `$and`, `$or`, `$not` combine;
 * a list means "one of"; a to-many relation takes `{ $some: … }`. `{}` is everything, `{ $or: [] }` nothing.
 */
export type Condition = {
  $and?: readonly Condition[];
  $or?: readonly Condition[];
  $not?: Condition;
  [field: string]: Comparison | Condition | { $some: Condition } | readonly Condition[] | undefined;
};

export const everything: Condition = {};
export const nothing: Condition = { $or: [] };

/** Which rows of a type a viewer may see: in lists and by id, and where another visible row names them. */
export interface Readability {
  /** The entity whose rows these are; the type itself unless said otherwise. */
  entity?: EntityClass;
  visibleTo(viewer: Viewer): Condition;
  /** Where a visible row refers to one of these; `visibleTo` unless said otherwise. */
  nameableBy?(viewer: Viewer): Condition;
}

/** One row, found by a column that holds its id. */
export interface OneExposure {
  one: () => EntityClass;
  on: string;
}

/** Many rows that point here by a relation, or whose ids a column lists. */
export interface ManyExposure {
  many: () => EntityClass;
  by?: string;
  in?: string;
  where?: Condition | ((viewer: Viewer) => Condition);
  orderBy: readonly OrderBy[];
  limit: number;
  /** Narrows the rows by the field's arguments; may lower the limit. */
  args?(values: Record<string, unknown>): { where?: Condition; limit?: number };
}

/** Worked out in the server from columns of the row. */
export interface ComputedExposure {
  needs: readonly string[];
}

/** A row reached through others, by a path of single rows. */
export interface ViaExposure {
  via: readonly string[];
}

export type Exposure = ViaExposure | OneExposure | ManyExposure | ComputedExposure;

/** `nullsAs` makes rows without the value sort as if they had this one. */
export interface OrderBy {
  field: string;
  direction: 'asc' | 'desc';
  nullsAs?: string;
}

interface Registration extends Readability {
  exposures: Map<string, Exposure>;
}

const registrations = new Map<string, Registration>();
const waitingExposures = new Map<string, Map<string, Exposure>>();

/** Opens a type to reads; a type that nobody opened cannot be read at all. */
export function readable(type: EntityClass, readability: Readability): void {
  const exposures = waitingExposures.get(type.name) ?? new Map<string, Exposure>();
  waitingExposures.set(type.name, exposures);
  registrations.set(type.name, { entity: type, ...readability, exposures });
}

/** Adds a field that is not a column: related rows or a computed value. An upper slice may add to a lower type. */
export function expose(type: EntityClass, field: string, exposure: Exposure): void {
  const exposures = waitingExposures.get(type.name) ?? new Map<string, Exposure>();
  waitingExposures.set(type.name, exposures);
  exposures.set(field, exposure);
}

/** A field worked out from columns of its own row; dotted names reach related nouns. */
export function computed(type: EntityClass, field: string, needs: readonly string[]): void {
  expose(type, field, { needs });
}

const concerned = new Map<string, string[]>();

/**
 * Names the people whom a row of a noun touches in person, by dotted paths to columns with their ids; an upper slice
 * may add its own. A feed is read apart for them, and once for all others of equal rights.
 */
export function concerns(type: EntityClass, paths: readonly string[]): void {
  concerned.set(type.name, [...(concerned.get(type.name) ?? []), ...paths]);
}

/** Every noun that concerns people, with the paths to them. */
export const concernsByType = (): ReadonlyMap<string, readonly string[]> => concerned;

export function registrationOf(typeName: string): Registration {
  const registration = registrations.get(typeName);
  if (!registration) throw new Error(`type ${typeName} is not opened to reads`);
  return registration;
}

/** Every type that can be read, for the test that checks each of its fields. */
export function readableTypes(): string[] {
  return [...registrations.keys()];
}
