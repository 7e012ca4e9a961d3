import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import decompress from 'woff2-encoder/decompress';
import { staticFont, type StaticFont } from './static-font.js';

// Noto Sans SC comes in a hundred parts by range of characters, as browsers load it: 5 MB for all weights and characters.
const face = '@fontsource-variable/noto-sans-sc';
const { resolve } = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';
const weights: Record<Weight, number> = { regular: 400, bold: 700 };
/** Stands for what the typeface does not have. */
const missing = '□';

/** The parts of the typeface that a text needs, in both weights. */
export class Typeface {
  private constructor(
    private readonly partOf: ReadonlyMap<string, string>,
    private readonly fonts: ReadonlyMap<string, StaticFont>,
  ) {}

  /** Loads the parts that hold the characters of texts in each weight. */
  static async for(texts: Record<Weight, string>): Promise<Typeface> {
    const partOf = new Map<string, string>();
    const fonts = new Map<string, StaticFont>();
    for (const weight of Object.keys(weights) as Weight[]) {
      const wanted = new Map<string, number[]>();
      for (const character of new Set([...texts[weight], missing])) {
        const point = character.codePointAt(0)!;
        const part = await partFor(point);
        if (!part) continue;
        partOf.set(character, part);
        wanted.set(part, [...(wanted.get(part) ?? []), point]);
      }
      for (const [part, codePoints] of wanted) {
        const name = nameOf(part, weight);
        fonts.set(name, staticFont(await unpacked(part), { name, weight: weights[weight], codePoints }));
      }
    }
    return new Typeface(partOf, fonts);
  }

  /** Every font by its name. */
  entries(): Iterable<[name: string, font: StaticFont]> {
    return this.fonts;
  }

  /** The character as it can be drawn, by which font, and how wide it is at a size of 1. */
  glyph(character: string, weight: Weight): { character: string; font: string; width: number } {
    const shown = this.partOf.has(character) ? character : missing;
    const font = nameOf(this.partOf.get(shown)!, weight);
    return { character: shown, font, width: this.fonts.get(font)!.widths.get(shown.codePointAt(0)!)! };
  }

  /** A line cut where the font changes. */
  runs(text: string, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const each of text) {
      const { character, font, width } = this.glyph(each, weight);
      const last = runs.at(-1);
      if (last?.font === font) {
        last.text += character;
        last.width += width;
      } else runs.push({ font, text: character, width });
    }
    return runs;
  }

  /** How wide a line is at a size of 1. */
  widthOf(text: string, weight: Weight): number {
    return this.runs(text, weight).reduce((sum, { width }) => sum + width, 0);
  }
}

/** Characters of one font, one after the other, and how wide they are at a size of 1. */
export interface Run {
  font: string;
  text: string;
  width: number;
}

const nameOf = (part: string, weight: Weight) => `NotoSansSC-${part}-${weight}`;

interface Part {
  name: string;
  ranges: readonly (readonly [first: number, last: number])[];
}

async function partFor(point: number): Promise<string | undefined> {
  return (await knownParts()).find(({ ranges }) => ranges.some(([first, last]) => point >= first && point <= last))
    ?.name;
}

const kept = new Map<string, Promise<Uint8Array>>();

/** A part as TrueType; kept, since all of them together take 8 MB. */
function unpacked(part: string): Promise<Uint8Array> {
  let font = kept.get(part);
  if (!font) {
    font = readFile(resolve(`${face}/files/noto-sans-sc-${part}-wght-normal.woff2`)).then(decompress);
    kept.set(part, font);
  }
  return font;
}

let parts: Promise<readonly Part[]> | undefined;
const knownParts = (): Promise<readonly Part[]> => (parts ??= readParts());

async function readParts(): Promise<readonly Part[]> {
  const byName = JSON.parse(await readFile(resolve(`${face}/unicode.json`), 'utf8')) as Record<string, string>;
  const found = Object.entries(byName).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [first, last = first] = range.replace('U+', '').split('-') as [string, string?];
      return [parseInt(first, 16), parseInt(last!, 16)] as const;
    }),
  }));
  // Latin letters also stand in Chinese parts; taken from one part they stay in one font.
  return found.sort((a, b) => Number(/^\d/.test(a.name)) - Number(/^\d/.test(b.name)));
}
