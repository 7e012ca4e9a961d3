import {
  defaultFieldResolver,
  getArgumentValues,
  getVariableValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  locatedError,
  responsePathAsArray,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Path = GraphQLResolveInfo['path'];

/** What one execution shares. */
interface Run extends Pick<GraphQLResolveInfo, 'schema' | 'operation' | 'fragments' | 'variableValues' | 'rootValue'> {
  context: unknown;
  errors: GraphQLError[];
}

/** Makes of a resolver's value what is answered; throws where graphql-js would. */
type Complete = (value: unknown, run: Run, path: Path) => unknown;

interface PlannedField {
  key: string;
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  complete: Complete;
}

interface Plan {
  fields: readonly PlannedField[];
  fragments: Record<string, FragmentDefinitionNode>;
}

/** Something that only graphql-js executes. */
class Unplannable extends Error {}

const plans = new WeakMap<OperationDefinitionNode, Plan | null>();

/**
 * Executes a query by a plan that is worked out once for each document: graphql-js works out anew for each row what a
 * selection, a type and its arguments are. Same resolvers, same errors. Null where graphql-js must do it: changes,
 * directives, the schema itself, interfaces, variables that do not fit.
 */
export function executePlanned(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  context: unknown,
  variables: Record<string, unknown>,
): ExecutionResult | Promise<ExecutionResult> | null {
  let plan = plans.get(operation);
  if (plan === undefined) plans.set(operation, (plan = planOf(schema, document, operation)));
  if (!plan) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (!coerced) return null;
  const { fragments } = plan;
  const run: Run = { schema, operation, fragments, variableValues: coerced, rootValue: undefined, context, errors: [] };
  const answer = (data: unknown) => ({ data, ...(run.errors.length && { errors: run.errors }) }) as ExecutionResult;
  const fail = (error: unknown) => {
    run.errors.push(error as GraphQLError);
    return answer(null);
  };
  try {
    const data = executeFields(plan.fields, undefined, run, undefined);
    return isPromise(data) ? data.then(answer, fail) : answer(data);
  } catch (error) {
    return fail(error);
  }
}

function executeFields(fields: readonly PlannedField[], source: unknown, run: Run, path: Path | undefined): unknown {
  const result: Record<string, unknown> = {};
  let pending: Promise<void>[] | null = null;
  for (const field of fields) {
    const value = executeField(field, source, run, { prev: path, key: field.key, typename: field.parent.name });
    // Set at once even when it comes later: keys stand in the order in which they were asked for.
    result[field.key] = value;
    if (isPromise(value)) (pending ??= []).push(value.then((settled) => void (result[field.key] = settled)));
  }
  return pending ? Promise.all(pending).then(() => result) : result;
}

function executeField(field: PlannedField, source: unknown, run: Run, path: Path): unknown {
  const { nodes, parent, definition, complete } = field;
  try {
    const args = definition.args.length ? getArgumentValues(definition, nodes[0]!, run.variableValues) : {};
    const { schema, operation, fragments, variableValues, rootValue } = run;
    const value = (definition.resolve ?? defaultFieldResolver)(source, args, run.context, {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: parent,
      path,
      schema,
      operation,
      fragments,
      variableValues,
      rootValue,
    });
    const completed = isPromise(value)
      ? value.then((settled) => complete(settled, run, path))
      : complete(value, run, path);
    return isPromise(completed)
      ? completed.catch((error: unknown) => failed(error, field, definition.type, run, path))
      : completed;
  } catch (error) {
    return failed(error, field, definition.type, run, path);
  }
}

/** An error is noted where null may stand, and passed up where it may not. */
function failed(error: unknown, { nodes }: PlannedField, type: GraphQLOutputType, run: Run, path: Path): null {
  const located = locatedError(error, nodes, responsePathAsArray(path));
  if (isNonNullType(type)) throw located;
  run.errors.push(located);
  return null;
}

function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan | null {
  if (operation.operation !== 'query') return null;
  const fragments: Plan['fragments'] = {};
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  try {
    return { fields: fieldsOf(schema.getQueryType()!, [operation.selectionSet], fragments), fragments };
  } catch (error) {
    if (error instanceof Unplannable) return null;
    throw error;
  }
}

function fieldsOf(
  parent: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  fragments: Plan['fragments'],
): PlannedField[] {
  const byKey = new Map<string, FieldNode[]>();
  for (const selection of selections) collect(parent, selection, fragments, byKey);
  return [...byKey].map(([key, nodes]) => {
    const definition = parent.getFields()[nodes[0]!.name.value];
    if (!definition || key === '__proto__') throw new Unplannable();
    const field: PlannedField = { key, nodes, parent, definition, complete: () => null };
    field.complete = completeOf(definition.type, field, fragments);
    return field;
  });
}

function collect(
  parent: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fragments: Plan['fragments'],
  found: Map<string, FieldNode[]>,
): void {
  for (const node of selections) {
    if (node.directives?.length) throw new Unplannable();
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      found.set(key, [...(found.get(key) ?? []), node]);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value]! : node;
    const on = fragment.typeCondition?.name.value;
    if (on && on !== parent.name) throw new Unplannable();
    collect(parent, fragment.selectionSet, fragments, found);
  }
}

function completeOf(type: GraphQLOutputType, field: PlannedField, fragments: Plan['fragments']): Complete {
  if (isNonNullType(type)) return required(completeOf(type.ofType, field, fragments), field);
  const complete = completePresent(type, field, fragments);
  return (value, run, path) => {
    if (value instanceof Error) throw value;
    return value == null ? null : complete(value, run, path);
  };
}

function completePresent(type: GraphQLOutputType, field: PlannedField, fragments: Plan['fragments']): Complete {
  if (isListType(type)) return list(type.ofType, completeOf(type.ofType, field, fragments), field);
  if (isLeafType(type)) {
    return (value) => {
      const answered = type.serialize(value);
      if (answered == null) throw new Error(`${type.name} cannot say this value`);
      return answered;
    };
  }
  if (!isObjectType(type) || type.isTypeOf) throw new Unplannable();
  const selections = field.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const fields = fieldsOf(type, selections, fragments);
  return (value, run, path) => executeFields(fields, value, run, path);
}

function required(complete: Complete, { parent, definition }: PlannedField): Complete {
  const checked = (value: unknown) => {
    if (value === null) throw new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`);
    return value;
  };
  return (value, run, path) => {
    const completed = complete(value, run, path);
    return isPromise(completed) ? completed.then(checked) : checked(completed);
  };
}

function list(itemType: GraphQLOutputType, complete: Complete, field: PlannedField): Complete {
  const completeItem = (item: unknown, run: Run, path: Path): unknown => {
    try {
      const completed = isPromise(item)
        ? item.then((settled) => complete(settled, run, path))
        : complete(item, run, path);
      return isPromise(completed)
        ? completed.catch((error: unknown) => failed(error, field, itemType, run, path))
        : completed;
    } catch (error) {
      return failed(error, field, itemType, run, path);
    }
  };
  return (value, run, path) => {
    if (!Array.isArray(value)) throw new Error(`${field.parent.name}.${field.definition.name} is no list`);
    const items = value.map((item, key) => completeItem(item, run, { prev: path, key, typename: undefined }));
    return items.some(isPromise) ? Promise.all(items) : items;
  };
}

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;
