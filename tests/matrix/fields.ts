import {
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { createSchema } from '../../server/src/schema.js';

const schema = createSchema();

type Kind = 'query' | 'mutation' | 'subscription';
/** A field of Query, Mutation or Subscription. */
export interface RootField extends GraphQLField<unknown, unknown> {
  kind: Kind;
}

const fieldsOf = (kind: Kind): RootField[] => {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return Object.values(type[kind]!.getFields()).map((field) => ({ ...field, kind }));
};
export const rootFields: RootField[] = (['query', 'mutation', 'subscription'] as const).flatMap(fieldsOf);

/** Fields below the root that take an id themselves. */
export const nestedFieldsWithIds = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .filter((type) => !['Query', 'Mutation', 'Subscription'].includes(type.name))
  .flatMap((type) =>
    Object.values((type as never as ReturnType<typeof schema.getQueryType>)!.getFields()).map((field) => ({
      type,
      field,
    })),
  )
  .filter(({ field }) => field.args.some(({ type }) => idsIn(type, '').length > 0))
  .map(({ type, field }) => `${type.name}.${field.name}`);

/** Every place of a type that takes an id, as a path such as `input.member.staffId`; lists by their first entry. */
function idsIn(type: GraphQLInputType, path: string, above: readonly string[] = []): string[] {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return idsIn(inner.ofType, `${path}.0`, above);
  if (!isInputObjectType(inner)) return getNamedType(inner).name === 'ID' ? [path] : [];
  if (above.includes(inner.name)) return [];
  return Object.values(inner.getFields()).flatMap((field) =>
    idsIn(field.type, `${path}.${field.name}`, [...above, inner.name]),
  );
}

// A route names a unit or a group, never both: the samples have one of each.
export const idPlacesOf = ({ args }: RootField): string[] =>
  args
    .flatMap(({ name, type }) => idsIn(type, name))
    .map((path) => path.replace('routes.0.groupId', 'routes.1.groupId'));

/** A document that calls a field with its arguments as variables, and asks for ids. */
export function documentOf({ kind, name, args, type }: RootField, given: object): string {
  const used = args.filter((arg) => arg.name in given);
  const head = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const call = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${kind}${head && `(${head})`} { ${name}${call && `(${call})`} ${selectionOf(type)} }`;
}

function selectionOf(output: GraphQLOutputType): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  if (!isObjectType(type)) return '{ __typename }';
  const fields = type.getFields();
  const told = ['id', 'items'].find((name) => name in fields);
  const names = told ? [told] : Object.keys(fields);
  const parts = names
    .filter((name) => told || isLeafType(getNamedType(fields[name]!.type)))
    .map((name) => `${name} ${selectionOf(fields[name]!.type)}`);
  return `{ ${parts.join(' ') || '__typename'} }`;
}
