import Pdf from 'pdfkit';
import type { Readable } from 'node:stream';
import { setImmediate as immediate } from 'node:timers/promises';
import { linesOf } from './lines.js';
import { Typeface, type Weight } from './typeface.js';

/** A piece of a document, one below the other. */
export type Block =
  | { kind: 'title' | 'heading' | 'text' | 'note'; text: string }
  /** Names with what they are, one a row. */
  | { kind: 'facts'; rows: readonly (readonly [name: string, value: string])[] }
  | { kind: 'table'; columns: readonly { title: string; share: number }[]; rows: readonly (readonly string[])[] };

/** What stands on every page. */
export interface Frame {
  title: string;
  language: string;
  /** Across the page, faint: whose copy it is. */
  watermark: string;
  /** At the foot of a page. */
  foot(page: number, pages: number): string;
  createdAt: Date;
}

const margin = 48;
const gap = 6;
const padding = 4;
const leading = 1.5;
const sizes = { title: 20, heading: 13, text: 10, note: 8.5, facts: 9.5, table: 9 };
const factName = 0.22;
const ink = { text: '#1b1f24', quiet: '#5b636d', line: '#c9ced6', head: '#eef0f3', watermark: '#7a8088' };

/** Writes blocks as a PDF on A4 pages, in Chinese as well as in Latin letters; nothing is cut off. */
export async function printed(blocks: readonly Block[], frame: Frame): Promise<Readable> {
  const digits = 1234567890;
  const onEveryPage = frame.watermark + frame.foot(digits, digits);
  const face = await Typeface.for({
    regular: blocks.map((block) => textOf(block, 'regular')).join('') + onEveryPage,
    bold: blocks.map((block) => textOf(block, 'bold')).join(''),
  });
  const pages = new Pages(face, frame);
  for (const block of blocks) await pages.add(block);
  return pages.end();
}

const isBold = ({ kind }: Block) => kind === 'title' || kind === 'heading';

/** What of a block is set in a weight. */
function textOf(block: Block, weight: Weight): string {
  const ofWeight = (is: Weight, text: string) => (is === weight ? text : '');
  if (block.kind === 'facts') return ofWeight('regular', block.rows.flat().join(''));
  if (block.kind !== 'table') return ofWeight(isBold(block) ? 'bold' : 'regular', block.text);
  return (
    ofWeight('regular', block.rows.flat().join('')) + ofWeight('bold', block.columns.map(({ title }) => title).join(''))
  );
}

interface Cell {
  lines: string[];
  weight: Weight;
  colour: string;
  width: number;
}

class Pages {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly width: number;
  private readonly bottom: number;
  private y = margin;

  constructor(
    private readonly face: Typeface,
    private readonly frame: Frame,
  ) {
    const { title, createdAt, language } = frame;
    const info = { Title: title, CreationDate: createdAt, ModDate: createdAt, Producer: 'Jiesu', Creator: 'Jiesu' };
    const margins = { top: margin, bottom: 0, left: margin, right: margin };
    this.pdf = new Pdf({ size: 'A4', margins, bufferPages: true, autoFirstPage: false, lang: language, info });
    for (const [name, { bytes }] of face.entries()) this.pdf.registerFont(name, bytes);
    this.pdf.on('pageAdded', () => this.watermark());
    this.pdf.addPage();
    this.width = this.pdf.page.width - 2 * margin;
    this.bottom = this.pdf.page.height - 2 * margin;
  }

  async add(block: Block): Promise<void> {
    // Whoever else waits for this process has a turn between blocks and rows.
    await immediate();
    if (block.kind === 'facts') return this.facts(block.rows);
    if (block.kind === 'table') return this.table(block);
    const size = sizes[block.kind];
    const weight = isBold(block) ? 'bold' : 'regular';
    const lines = linesOf(this.face, block.text, { size, weight, width: this.width });
    if (weight === 'bold') {
      this.y += block.kind === 'heading' ? 2 * gap : 0;
      // A heading is not left alone at the foot of a page.
      this.makeRoom(lines.length * size * leading + 4 * sizes.text * leading);
    }
    const colour = block.kind === 'note' ? ink.quiet : ink.text;
    for (const line of lines) this.line(line, size, weight, colour);
    this.y += gap;
  }

