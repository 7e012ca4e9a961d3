import { create, type Font, type Path } from 'fontkit';

/** Tables of a TrueType font that say the same for every weight; what is drawn and how wide it is comes anew. */
const kept = ['OS/2', 'cmap', 'head', 'hhea', 'maxp', 'post'];

/** A part of a font in one weight: its bytes as a PDF takes them in, and how wide each character is at a size of 1. */
export interface StaticFont {
  bytes: Buffer;
  widths: ReadonlyMap<number, number>;
}

/**
 * Draws the given characters of a variable TrueType font in one weight as a plain TrueType font: what writes PDFs takes
 * no variable ones. Glyphs keep their numbers; those of no character that was asked for are left empty.
 */
export function staticFont(
  variable: Uint8Array,
  { name, weight, codePoints }: { name: string; weight: number; codePoints: readonly number[] },
): StaticFont {
  const whole = Buffer.from(variable.buffer, variable.byteOffset, variable.byteLength);
  const font = (create(whole) as Font).getVariation({ wght: weight });
  const glyphs = [font.getGlyph(0), ...codePoints.map((point) => font.glyphForCodePoint(point))];
  const drawn = new Map(glyphs.map((glyph) => [glyph.id, { outline: outline(glyph.path), width: glyph.advanceWidth }]));
  const glyf: Buffer[] = [];
  const loca = Buffer.alloc(4 * (font.numGlyphs + 1));
  const hmtx = Buffer.alloc(4 * font.numGlyphs);
  let length = 0;
  for (let id = 0; id < font.numGlyphs; id++) {
    const glyph = drawn.get(id);
    hmtx.writeUInt16BE(Math.round(glyph?.width ?? 0), 4 * id);
    if (glyph) {
      hmtx.writeInt16BE(glyph.outline.length ? glyph.outline.readInt16BE(2) : 0, 4 * id + 2);
      glyf.push(glyph.outline);
      length += glyph.outline.length;
    }
    loca.writeUInt32BE(length, 4 * (id + 1));
  }
  const tables = tablesOf(whole);
  tables.get('head')!.writeInt16BE(1, 50); // places of glyphs as 32-bit numbers
  tables.get('hhea')!.writeUInt16BE(font.numGlyphs, 34);
  tables.set('glyf', Buffer.concat(glyf)).set('hmtx', hmtx).set('loca', loca).set('name', nameTable(name));
  const widths = codePoints.map((point, index) => [point, glyphs[index + 1]!.advanceWidth / font.unitsPerEm] as const);
  return { bytes: assembled(tables), widths: new Map(widths) };
}

/** The one name by which what embeds fonts tells them apart. */
function nameTable(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16();
  const header = [0, 1, 18, 3, 1, 0x409, 6, text.length, 0]; // Windows, Unicode, English: PostScript name
  const table = Buffer.alloc(18 + text.length);
  header.forEach((word, index) => table.writeUInt16BE(word, 2 * index));
  text.copy(table, 18);
  return table;
}

/** Copies of the tables that are kept. */
function tablesOf(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let at = 12, count = font.readUInt16BE(4); count > 0; at += 16, count--) {
    const tag = font.toString('latin1', at, at + 4);
    const start = font.readUInt32BE(at + 8);
    if (kept.includes(tag)) tables.set(tag, Buffer.from(font.subarray(start, start + font.readUInt32BE(at + 12))));
  }
  return tables;
}

function assembled(tables: ReadonlyMap<string, Buffer>): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.size);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.size, 4);
  let at = 12;
  let start = header.length;
  const parts: Buffer[] = [header];
  for (const [tag, table] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(start, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    start += table.length + padding.length;
    at += 16;
  }
  return Buffer.concat(parts);
}

type Point = [x: number, y: number, isOnCurve: boolean];

/** A glyph as TrueType writes it, every point in full: what embeds the font packs it anyway. */
function outline(path: Path): Buffer {
  const contours = contoursOf(path);
  if (!contours.length) return Buffer.alloc(0);
  const points = contours.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const bytes = Buffer.alloc((12 + 2 * contours.length + 5 * points.length + 3) & ~3);
  let at = bytes.writeInt16BE(contours.length);
  for (const edge of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    at = bytes.writeInt16BE(edge, at);
  let last = -1;
  for (const contour of contours) at = bytes.writeUInt16BE((last += contour.length), at);
  at += 2; // no instructions
  for (const [, , isOnCurve] of points) at = bytes.writeUInt8(isOnCurve ? 1 : 0, at);
  for (const places of [xs, ys]) {
    let before = 0;
    for (const place of places) {
      at = bytes.writeInt16BE(place - before, at);
      before = place;
    }
  }
  return bytes;
}

function contoursOf({ commands }: Path): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    const places = args.map(Math.round);
    for (let at = 0; at < places.length; at += 2) {
      const isOnCurve = command !== 'quadraticCurveTo' || at > 0;
      contours.at(-1)!.push([places[at]!, places[at + 1]!, isOnCurve]);
    }
  }
  // A contour closes by itself: a last point on the first would be there twice.
  for (const contour of contours) {
    const [first, last] = [contour[0]!, contour.at(-1)!];
    if (contour.length > 1 && first[0] === last[0] && first[1] === last[1] && last[2]) contour.pop();
  }
  return contours.filter(({ length }) => length > 1);
}
