import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { tooComplex } from './query-limits.js';

/** Values that one answer may hold, estimated. */
const most = 50_000;
/** Rows of a page when the caller does not say, and at most. */
const pageSize = { usual: 25, most: 100 };
/** Rows of a list without pages: what hangs on one complaint, one escalation, one group. */
const rowsOfList = 10;
/** A change is a transaction; the schema itself is some thousand texts. */
const costs = { field: 1, mutation: 500, schema: 2000 };

/** Root fields that work much out for a short answer; counted like so many values. */
const heavy: Readonly<Record<string, number>> = {
  previewOrgUnitMove: 20_000,
  verifyAudit: 10_000,
  escalationCoverage: 5000,
  complaintStats: 2000,
  explainAccess: 1000,
  worklists: 500,
};

type AnyField = GraphQLField<unknown, unknown>;

/**
 * An estimate, before anything runs, of how many values an operation makes the server fetch: every field counts one,
 * and what is below a list counts once for each of its rows. `QUERY_TOO_COMPLEX` above 50 000.
 * The document must have been validated, which bounds how long this takes.
 */
export function requireAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): number {
  const variables = withDefaults(operation, given);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const costOfSelections = ({ selections }: SelectionSetNode, type: GraphQLNamedType, rows: number): number =>
    selections.reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + costOfField(node, type, rows);
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value)!;
      const name = fragment.typeCondition?.name.value;
      return sum + costOfSelections(fragment.selectionSet, name ? schema.getType(name)! : type, rows);
    }, 0);
  const costOfField = (node: FieldNode, parent: GraphQLNamedType, rows: number): number => {
    const name = node.name.value;
    if (name.startsWith('__')) return node.selectionSet ? costs.schema : costs.field;
    const own =
      parent === schema.getMutationType()
        ? costs.mutation
        : (parent === schema.getQueryType() && heavy[name]) || costs.field;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field && getNamedType(field.type);
    if (!node.selectionSet || !type) return own;
    const inner = costOfSelections(node.selectionSet, type, pageSizeOf(node, field, variables) ?? rowsOfList);
    return own + inner * (isListType(getNullableType(field.type)) ? (limitOf(node, field, variables) ?? rows) : 1);
  };
  const cost = costOfSelections(operation.selectionSet, schema.getRootType(operation.operation)!, rowsOfList);
  if (cost > most) throw tooComplex('error.tooCostly', { limit: 'cost', most, found: cost });
  return cost;
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Record<string, unknown>) {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** How many rows a page is asked to have; null where rows do not come in pages. */
function pageSizeOf(node: FieldNode, field: AnyField, variables: Record<string, unknown>): number | null {
  if (!field.args.some(({ name }) => name === 'page')) return null;
  const page = node.arguments?.find(({ name }) => name.value === 'page');
  const value = page && (valueFromASTUntyped(page.value, variables) as { limit?: unknown } | null | undefined);
  return boundedBy(value?.limit) ?? pageSize.usual;
}

/** How many rows a list is asked to have by an argument of its own; null where it takes none. */
function limitOf(node: FieldNode, field: AnyField, variables: Record<string, unknown>): number | null {
  const known = field.args.find(({ name }) => name === 'limit');
  if (!known) return null;
  const limit = node.arguments?.find(({ name }) => name.value === 'limit');
  return boundedBy(limit && valueFromASTUntyped(limit.value, variables)) ?? boundedBy(known.defaultValue) ?? rowsOfList;
}

// A limit out of range is refused by the list itself, in its own words.
const boundedBy = (limit: unknown): number | null =>
  typeof limit === 'number' ? Math.min(Math.max(limit, 1), pageSize.most) : null;
