import type { Typeface, Weight } from './typeface.js';

/** How a text is set. */
export interface Setting {
  size: number;
  weight: Weight;
  width: number;
}

// What may not begin a line, and what may not end one (GB/T 15834).
const closing = /[，。、；：？！）》」』】〕”’…％,.;:?!)\]}%]/;
const opening = /[（《「『【〔“‘([{]/;
const wide = /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]|[\u{20000}-\u{3ffff}]/u;

/** Breaks a text into lines of a width: between Chinese characters, else between words; longer words are cut. */
export function linesOf(face: Typeface, text: string, { size, weight, width }: Setting): string[] {
  const widthOf = (character: string) => face.glyph(character, weight).width * size;
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((paragraph) => brokenLines([...paragraph.replaceAll('\t', '  ')], widthOf, width));
}

function brokenLines(characters: readonly string[], widthOf: (character: string) => number, most: number): string[] {
  const lines: string[] = [];
  let start = 0;
  let width = 0;
  for (let at = 0; at < characters.length; at++) {
    const next = widthOf(characters[at]!);
    if (width + next > most && at > start) {
      const end = breakBefore(characters, start, at);
      lines.push(characters.slice(start, end).join('').trimEnd());
      start = characters[end] === ' ' ? end + 1 : end;
      width = characters.slice(start, at).reduce((sum, character) => sum + widthOf(character), 0);
    }
    width += next;
  }
  lines.push(characters.slice(start).join(''));
  return lines;
}

/** The last place at which a line that is full may end; where it is full when there is none. */
function breakBefore(characters: readonly string[], start: number, full: number): number {
  for (let at = full; at > start; at--) if (mayBreak(characters[at - 1]!, characters[at]!)) return at;
  return full;
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ') return true;
  if (closing.test(after) || opening.test(before)) return false;
  return before === ' ' || wide.test(before) || wide.test(after);
}
