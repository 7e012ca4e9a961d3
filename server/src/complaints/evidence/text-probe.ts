import { TextDecoder } from 'node:util';

/** How much of the beginning tells a kind of text. */
const headBytes = 1024;
const controls = new Set([...Array(0x20).keys()].filter((byte) => ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)));
controls.add(0x7f);

/** Looks at bytes as they pass, and says whether all of them are text, in UTF-8 or in GB 18030. */
export class TextProbe {
  private hasControls = false;
  private head: Buffer = Buffer.alloc(0);
  private encodings = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding, { fatal: true }));

  /** Hands on every chunk of a stream, which goes on as it was. */
  async *through(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      this.look(chunk);
      yield chunk;
    }
  }

  private look(chunk: Buffer): void {
    if (this.head.length < headBytes) this.head = Buffer.concat([this.head, chunk.subarray(0, headBytes)]);
    if (this.hasControls) return;
    this.hasControls = chunk.some((byte) => controls.has(byte));
    this.encodings = this.encodings.filter((decoder) => decodes(decoder, chunk));
  }

  /** Which kind of text it was: its extension as claimed where its bytes bear that out; null for what is no plain text. */
  kind(claimed: string): 'txt' | 'csv' | 'eml' | null {
    if (this.hasControls || !this.encodings.some((decoder) => decodes(decoder))) return null;
    const start = this.head
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart();
    // What a browser or a shell would run: HTML, SVG, XML, scripts.
    if (/^(?:<[a-z!?/]|#!|%!)/i.test(start)) return null;
    if (claimed === 'csv') return 'csv';
    return claimed === 'eml' && /^[A-Za-z][A-Za-z0-9-]*:\s/.test(start) ? 'eml' : 'txt';
  }
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}
