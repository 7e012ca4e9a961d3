import { ReferenceKind, type EntityMetadata, type EntityProperty, type MikroORM } from '@mikro-orm/core';
import { registrationOf, type ManyExposure } from './registry.js';

/** What a field name means for a type: a column, one related row, many, or something computed. */
export type FieldShape =
  | { kind: 'column'; column: string; type: string }
  | { kind: 'one'; column: string; target: string }
  | { kind: 'many'; exposure: ManyExposure; target: string; column: string; listColumn?: string }
  | { kind: 'via'; path: readonly string[] }
  | { kind: 'computed'; needs: readonly string[] };

/** The table and columns behind a readable type, from the ORM's metadata and what slices expose. */
export class Shapes {
  private readonly known = new Map<string, FieldShape>();

  constructor(private readonly orm: MikroORM) {}

  table(typeName: string): string {
    return quote(this.metadata(typeName).tableName);
  }

  primaryKey(typeName: string): { name: string; column: string } {
    const property = this.metadata(typeName).getPrimaryProp() as EntityProperty;
    return { name: property.name, column: quote(property.fieldNames[0]!) };
  }

  field(typeName: string, name: string): FieldShape {
    const id = `${typeName}.${name}`;
    let shape = this.known.get(id);
    if (!shape) {
      shape = this.resolve(typeName, name);
      this.known.set(id, shape);
    }
    return shape;
  }

  /** The type that a relation leads to. */
  targetOf(typeName: string, name: string): string {
    const shape = this.field(typeName, name);
    if (shape.kind !== 'one' && shape.kind !== 'many') throw new Error(`${typeName}.${name} leads to no row`);
    return shape.target;
  }

  private resolve(typeName: string, name: string): FieldShape {
    const exposure = registrationOf(typeName).exposures.get(name);
    if (!exposure) return this.property(typeName, name);
    if ('needs' in exposure) return { kind: 'computed', needs: exposure.needs };
    if ('via' in exposure) return { kind: 'via', path: exposure.via };
    if ('one' in exposure)
      return { kind: 'one', column: this.columnOf(typeName, exposure.on), target: exposure.one().name };
    const target = exposure.many().name;
    if (exposure.in) {
      const listColumn = this.columnOf(typeName, exposure.in);
      return { kind: 'many', exposure, target, column: this.primaryKey(target).column, listColumn };
    }
    return { kind: 'many', exposure, target, column: this.columnOf(target, exposure.by!) };
  }

  private property(typeName: string, name: string): FieldShape {
    const property = this.metadata(typeName).properties[name as never] as EntityProperty | undefined;
    if (!property) throw new Error(`${typeName}.${name} is neither stored nor exposed`);
    const column = quote(property.fieldNames[0]!);
    if (property.kind === ReferenceKind.MANY_TO_ONE || property.kind === ReferenceKind.ONE_TO_ONE) {
      return { kind: 'one', column, target: property.targetMeta!.className };
    }
    return { kind: 'column', column, type: property.columnTypes[0]! };
  }

  private columnOf(typeName: string, name: string): string {
    const shape = this.property(typeName, name);
    if (shape.kind !== 'column' && shape.kind !== 'one') throw new Error(`${typeName}.${name} is not a column`);
    return shape.column;
  }

  private metadata(typeName: string): EntityMetadata {
    return this.orm.getMetadata().get(registrationOf(typeName).entity as never);
  }
}

/** The shapes of an ORM, worked out once. */
export function shapesOf(orm: MikroORM): Shapes {
  let shapes = cache.get(orm);
  if (!shapes) cache.set(orm, (shapes = new Shapes(orm)));
  return shapes;
}

const cache = new WeakMap<MikroORM, Shapes>();

/** Quotes a name for SQL; names come from metadata only. */
function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
