import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { codedErrorOf } from './error-response.js';
import type { Application } from './kernel/application.js';
import type { Context } from './kernel/context.js';

/** Counts and logs every request over HTTP: root field, code and duration, nothing that a caller wrote. */
export function observation(app: Application, schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const note = (field: string, code: string, seconds: number, caller: string) => {
    app.metrics.requests.observe({ field, code }, seconds);
    app.log.info({ field, code, ms: Math.round(seconds * 1000), caller }, 'request');
  };
  return {
    async contextCreationDidFail({ error }) {
      note('none', codeOf(error), 0, 'UNKNOWN');
    },
    async requestDidStart() {
      const beganAt = performance.now();
      return {
        async willSendResponse({ operation, errors, contextValue }) {
          const seconds = (performance.now() - beganAt) / 1000;
          note(rootField(schema, operation), errors?.[0] ? codeOf(errors[0]) : 'OK', seconds, contextValue.viewer.kind);
        },
      };
    },
  };
}

const codeOf = (error: unknown) => codedErrorOf(error)?.code ?? 'INTERNAL_SERVER_ERROR';

// Names of operations and aliases are the caller's words, and would be one time series each.
function rootField(schema: GraphQLSchema, operation: OperationDefinitionNode | undefined): string {
  const [first, second] = operation?.selectionSet.selections ?? [];
  if (second) return 'several';
  if (first?.kind !== Kind.FIELD) return 'none';
  const fields = schema.getRootType(operation!.operation)?.getFields() ?? {};
  return first.name.value in fields ? first.name.value : 'none';
}
