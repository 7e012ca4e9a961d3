import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Kind, parse, validate, visit, type ASTNode, type DefinitionNode, type DocumentNode } from 'graphql';
import { requireAffordable } from '../server/src/query-cost.js';
import { validationRules } from '../server/src/query-limits.js';
import { createSchema } from '../server/src/schema.js';

const folder = join(import.meta.dirname, '../admin/src');
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('gql'))
  .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`/g)])
  .map(([, text]) => text!);
const definitions = texts.flatMap((text) => parse(text).definitions);
const operations = definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));
const schema = createSchema();

/** An operation with the fragments that it needs, as it is sent. */
function documentOf(operation: DefinitionNode): DocumentNode {
  const used = new Set<DefinitionNode>([operation]);
  const collect = (node: ASTNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const found = definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name.value,
        );
        if (!found || used.has(found)) return;
        used.add(found);
        collect(found);
      },
    });
  collect(operation);
  return { kind: Kind.DOCUMENT, definitions: [...used] };
}

test('the console has queries to look at', () => {
  expect(operations.length).toBeGreaterThan(25);
});

test.each(operations.map((operation) => [operation.name!.value, operation] as const))(
  '%s of the console keeps every limit, at the longest page, with half of the cost to spare',
  (_name, operation) => {
    const document = documentOf(operation);
    expect(validate(schema, document, validationRules)).toEqual([]);
    const cost = requireAffordable(schema, document, operation, { page: { limit: 100 } });
    expect(cost).toBeLessThan(25_000);
  },
);
