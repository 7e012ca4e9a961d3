import { Checks } from '../kernel/checks.js';
import { everything, type Condition } from '../kernel/read/registry.js';

const longest = 100;

/**
 * What a filter's text asks for: to be part of one of some fields. Spaces around it do not count, unless there is
 * nothing else, so that somebody who is still typing is shown what has a space. An empty text is refused.
 */
export function textCondition(text: string | null | undefined, fields: readonly string[]): Condition {
  if (text == null) return everything;
  const checks = new Checks();
  checks.that(text !== '', 'filter.text', 'field.required');
  const trimmed = checks.text(text, 'filter.text', { max: longest, min: 0 });
  checks.that(text.length <= longest || trimmed !== '', 'filter.text', {
    key: 'field.tooLong',
    params: { max: longest },
  });
  checks.done();
  return { $or: fields.map((field) => ({ [field]: { $like: trimmed || text } })) };
}
