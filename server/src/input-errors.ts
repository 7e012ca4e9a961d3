import {
  BREAK,
  coerceInputValue,
  isInputType,
  Kind,
  typeFromAST,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { badInput, type FieldErrors } from './kernel/errors.js';

const missing = /^Field "(?:\w+\.)?(\w+)" of required type/;
const unknownField = /^Field "(\w+)" is not defined by type/;

/**
 * Checks every variable against its type and names all wrong fields at once, by our own paths and words:
 * GraphQL's own messages stop at the first of a value and quote what was sent.
 */
export function checkVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const fields: FieldErrors = {};
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, typeNode as never);
    const name = variable.name.value;
    if (!type || !isInputType(type)) continue;
    if (variables[name] === undefined) {
      if (!defaultValue && typeNode.kind === Kind.NON_NULL_TYPE)
        fields[argumentOf(document, name).join('.') || 'input'] = 'field.required';
      continue;
    }
    coerceInputValue(variables[name], type, (path, value, error) => {
      const [key, message] = fieldOf([...argumentOf(document, name), ...path], error.message, value);
      fields[key] = message;
    });
  }
  if (Object.keys(fields).length) throw badInput(fields);
}

function fieldOf(path: readonly (string | number)[], text: string, value: unknown): [string, string] {
  const lacking = missing.exec(text)?.[1];
  if (lacking) return [[...path, lacking].join('.'), 'field.required'];
  const unknown = unknownField.exec(text)?.[1];
  if (unknown) return [[...path, unknown].join('.'), 'field.unknown'];
  return [path.join('.') || 'input', value === null ? 'field.required' : 'field.wrongType'];
}

/** The place that a variable feeds: `input` is left out of paths, since it is the body itself. */
function argumentOf(document: DocumentNode, variable: string): (string | number)[] {
  let found: (string | number)[] | null = null;
  visit(document, {
    Variable(node, _key, parent, path) {
      const isUse = (parent as ASTNode).kind !== Kind.VARIABLE_DEFINITION;
      if (isUse && node.name.value === variable) found ??= inputPath(document, path);
    },
  });
  return found ?? [variable];
}

/** Fields named by a syntax or validation error, from the places it points to; a value is never quoted. */
export function syntaxAndValidationFields(error: GraphQLError): FieldErrors {
  const node = error.nodes?.[0];
  const path = node ? literalPath(error, node) : null;
  if (node && path) {
    // An unknown field is pointed to by itself, a missing one by what it is missing from.
    const holder = node.kind === Kind.OBJECT_FIELD ? path.slice(0, -1) : path;
    const [key, message] = fieldOf(holder, error.message, node.kind === Kind.NULL ? null : undefined);
    return { [key]: message };
  }
  // The words of GraphQL itself name the schema and the caller's own query; only a syntax error repeats a literal.
  return { query: error.message.replace(/\b(String|BlockString|Int|Float) ".*"/s, '$1') };
}

function literalPath(error: GraphQLError, target: ASTNode): (string | number)[] | null {
  const document = documentOf.get(error.source as object);
  let found: (string | number)[] | null = null;
  if (!document) return found;
  visit(document, {
    enter(node, _key, _parent, path) {
      if (node !== target) return;
      found = inputPath(document, path);
      return BREAK;
    },
  });
  return found;
}

/** Our own path of a place in a document: argument, fields and places in lists on the way to it; null outside arguments. */
function inputPath(document: DocumentNode, path: readonly (string | number)[]): (string | number)[] | null {
  const found: (string | number)[] = [];
  let isInArgument = false;
  let place: unknown = document;
  path.forEach((step, index) => {
    place = (place as Record<string | number, unknown>)[step];
    const { kind, name } = place as { kind?: string; name?: { value: string } };
    if (kind === Kind.ARGUMENT) isInArgument = true;
    if (path[index - 1] === 'values') found.push(step);
    else if (kind === Kind.OBJECT_FIELD || (kind === Kind.ARGUMENT && name!.value !== 'input')) found.push(name!.value);
  });
  return isInArgument ? found : null;
}

/** Documents by their source, so that a validation error can be traced to its argument. */
export const documentOf = new WeakMap<object, DocumentNode>();
