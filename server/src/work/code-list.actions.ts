import { ref } from '@mikro-orm/core';
import { Checks } from '../kernel/checks.js';
import { command, create, find, record, requireVersion, type Context } from '../kernel/context.js';
import { conflict, requireOpen } from '../kernel/errors.js';
import { mayEditCodes, mayRestore, mayRetire } from './code-list.access.js';
import type { AddCodeInput, ChangeCodeInput, MoveCodeInput, RenameCodeInput } from './code-list.input.js';
import { entriesOf, inTreeOrder, lockLists, number } from './code-list-order.js';
import { CodeListEntry } from './code-list-entry.js';

/** The most entries of one list: it is read whole. */
export const longestList = 1000;
const deepest = 3;

const noOther = () => [];

/** The business gets another word to choose, last among its siblings. */
export const addCode = command(async (ctx: Context, input: AddCodeInput): Promise<CodeListEntry> => {
  requireOpen(mayEditCodes(ctx.viewer), noOther);
  await lockLists(ctx.em);
  const entries = await entriesOf(ctx.em, input.list);
  const checks = new Checks();
  const code = checks.requiredText(input.code, 'code', { max: 60 });
  checks.that(/^[A-Z][A-Z0-9_]{1,59}$/.test(code), 'code', 'codeList.form');
  checks.that(!entries.some((entry) => entry.code === code), 'code', 'codeList.taken');
  checks.that(entries.length < longestList, 'code', 'codeList.full');
  const names = namesIn(checks, input);
  const parent = entries.find(({ id }) => id === input.parentId) ?? null;
  checks.that(input.parentId == null || parent !== null, 'parentId', 'field.notFound');
  checks.that(parent?.isActive !== false, 'parentId', 'codeList.parentRetired');
  checks.that(depthOf(parent) < deepest, 'parentId', 'codeList.deep');
  checks.done();
  const entry = create(ctx, CodeListEntry, {
    ...names,
    list: input.list,
    code,
    parent: parent && ref(parent),
    path: `${parent?.path ?? '/'}${code}/`,
    position: entries.length + 1,
  });
  await ctx.em.flush();
  await number(ctx.em, inTreeOrder([...entries, entry]));
  record(ctx, 'codeList.added', entry, { data: { list: entry.list, code, ...names } });
  return entry;
});

/** An entry carries other names, everywhere and at once; its code stays. */
export const renameCode = command(async (ctx: Context, id: string, input: RenameCodeInput): Promise<CodeListEntry> => {
  const entry = await entryToEdit(ctx, id, input);
  const checks = new Checks();
  const before = { nameZh: entry.nameZh, nameEn: entry.nameEn };
  const names = namesIn(checks, { nameZh: input.nameZh ?? before.nameZh, nameEn: input.nameEn ?? before.nameEn });
  checks.done();
  Object.assign(entry, names);
  record(ctx, 'codeList.renamed', entry, {
    data: { code: entry.code, ...names, nameZhBefore: before.nameZh, nameEnBefore: before.nameEn },
  });
  return entry;
});

/** An entry stands elsewhere among its siblings, with what lies below it. */
export const moveCode = command(async (ctx: Context, id: string, input: MoveCodeInput): Promise<CodeListEntry> => {
  await lockLists(ctx.em);
  const entry = await entryToEdit(ctx, id, input);
  const entries = await entriesOf(ctx.em, entry.list);
  const before = entries.find((each) => each.id === input.beforeId && each.id !== id) ?? null;
  const checks = new Checks();
  const isSibling = before !== null && before.parent?.id === entry.parent?.id;
  checks.that(input.beforeId == null || isSibling, 'beforeId', 'codeList.notSibling');
  checks.done();
  const place = before ? before.position - 0.5 : Infinity;
  const order = inTreeOrder(entries, (each) => (each.id === id ? place : each.position));
  entry.position = order.indexOf(entry) + 1;
  await number(ctx.em, order);
  record(ctx, 'codeList.moved', entry, { data: { code: entry.code, before: before?.code ?? null } });
  return entry;
});

/** No new complaint can have it any more; those that have it keep it. `CONFLICT` while active entries lie below. */
export const retireCode = command(async (ctx: Context, id: string, input: ChangeCodeInput): Promise<CodeListEntry> => {
  const entry = await entryToEdit(ctx, id, input);
  requireOpen(mayRetire(ctx.viewer, entry), noOther);
  if (await ctx.em.count(CodeListEntry, { parent: entry.id, isActive: true })) throw conflict('codeList.hasActive');
  Object.assign(entry, { isActive: false, retiredAt: ctx.clock.now() });
  record(ctx, 'codeList.retired', entry, { data: { code: entry.code } });
  return entry;
});

/** New complaints can have it again; `CONFLICT` while the entry above it is retired. */
export const restoreCode = command(async (ctx: Context, id: string, input: ChangeCodeInput): Promise<CodeListEntry> => {
  const entry = await entryToEdit(ctx, id, input);
  requireOpen(mayRestore(ctx.viewer, entry), noOther);
  const parent = await entry.parent?.loadOrFail();
  if (parent?.isActive === false) throw conflict('codeList.parentStillRetired');
  Object.assign(entry, { isActive: true, retiredAt: null });
  record(ctx, 'codeList.restored', entry, { data: { code: entry.code } });
  return entry;
});

async function entryToEdit(ctx: Context, id: string, input: { expectedVersion: number }): Promise<CodeListEntry> {
  const entry = await find(ctx, CodeListEntry, id);
  requireOpen(mayEditCodes(ctx.viewer), noOther);
  requireVersion(entry, input.expectedVersion);
  return entry;
}

const namesIn = (checks: Checks, { nameZh, nameEn }: { nameZh: string; nameEn: string }) => ({
  nameZh: checks.requiredText(nameZh, 'nameZh', { max: 50 }),
  nameEn: checks.requiredText(nameEn, 'nameEn', { max: 100 }),
});

const depthOf = (entry: CodeListEntry | null) => entry?.path.split('/').filter(Boolean).length ?? 0;
