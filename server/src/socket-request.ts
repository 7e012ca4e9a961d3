import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { checkVariables, documentOf } from './input-errors.js';
import { requireAffordable } from './query-cost.js';
import { parseOptions, validationOptions, validationRules } from './query-limits.js';

/** A subscription as a client sends it. */
export interface SubscribeRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string | null | undefined;
}

/** A document that passed every check, and which of its variables is the cursor and nothing else. */
interface Checked {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  cursorVariable: string | null;
}

/** Clients send the same few documents over and over: each is parsed and checked once, and shared. */
const mostRemembered = 100;

/** Parses and checks subscriptions of one schema. */
export class SubscriptionChecks {
  private readonly remembered = new Map<string, Checked>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws a `GraphQLError`, a coded error, or the list of validation errors; else answers what it costs, too. */
  check({ query, variables, operationName }: SubscribeRequest): Checked & { cost: number } {
    const key = JSON.stringify([query, operationName ?? null]);
    const checked = this.remembered.get(key) ?? this.checkDocument(query, operationName);
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(key, checked);
    const { document, operation } = checked;
    checkVariables(this.schema, document, operation, variables);
    return { ...checked, cost: requireAffordable(this.schema, document, operation, variables) };
  }

  private checkDocument(query: string, operationName: string | null | undefined): Checked {
    const document = parse(query, parseOptions);
    if (document.loc) documentOf.set(document.loc.source, document);
    const errors = validate(this.schema, document, validationRules, validationOptions);
    if (errors.length) throw errors;
    const operation = getOperationAST(document, operationName);
    if (!operation || operation.operation !== 'subscription')
      throw new GraphQLError('Only subscriptions run over the socket.');
    return { document, operation, cursorVariable: cursorVariableOf(document, operation) };
  }
}

/** Where two clients begin need not keep them from sharing what comes after. */
function cursorVariableOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): string | null {
  const [field] = selectionSet.selections;
  const after = field?.kind === Kind.FIELD && field.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (!after || after.kind !== Kind.VARIABLE) return null;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void (uses += Number(name.value === after.name.value)),
  });
  return uses === 1 ? after.name.value : null;
}
