interface Part {
  /** Literal text that leads in to the value. */
  lead: string;
  /** Columns whose values, with `inner` texts around them, are the part. */
  columns: string[];
  inner: string[];
}

/** A template such as `{Product}: {Issue}[ ({Sub-issue})]`, ready to be filled. */
export interface Template {
  parts: Part[];
  tail: string;
  /** Every column it names. */
  columns: string[];
}

const brackets = (text: string) => text.replace(/\{[^{}]*\}/g, '');

/** What is wrong with the text of a template, or null. */
export function templateMistake(text: string): string | null {
  if (!/\{[^{}]+\}/.test(text)) return 'names no {Column}';
  const rest = brackets(text);
  if (/[{}]/.test(rest)) return 'has a brace without its partner';
  const groups = text.match(/\[[^[\]]*\]/g) ?? [];
  if (/[[\]]/.test(rest.replace(/\[[^[\]]*\]/g, ''))) return 'has a bracket without its partner';
  return groups.every((group) => /\{[^{}]+\}/.test(group)) ? null : 'has brackets around no {Column}';
}

function part(lead: string, text: string): Part {
  const pieces = text.split(/\{([^{}]+)\}/);
  return {
    lead,
    columns: pieces.filter((_, index) => index % 2 === 1).map((column) => column.trim()),
    inner: pieces.filter((_, index) => index % 2 === 0),
  };
}

/** Reads a template that has no mistake. */
export function parseTemplate(text: string): Template {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(/\[[^[\]]*\]|\{[^{}]+\}/g)) {
    parts.push(part(text.slice(end, index), found.startsWith('[') ? found.slice(1, -1) : found));
    end = index + found.length;
  }
  return { parts, tail: text.slice(end), columns: parts.flatMap(({ columns }) => columns) };
}

const fillPart = ({ columns, inner }: Part, cell: (column: string) => string) =>
  columns.every((column) => cell(column) !== '')
    ? inner.map((text, index) => text + (columns[index] === undefined ? '' : cell(columns[index]))).join('')
    : '';

/**
 * The text of a row. A part whose column is empty is left out together with the text that leads in to it, so no
 * separator is left dangling; when the beginning is left out, the next part keeps only its lead-in on its own line.
 */
export function fillTemplate({ parts, tail }: Template, cell: (column: string) => string): string {
  let text = '';
  parts.forEach((each, index) => {
    const value = fillPart(each, cell);
    if (value === '') return;
    const lineBreak = each.lead.lastIndexOf('\n');
    const ownLine = lineBreak < 0 ? '' : each.lead.slice(lineBreak + 1);
    text += (text !== '' || index === 0 ? each.lead : ownLine) + value;
  });
  return text === '' ? '' : (text + tail).trim();
}
