import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
} from 'graphql';

/** One field that a client asked for. */
export interface SelectedField {
  name: string;
  /** Name of the property in the row that is read: the field's name, and its arguments when it has any. */
  key: string;
  args: Record<string, unknown>;
  /** What is asked of the object behind it. */
  nodes: FieldNode[];
  type: GraphQLObjectType | null;
}

/** The parts of `GraphQLResolveInfo` that a selection is read from. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** The fields asked of one object type, fragments and `@skip`/`@include` resolved, equal ones merged. */
export function fieldsOf(info: SelectionInfo, type: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField[] {
  const found = new Map<string, SelectedField>();
  const spread = new Set<string>();
  for (const node of nodes) collect(info, type, node.selectionSet?.selections ?? [], found, spread);
  return [...found.values()];
}

/** The object types that a field may answer with: itself, or the members of its union or interface. */
function objectTypesOf(info: GraphQLResolveInfo): readonly GraphQLObjectType[] {
  const type = getNamedType(info.returnType);
  if (isAbstractType(type)) return info.schema.getPossibleTypes(type);
  if (!isObjectType(type)) throw new Error(`${info.fieldName} does not answer with objects`);
  return [type];
}

/** The fields asked of `path` below a resolver's field, such as `items` of a page; null when it is not asked for. */
export function fieldsAt(
  info: GraphQLResolveInfo,
  path: readonly string[],
): { type: GraphQLObjectType; fields: SelectedField[] } | null {
  let type = objectTypesOf(info)[0]!;
  let fields = fieldsOf(info, type, info.fieldNodes);
  for (const step of path) {
    const field = fields.find(({ name }) => name === step);
    if (!field?.type) return null;
    type = field.type;
    fields = fieldsOf(info, type, field.nodes);
  }
  return { type, fields };
}

/** The property under which the read engine put what this resolver's field asks for. */
export function keyOf(info: GraphQLResolveInfo): string {
  const definition = info.parentType.getFields()[info.fieldName]!;
  return keyFor(info.fieldName, getArgumentValues(definition, info.fieldNodes[0]!, info.variableValues));
}

function collect(
  info: SelectionInfo,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  found: Map<string, SelectedField>,
  spread: Set<string>,
): void {
  for (const selection of selections) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === 'Field') {
      addField(info, type, selection, found);
      continue;
    }
    // A fragment says the same wherever it is spread: once is enough, and keeps nested ones from multiplying.
    if (selection.kind === 'FragmentSpread' && (spread.has(selection.name.value) || !spread.add(selection.name.value)))
      continue;
    const fragment = selection.kind === 'FragmentSpread' ? info.fragments[selection.name.value] : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && (!condition || appliesTo(info, condition, type)))
      collect(info, type, fragment.selectionSet.selections, found, spread);
  }
}

function addField(
  info: SelectionInfo,
  type: GraphQLObjectType,
  node: FieldNode,
  found: Map<string, SelectedField>,
): void {
  const definition = type.getFields()[node.name.value];
  if (!definition) return; // __typename
  const args = getArgumentValues(definition, node, info.variableValues);
  const key = keyFor(node.name.value, args);
  const known = found.get(key);
  if (known) {
    known.nodes.push(node);
    return;
  }
  const named = getNamedType(definition.type);
  found.set(key, { name: node.name.value, key, args, nodes: [node], type: isObjectType(named) ? named : null });
}

function appliesTo(info: SelectionInfo, condition: string, type: GraphQLObjectType): boolean {
  if (condition === type.name) return true;
  const named = info.schema.getType(condition);
  return isAbstractType(named) && info.schema.isSubType(named, type);
}

function isIncluded(info: SelectionInfo, node: SelectionNode): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] !== false;
}

function keyFor(name: string, args: Record<string, unknown>): string {
  return Object.keys(args).length ? `${name}(${JSON.stringify(args)})` : name;
}