  /** Feet need the number of pages, so they come last. */
  end(): Readable {
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(page);
      const y = this.pdf.page.height - margin;
      this.write(this.frame.foot(page + 1, count), margin, y, sizes.note, 'regular', ink.quiet);
    }
    this.pdf.end();
    return this.pdf as unknown as Readable;
  }

  private async facts(rows: readonly (readonly [string, string])[]): Promise<void> {
    for (const [name, value] of rows) {
      await immediate();
      this.row(
        [this.cell(name, factName, 'regular', ink.quiet, sizes.facts), this.cell(value, 1 - factName)],
        sizes.facts,
      );
    }
    this.y += gap;
  }

  private async table({ columns, rows }: Extract<Block, { kind: 'table' }>): Promise<void> {
    const size = sizes.table;
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    const cellsOf = (texts: readonly string[], weight: Weight) =>
      columns.map(({ share }, index) => this.cell(texts[index] ?? '', share / whole, weight, ink.text, size));
    const head = cellsOf(
      columns.map(({ title }) => title),
      'bold',
    );
    const drawHead = () => this.row(head, size, ink.head);
    drawHead();
    for (const row of rows) {
      await immediate();
      this.row(cellsOf(row, 'regular'), size, null, drawHead);
    }
    this.y += gap;
  }

  private cell(text: string, share: number, weight: Weight = 'regular', colour = ink.text, size = sizes.facts): Cell {
    const width = share * this.width;
    return { lines: linesOf(this.face, text, { size, weight, width: width - 2 * padding }), weight, colour, width };
  }

  /** Cells side by side over a thin line; what is longer than the page goes on on the next. */
  private row(cells: readonly Cell[], size: number, ground: string | null = null, onNewPage = () => {}): void {
    const lineHeight = size * leading;
    const count = Math.max(...cells.map(({ lines }) => lines.length));
    for (let from = 0; from < count;) {
      const needed = Math.min(count - from, 3);
      if (this.y + needed * lineHeight + padding > this.bottom) {
        this.newPage();
        onNewPage();
      }
      const fitting = Math.max(1, Math.floor((this.bottom - this.y - padding) / lineHeight));
      const to = Math.min(count, from + fitting);
      const height = (to - from) * lineHeight + padding;
      if (ground) this.pdf.rect(margin, this.y, this.width, height).fill(ground);
      let x = margin;
      for (const { lines, weight, colour, width } of cells) {
        lines.slice(from, to).forEach((line, index) => {
          this.write(line, x + padding, this.y + padding / 2 + index * lineHeight, size, weight, colour);
        });
        x += width;
      }
      this.y += height;
      this.pdf
        .moveTo(margin, this.y)
        .lineTo(margin + this.width, this.y)
        .lineWidth(0.5)
        .stroke(ink.line);
      from = to;
    }
  }

  private line(text: string, size: number, weight: Weight, colour: string): void {
    this.makeRoom(size * leading);
    this.write(text, margin, this.y, size, weight, colour);
    this.y += size * leading;
  }

  private makeRoom(height: number): void {
    if (this.y + height > this.bottom) this.newPage();
  }

  private newPage(): void {
    this.pdf.addPage();
    this.y = margin;
  }

  private watermark(): void {
    const { width, height } = this.pdf.page;
    const size = 13;
    const step = this.face.widthOf(this.frame.watermark, 'regular') * size + 120;
    this.pdf
      .save()
      .rotate(-30, { origin: [width / 2, height / 2] })
      .opacity(0.16);
    for (let y = -height / 4; y < height * 1.25; y += 190)
      for (let x = -width / 2; x < width * 1.5; x += step)
        this.write(this.frame.watermark, x, y, size, 'regular', ink.watermark);
    this.pdf.restore();
  }

  /** One line of text, in as many fonts as its characters come from. */
  private write(text: string, x: number, y: number, size: number, weight: Weight, colour: string): void {
    this.pdf.fontSize(size).fillColor(colour);
    for (const run of this.face.runs(text, weight)) {
      this.pdf.font(run.font).text(run.text, x, y, { lineBreak: false, features: [] });
      x += run.width * size;
    }
  }
}
