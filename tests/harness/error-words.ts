import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
/** What docs/errors.md promises to say, by key. */
const words: Record<string, Record<'zh' | 'en', string>> = Object.fromEntries(
  [...page.matchAll(/^\| `((?:error|field)\.\w+)` *\|[^|]*\| ([^|]+?) *\| ([^|]+?) *\|$/gm)].map(([, key, zh, en]) => [
    key!,
    { zh: zh!, en: en! },
  ]),
);

/** An error as the page describes it: messages by key; those of fields with their params, `field.tooShort min=8`. */
export interface Expected {
  says: string;
  code: string;
  params?: Record<string, string | number>;
  fields?: Record<string, string>;
  path?: (string | number)[];
  [extension: string]: unknown;
}

/** The whole error in a language: nothing is left out, nothing may be added. */
export function inWords({ says, path, fields, ...extensions }: Expected, locale: 'zh' | 'en') {
  const say = (key: string, params: Record<string, unknown> = {}) =>
    words[key]![locale].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(params[name]));
  const spoken = Object.entries(fields ?? {}).map(([at, told]) => {
    const [key, params] = told.split(' ');
    return [at, say(key!, Object.fromEntries(new URLSearchParams(params)))];
  });
  return {
    message: say(says, { ...extensions.params, id: extensions['id'] }),
    ...(path && { path }),
    extensions: { ...extensions, ...(fields && { fields: Object.fromEntries(spoken) }) },
  };
}
