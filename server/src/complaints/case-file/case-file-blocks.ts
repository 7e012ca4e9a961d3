import { getNamedType, isListType, isObjectType, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';
import { isNonNullType } from 'graphql';
import { say, type Locale } from '../../kernel/messages.js';
import type { Block } from '../../kernel/print/document.js';
import { fieldName, nameOf, valueText, separatorIn } from './schema-words.js';

type Data = Record<string, unknown>;

/** Says nothing to a reader on paper. */
const silent = new Set(['id', 'version', 'cursor']);
/** What is only a name, and shown as one. */
const nameKeys = new Set([...silent, 'name', 'nameZh', 'nameEn', 'code', 'reference', 'username']);

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (value: unknown): value is Data => isData(value) && Object.keys(value).every((key) => nameKeys.has(key));
const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && !value.length);

/** A part of the file as it is printed: what the schema calls each field, and its value in words. */
export function blocksOf(type: GraphQLObjectType, data: Data, locale: Locale): Block[] {
  const facts: [string, string][] = [];
  const blocks: Block[] = [];
  for (const [field, value] of Object.entries(data)) {
    const inner = typeOf(type, field);
    if (isEmpty(value) || silent.has(field) || !inner) continue;
    const named = getNamedType(inner);
    if (isObjectType(named) && Array.isArray(value) && !value.every(isName))
      blocks.push((named.name === 'ComplaintEvent' ? timeline : listed)(named, value as Data[], locale));
    else if (isObjectType(named) && isData(value) && 'id' in value) blocks.push(...blocksOf(named, value, locale));
    else facts.push([fieldName(type, field, locale), textOf(inner, value, locale)]);
  }
  return [...(facts.length ? [{ kind: 'facts' as const, rows: facts }] : []), ...blocks];
}

/** When something in a list was: by its first time. */
const timeOf = (item: Data) => Object.entries(item).find(([field, value]) => value && /^(at|.*At)$/.test(field));

/** Rows of one kind, oldest first: when, and the rest in words. */
function listed(type: GraphQLObjectType, items: readonly Data[], locale: Locale): Block {
  const rows = items
    .map((item) => ({ item, time: timeOf(item) }))
    .sort((a, b) => String(a.time?.[1] ?? '').localeCompare(String(b.time?.[1] ?? '')))
    .map(({ item, time: [field, at] = ['', null] }) => {
      const { [field]: _shown, ...rest } = item;
      return [valueText(null, at, locale), wordsOf(type, rest, locale, '\n')];
    });
  const columns = [
    { title: say(locale, 'caseFile.timeline.at'), share: 3 },
    { title: say(locale, 'caseFile.timeline.about'), share: 13 },
  ];
  return { kind: 'table', columns, rows };
}

/** The story of a complaint, oldest first: when, what, who, and what it is about. */
function timeline(type: GraphQLObjectType, events: readonly Data[], locale: Locale): Block {
  const word = (key: string) => say(locale, `caseFile.timeline.${key}`);
  const rows = [...events].reverse().map(({ at, kind, actorKind, actor, lateMinutes, ...about }) => [
    valueText(null, at, locale),
    valueText(getNamedType(typeOf(type, 'kind')!), kind, locale),
    isName(actor) ? nameOf(actor, locale) : valueText(getNamedType(typeOf(type, 'actorKind')!), actorKind, locale),
    Object.entries({ ...about, ...(lateMinutes ? { lateMinutes } : {}) })
      .filter(([field, value]) => !isEmpty(value) && !silent.has(field))
      .map(([field, value]) => textOf(typeOf(type, field)!, value, locale))
      .join(word('separator')),
  ]);
  const columns = [
    { title: word('at'), share: 3 },
    { title: word('what'), share: 4 },
    { title: word('who'), share: 3 },
    { title: word('about'), share: 6 },
  ];
  return { kind: 'table', columns, rows };
}

const typeOf = (type: GraphQLObjectType, field: string): GraphQLOutputType | undefined => type.getFields()[field]?.type;

function textOf(type: GraphQLOutputType, value: unknown, locale: Locale): string {
  if (isEmpty(value)) return '';
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    const texts = (value as unknown[]).map((item) => textOf(bare.ofType as GraphQLOutputType, item, locale));
    return texts.join(texts.every(({ length }) => length < 20) ? separatorIn(locale) : '\n');
  }
  if (isName(value)) return nameOf(value, locale);
  if (!isObjectType(bare)) return valueText(bare, value, locale);
  return wordsOf(bare, value as Data, locale);
}

/** Each field with its value, one after the other; a long value begins a line of its own where lines are given. */
function wordsOf(type: GraphQLObjectType, data: Data, locale: Locale, newLine = ''): string {
  const separator = separatorIn(locale);
  let words = '';
  for (const [field, value] of Object.entries(data)) {
    if (isEmpty(value) || silent.has(field)) continue;
    const text = textOf(typeOf(type, field)!, value, locale);
    const isLong = newLine && text.length > longText;
    const before = words && !words.endsWith('\n') ? (isLong ? newLine : separator) : '';
    words += `${before}${fieldName(type, field, locale)}${locale === 'zh' ? '：' : ': '}${text}${isLong ? newLine : ''}`;
  }
  return words.trimEnd();
}

const longText = 16;
