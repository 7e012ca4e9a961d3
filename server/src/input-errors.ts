import {
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
    const prefix = argumentOf(document, name);
    if (variables[name] === undefined) {
      if (!defaultValue && typeNode.kind === Kind.NON_NULL_TYPE) fields[prefix.join('.') || 'input'] = 'field.required';
      continue;
    }
    coerceInputValue(variables[name], type, (path, value, error) => {
      const [key, message] = fieldOf([...prefix, ...path], error.message, value);
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

/** The argument that a variable feeds: `input` is left out of paths, since it is the body itself. */
function argumentOf(document: DocumentNode, variable: string): string[] {
  let found: string[] = [variable];
  visit(document, {
    Argument(node) {
      if (node.value.kind === Kind.VARIABLE && node.value.name.value === variable) found = [node.name.value];
    },
  });
  return found[0] === 'input' ? [] : found;
}

/** Fields named by a syntax or validation error, from the places it points to. */
export function syntaxAndValidationFields(error: GraphQLError): FieldErrors {
  const node = error.nodes?.[0];
  const document = error.source && node ? node : null;
  const path = document ? literalPath(error) : [];
  const lacking = missing.exec(error.message)?.[1];
  const name = [...path, ...(lacking ? [lacking] : [])].join('.');
  // The words of GraphQL itself name the schema and the caller's own query, nothing else.
  return { [name || 'query']: name && lacking ? 'field.required' : error.message };
}

function literalPath(error: GraphQLError): string[] {
  const names: string[] = [];
  const target = error.nodes?.[0];
  const root = documentOf.get(error.source as object);
  if (!target || !root) return names;
  visit(root, {
    enter(node, _key, _parent, _path, ancestors) {
      if (node !== target) return;
      for (const ancestor of [...ancestors, node].flat() as ASTNode[]) {
        if (ancestor.kind === Kind.ARGUMENT && ancestor.name.value !== 'input') names.push(ancestor.name.value);
        if (ancestor.kind === Kind.OBJECT_FIELD) names.push(ancestor.name.value);
      }
    },
  });
  return names;
}

/** Documents by their source, so that a validation error can be traced to its argument. */
export const documentOf = new WeakMap<object, DocumentNode>();
