/** The text of a file in UTF-8 or, as Chinese spreadsheets save it, in GB18030; undefined where it is neither. */
export async function textOf(file: Blob): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may read it.
    }
  }
  return undefined;
}
