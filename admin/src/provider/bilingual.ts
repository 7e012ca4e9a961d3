/** Messages of one folder in both languages; a key that one language lacks does not compile. */
export function bilingual<T>(zh: T, en: NoInfer<T>): { zh: T; en: T } {
  return { zh, en };
}
