import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isNullableType,
  isObjectType,
  isScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { createSchema } from '../server/src/schema.js';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const ours = types.filter(
  (type) => !(isScalarType(type) && ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)),
);
const outputs = types.filter((type) => isObjectType(type) || isInterfaceType(type));
const inputs = types.filter(isInputObjectType);
type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;
const fieldsOf = (type: GraphQLNamedType): AnyField[] => ('getFields' in type ? Object.values(type.getFields()) : []);
const argsOf = (field: AnyField) => ('args' in field ? field.args : []);

describe('names and descriptions', () => {
  test('every type, field, argument and value says what it is', () => {
    const roots = new Set(['Query', 'Mutation', 'Subscription']);
    const silent = ours.flatMap((type) => [
      ...(type.description || roots.has(type.name) ? [] : [type.name]),
      ...(isEnumType(type) ? type.getValues() : [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
      ...fieldsOf(type).flatMap((field) => [
        ...(field.description ? [] : [`${type.name}.${field.name}`]),
        ...argsOf(field)
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${field.name}(${name})`),
      ]),
    ]);
    expect(silent).toEqual([]);
  });

  test('types are PascalCase, fields camelCase, values SCREAMING_SNAKE', () => {
    const odd = ours.flatMap((type) => [
      ...(/^[A-Z][A-Za-z]*$/.test(type.name) ? [] : [type.name]),
      ...(isEnumType(type) ? type.getValues() : [])
        .map(({ name }) => name)
        .filter((name) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name)),
      ...fieldsOf(type)
        .flatMap((field) => [field, ...argsOf(field)])
        .map(({ name }) => name)
        .filter((name) => !/^[a-z][A-Za-z]*$|^sha256$|Sha256$/.test(name)),
    ]);
    expect(odd).toEqual([]);
  });

  test('times end in At, validity in From and To, counts in Count, claims begin as claims', () => {
    const odd = [...outputs, ...inputs].flatMap((type) =>
      fieldsOf(type)
        .filter(({ name, type: fieldType }) => {
          const { name: leaf } = getNamedType(fieldType);
          if (leaf === 'DateTimeISO') return !/At$|From$|To$|^at$/.test(name);
          if (leaf === 'Int')
            return !/Count$|^version$|^expectedVersion$|^year$|^limit$|^offset$|Minutes$|Hours$|Days$|Bytes$|^(?:count|number|line|from|to|score)$/.test(
              name,
            );
          return false;
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(odd).toEqual([]);
  });

  test('answers name objects, not ids of objects; a route is a rule, written and read in the same words', () => {
    const answers = outputs.filter(({ name }) => name !== 'RouteRule');
    const ids = answers.flatMap((type) =>
      fieldsOf(type)
        .filter(({ name }) => /Ids?$/.test(name))
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(ids).toEqual([]);
  });

  test('the printed schema is the one that is served', () => {
    const printed = readFileSync(resolve(import.meta.dirname, '../schema.graphql'), 'utf8');
    expect(printed.trim()).toBe(printSchema(lexicographicSortSchema(schema)).trim());
  });
});

describe('shapes', () => {
  test('a mutation answers with the object that it changed', () => {
    const odd = Object.values(schema.getMutationType()!.getFields())
      .filter(({ type, name }) => name !== 'signOut' && (!isNonNullType(type) || isLeafType(getNamedType(type))))
      .map(({ name }) => name);
    expect(odd).toEqual([]);
  });

  test('a mutation takes one input beside the id of what it changes', () => {
    const odd = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) =>
      args
        .filter((arg) => arg.name !== 'input' && getNamedType(arg.type).name !== 'ID')
        .map((arg) => `${name}(${arg.name})`),
    );
    expect(odd).toEqual([]);
  });

  test('a list that can grow is a page, or says how long it may be', () => {
    // Bounded by what they are: kinds of clocks, members of a group, what a position gives or a list changes, the entries that people edit.
    const bounded = new Set([
      'Complaint.clocks',
      'DeadlineExplanation.days',
      'Complaint.staffComplainedOf',
      'LeadershipGroup.members',
      'Query.codeList',
      'AppointmentEffect.gains',
      'AppointmentEffect.ends',
      'RosterImport.changes',
    ]);
    const open = outputs.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => {
          const inner = isNonNullType(field.type) ? field.type.ofType : field.type;
          const isObjects = isListType(inner) && isObjectType(getNamedType(field.type));
          const isLimited =
            argsOf(field).some(({ name }) => name === 'limit') || /at most \d+/.test(field.description ?? '');
          const isPage = type.name.endsWith('Page') && field.name === 'items';
          return isObjects && !isLimited && !isPage && getNamedType(field.type).name !== 'AllowedAction';
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    const small = new Set([...bounded, 'Viewer.roles', 'Escalation.notices']);
    expect(open.filter((name) => !small.has(name))).toEqual([]);
  });

  test('lists hold no nulls', () => {
    const odd = [...outputs, ...inputs].flatMap((type) =>
      fieldsOf(type)
        .filter(({ type: fieldType }) => {
          const inner = isNonNullType(fieldType) ? fieldType.ofType : fieldType;
          return isListType(inner) && isNullableType(inner.ofType);
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(odd).toEqual([]);
  });
});
