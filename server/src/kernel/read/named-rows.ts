import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { readRows, type Row } from './read.js';
import { fieldsAt } from './selection.js';

/**
 * Reads, in one statement, what the query asks of the rows that worked-out objects name: `path` leads from the
 * resolver's field to the place where they are named. Answers rows by id, none where nothing is asked.
 */
export async function namedRows(
  ctx: Context,
  info: GraphQLResolveInfo,
  path: readonly string[],
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const field = fieldsAt(info, path.slice(0, -1))?.fields.find(({ name }) => name === path.at(-1));
  if (!field?.type || !ids.length) return new Map();
  const wanted = [...new Set(ids)];
  const request = { where: { id: wanted }, orderBy: [], limit: wanted.length };
  const rows = await readRows(ctx, { ...info, fieldNodes: field.nodes }, field.type, request);
  return new Map(rows.map((row) => [row['id'] as string, row]));
}
