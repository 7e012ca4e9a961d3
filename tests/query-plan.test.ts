import { expect, test } from '@jest/globals';
import {
  execute,
  GraphQLBoolean,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { executePlanned } from '../server/src/query-plan.js';

const later = <Value>(value: Value) => new Promise<Value>((resolve) => setImmediate(() => resolve(value)));
const fail = () => {
  throw new Error('no');
};

const leaf = new GraphQLObjectType({
  name: 'Leaf',
  fields: {
    plain: { type: GraphQLString },
    sure: { type: new GraphQLNonNull(GraphQLString) },
    number: { type: GraphQLInt },
    fails: { type: GraphQLString, resolve: fail },
    failsSurely: { type: new GraphQLNonNull(GraphQLString), resolve: async () => fail() },
    isError: { type: GraphQLBoolean, resolve: () => new GraphQLError('an error as value') },
    where: { type: GraphQLString, resolve: (_root, _args, _context, { path }) => `${path.prev?.key}.${path.key}` },
    echo: {
      type: GraphQLString,
      args: { text: { type: new GraphQLNonNull(GraphQLString) }, times: { type: GraphQLInt, defaultValue: 2 } },
      resolve: (_root, { text, times }: { text: string; times: number }) => later(text.repeat(times)),
    },
  },
});
const good = { plain: 'a', sure: 'b', number: 3 };
const query = new GraphQLObjectType({
  name: 'Query',
  fields: {
    one: { type: leaf, resolve: () => later(good) },
    none: { type: leaf, resolve: () => null },
    many: { type: new GraphQLList(leaf), resolve: () => [good, null, later({ plain: 'c' }), { number: 'x' }] },
    sureMany: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(leaf))),
      resolve: () => [good, { plain: 'c' }],
    },
    maybeMany: { type: new GraphQLList(new GraphQLNonNull(leaf)), resolve: () => later([good, null]) },
    noList: { type: new GraphQLList(leaf), resolve: () => good },
    words: { type: new GraphQLList(GraphQLString), resolve: () => ['a', null, 'b'] },
    broken: { type: leaf, resolve: async () => fail() },
    context: { type: GraphQLString, resolve: (_root, _args, context: { word: string }) => context.word },
  },
});
const schema = new GraphQLSchema({ query });

/** What an answer says, errors in any order and without their inner words. */
const said = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.stringify(data),
  places: errors.map(({ path, originalError }) => `${path?.join('.')} ${originalError?.message === 'no'}`).sort(),
});

const documents = [
  '{ one { plain sure number } context }',
  '{ many { plain number where } words none { plain } }',
  '{ sureMany { plain } maybeMany { plain } }',
  '{ one { fails plain } }',
  '{ one { plain failsSurely } context }',
  '{ many { sure } words }',
  '{ sureMany { plain sure } context }',
  '{ broken { plain } noList { plain } context }',
  '{ one { isError where } }',
  'query ($text: String!) { one { echo(text: $text) twice: echo(text: "b", times: 1) } }',
  '{ ...a one { sure } } fragment a on Query { one { plain ...b } context } fragment b on Leaf { number ... { where } }',
  '{ a: one { b: plain c: plain } one { plain plain } }',
];

test.each(documents)('a plan answers as graphql-js does: %s', async (text) => {
  const document = parse(text);
  const contextValue = { word: 'hello' };
  const variables = { text: 'ab' };
  const planned = await executePlanned(
    schema,
    document,
    document.definitions[0] as OperationDefinitionNode,
    contextValue,
    variables,
  );
  expect(planned).not.toBeNull();
  expect(said(planned!)).toEqual(said(await execute({ schema, document, contextValue, variableValues: variables })));
});

test.each([
  '{ one { plain @include(if: true) } }',
  '{ __schema { types { name } } }',
  '{ __typename }',
  'mutation { x }',
])('what is unusual is left to graphql-js: %s', (text) => {
  const document = parse(text);
  expect(executePlanned(schema, document, document.definitions[0] as OperationDefinitionNode, {}, {})).toBeNull();
});
