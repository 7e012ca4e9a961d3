import { isEnumType, type GraphQLEnumType, type GraphQLObjectType } from 'graphql';
import { bankMinute } from '../../kernel/bank-day.js';
import { hasMessage, say, type Locale } from '../../kernel/messages.js';

/** What stands between the items of a list in a sentence. */
export const separatorIn = (locale: Locale): string => (locale === 'zh' ? '；' : '; ');

/** The bank's word in a description of the schema: the Chinese term in brackets, or the English words before it. */
function termIn(description: string | null | undefined, locale: Locale): string | null {
  if (!description) return null;
  if (locale === 'en') return description.split(/ ?\(|[.;:,]/, 1)[0]!;
  return /\(([^()]*\p{Script=Han}[^()]*)\)/u.exec(description)?.[1] ?? null;
}

/** What a field is called: a word of the file's own, else the schema's. */
export function fieldName(type: GraphQLObjectType, field: string, locale: Locale): string {
  for (const key of [`caseFile.field.${type.name}.${field}`, `caseFile.field.${field}`])
    if (hasMessage(key)) return say(locale, key);
  return termIn(type.getFields()[field]?.description, locale) ?? field;
}

/** A single value in words: what a code means, a time by the bank's clock. */
export function valueText(type: unknown, value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (isEnumType(type)) return enumWord(type, String(value), locale);
  if (typeof value === 'boolean') return say(locale, value ? 'caseFile.yes' : 'caseFile.no');
  if (typeof value === 'string' && isInstant.test(value)) return bankMinute(new Date(value));
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

/** A value of a field that is a code, a list of codes, or something with a name. */
export function shownText(type: unknown, value: unknown, locale: Locale): string {
  if (Array.isArray(value)) return value.map((each) => shownText(type, each, locale)).join(separatorIn(locale));
  return typeof value === 'object' && value !== null ? nameOf(value as Named, locale) : valueText(type, value, locale);
}

/** What names something, one way or another. */
export type Named = Partial<Record<'name' | 'nameZh' | 'nameEn' | 'reference' | 'code', string>>;

/** The name of something, in a language where it has one in each. */
export const nameOf = ({ name, nameZh, nameEn, reference, code }: Named, locale: Locale): string =>
  (locale === 'zh' ? nameZh : nameEn) ?? name ?? reference ?? code ?? '';

const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const enumWord = (type: GraphQLEnumType, value: string, locale: Locale): string =>
  termIn(type.getValue(value)?.description, locale) ?? value;
