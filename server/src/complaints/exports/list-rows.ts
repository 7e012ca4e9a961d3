import { execute, getNamedType, parse, type DocumentNode, type GraphQLObjectType } from 'graphql';
import type { Context } from '../../kernel/context.js';
import { fieldName, shownText } from '../case-file/schema-words.js';

/** What a list says of each complaint: a field, and what of it. */
const columns: readonly (readonly [field: string, selection?: string])[] = [
  ['reference'],
  ['receivedAt'],
  ['channel'],
  ['status'],
  ['level'],
  ['category', '{ nameZh nameEn }'],
  ['product', '{ nameZh nameEn }'],
  ['riskFlags'],
  ['content'],
  ['customerDemand'],
  ['amountInvolved'],
  ['orgUnit', '{ name }'],
  ['registeredUnit', '{ name }'],
  ['firstHandler', '{ name }'],
  ['responsible', '{ name }'],
  ['nextDueAt'],
  ['isOverdue'],
  ['resolutionSummary'],
  ['repliedAt'],
  ['closedAt'],
];
const pageSize = 100;

let question: DocumentNode | undefined;

/** Some rows of a list, in words, and where to go on; null at the end. */
export interface ListPage {
  rows: string[][];
  totalCount: number;
  endCursor: string | null;
}

const typeIn = ({ app }: Context) => app.schema().getType('Complaint') as GraphQLObjectType;

/** The first line of a list. */
export const headOfList = (ctx: Context): string[] =>
  columns.map(([field]) => fieldName(typeIn(ctx), field, ctx.locale));

/**
 * The rows after a place, newest receipt first, which never changes: no row is missed or told twice while others change.
 * They are asked for as any client would, so that whatever is masked or hidden there is so here.
 */
export async function readListPage(ctx: Context, filter: unknown, after: string | null): Promise<ListPage> {
  const fields = columns.map((column) => column.join(' ')).join(' ');
  question ??= parse(`query ($filter: ComplaintFilter, $page: PageInput) { complaints(filter: $filter, page: $page) {
    items { ${fields} } totalCount pageInfo { endCursor hasNextPage } } }`);
  const { data, errors } = await execute({
    schema: ctx.app.schema(),
    document: question,
    contextValue: ctx,
    variableValues: { filter, page: { limit: pageSize, after } },
  });
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  const { items, totalCount, pageInfo } = data!['complaints'] as unknown as {
    items: Record<string, unknown>[];
    totalCount: number;
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
  const type = typeIn(ctx);
  const rows = items.map((item) =>
    columns.map(([field]) => shownText(getNamedType(type.getFields()[field]!.type), item[field], ctx.locale)),
  );
  return { rows, totalCount, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
