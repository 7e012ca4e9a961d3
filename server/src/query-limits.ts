import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';
import { CodedError } from './kernel/errors.js';

const most = { depth: 12, aliases: 30, fields: 2000 };

interface Size {
  depth: number;
  aliases: number;
  fields: number;
}

/** A validation rule for HTTP and sockets alike: refuses with `QUERY_TOO_COMPLEX` what is too deep, too wide or multiplies itself. */
export function queryLimits(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Size>();
  const measure = (selections: SelectionSetNode): Size => {
    const total: Size = { depth: 0, aliases: 0, fields: 0 };
    for (const node of selections.selections) {
      const inner = sizeOf(node);
      total.depth = Math.max(total.depth, inner.depth);
      total.aliases += inner.aliases;
      total.fields += inner.fields;
    }
    return total;
  };
  const sizeOf = (node: SelectionSetNode['selections'][number]): Size => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return measure(node.selectionSet);
    // Asking for the schema itself is deep by nature and costs no data.
    if (node.name.value.startsWith('__')) return { depth: 0, aliases: 0, fields: 1 };
    const { depth, aliases, fields } = node.selectionSet
      ? measure(node.selectionSet)
      : { depth: 0, aliases: 0, fields: 0 };
    return { depth: depth + 1, aliases: aliases + (node.alias ? 1 : 0), fields: fields + 1 };
  };
  const ofFragment = (name: string): Size => {
    const known = fragments.get(name);
    if (known) return known;
    // A fragment that spreads itself is refused by another rule; here it must only come to an end.
    fragments.set(name, { depth: 0, aliases: 0, fields: 0 });
    const fragment = context.getFragment(name);
    const size = fragment ? measure(fragment.selectionSet) : { depth: 0, aliases: 0, fields: 0 };
    fragments.set(name, size);
    return size;
  };
  return {
    OperationDefinition({ selectionSet }) {
      const size = measure(selectionSet);
      if (size.depth <= most.depth && size.aliases <= most.aliases && size.fields <= most.fields) return;
      const originalError = new CodedError('QUERY_TOO_COMPLEX', { key: 'error.tooComplex' });
      context.reportError(new GraphQLError('too complex', { originalError }));
    },
  };
}
