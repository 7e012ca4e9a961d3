import {
  GraphQLError,
  Kind,
  specifiedRules,
  type ASTVisitor,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { CodedError } from './kernel/errors.js';

const limits = {
  depth: { most: 10, key: 'error.tooDeep' },
  aliases: { most: 30, key: 'error.tooManyAliases' },
  directives: { most: 5, key: 'error.tooManyDirectives' },
  fields: { most: 2000, key: 'error.tooManyFields' },
} as const;

/** Tokens of a document; beyond them it is not even read. */
export const parseOptions = { maxTokens: 2000 };

/** How many mistakes of a document are looked for before it is given up. */
export const validationOptions = { maxErrors: 50 };

/** What a document must keep beside GraphQL's own rules. */
export const ownRules: ValidationRule[] = [selectionLimits];

/** All rules of a document, for HTTP and sockets alike. */
export const validationRules: readonly ValidationRule[] = [...ownRules, ...specifiedRules];

/** Refusal of what is too much, with `limit`, `most` and `found` as parameters. */
export function tooComplex(key: string, params: { limit: string; most: number; found: number }): CodedError {
  return new CodedError('QUERY_TOO_COMPLEX', { key, params });
}

type Size = Record<keyof typeof limits, number>;
const nothing: Size = { depth: 0, aliases: 0, directives: 0, fields: 0 };

/** Refuses with `QUERY_TOO_COMPLEX` what is too deep, too wide or multiplies itself. */
function selectionLimits(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Size>();
  const measure = ({ selections }: SelectionSetNode): Size => {
    const total = { ...nothing };
    for (const node of selections) {
      const inner = sizeOf(node);
      total.depth = Math.max(total.depth, inner.depth);
      total.aliases += inner.aliases;
      total.directives += inner.directives + (node.directives?.length ?? 0);
      total.fields += inner.fields;
    }
    return total;
  };
  const sizeOf = (node: SelectionSetNode['selections'][number]): Size => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return measure(node.selectionSet);
    const inner = node.selectionSet ? measure(node.selectionSet) : nothing;
    // Asking for the schema itself is deep by nature; a rule of GraphQL's own bounds that.
    const depth = node.name.value.startsWith('__') ? 0 : inner.depth + 1;
    return { ...inner, depth, aliases: inner.aliases + (node.alias ? 1 : 0), fields: inner.fields + 1 };
  };
  const ofFragment = (name: string): Size => {
    const known = fragments.get(name);
    if (known) return known;
    // A fragment that spreads itself is refused by another rule; here it must only come to an end.
    fragments.set(name, nothing);
    const fragment = context.getFragment(name);
    const size = fragment ? measure(fragment.selectionSet) : nothing;
    fragments.set(name, size);
    return size;
  };
  return {
    OperationDefinition({ selectionSet, directives = [] }) {
      const size = measure(selectionSet);
      size.directives += directives.length;
      for (const [limit, { most, key }] of Object.entries(limits)) {
        const found = size[limit as keyof Size];
        if (found <= most) continue;
        const originalError = tooComplex(key, { limit, most, found });
        context.reportError(new GraphQLError('too complex', { originalError }));
        return;
      }
    },
  };
}
