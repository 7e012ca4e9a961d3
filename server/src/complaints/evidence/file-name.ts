const mostCharacters = 120;
/** What steers, hides or turns text round, and what file systems do not take. */
const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*%]/gu;
/** Names of devices on Windows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name a file is kept by: without folders, control characters or a second extension, and with the extension that
 * its bytes call for, so that nothing runs by being opened.
 */
export function fileNameFor(given: string, extension: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1)!.replace(unwanted, '');
  const stem = base
    .trim()
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    // What looks like an extension would be one for whoever cuts off the last.
    .replace(/\.(?=\s*[A-Za-z])/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...stem].slice(0, mostCharacters).join('').trim();
  return `${!short || reserved.test(short) ? `_${short}` : short}.${extension}`;
}
