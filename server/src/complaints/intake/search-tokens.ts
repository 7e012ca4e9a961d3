const hanRun = /\p{Script=Han}+/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}_-]*/gu;
const longestWord = 40;

/**
 * What a text is found by: words in small letters, and every Chinese character and pair of neighbours,
 * since Chinese has no spaces and a trigram index cannot serve one or two characters.
 */
export function searchTokens(...texts: (string | null | undefined)[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    const normal = (text ?? '').normalize('NFKC').toLowerCase();
    for (const [run] of normal.matchAll(hanRun)) addHan(tokens, run);
    for (const [found] of normal.replace(hanRun, ' ').matchAll(word)) {
      // `cash-back` is found whole, and by each of its parts.
      for (const part of [found, ...found.split(/[_-]+/)]) if (part) tokens.add(part.slice(0, longestWord));
    }
  }
  return [...tokens];
}

/** What must all be there for a search to match: pairs where a run has two characters or more, the character otherwise. */
export function wantedTokens(text: string): string[] {
  const tokens = searchTokens(text);
  const singles = new Set(tokens.filter((token) => /^\p{Script=Han}{2}$/u.test(token)).flatMap((pair) => [...pair]));
  return tokens.filter((token) => [...token].length !== 1 || !singles.has(token));
}

function addHan(tokens: Set<string>, run: string): void {
  const characters = [...run];
  characters.forEach((character, index) => {
    tokens.add(character);
    const next = characters[index + 1];
    if (next) tokens.add(character + next);
  });
}
