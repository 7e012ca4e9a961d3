// The first that fits: browsers call themselves by the names of others, too.
const programs: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, 'QQ Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];
const longest = 40;

/** A program and its system in a few words, such as `Chrome · Windows`, to tell one's sessions apart; null when it says nothing. */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const nameIn = (names: typeof programs) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const known = [nameIn(programs), nameIn(systems)].filter(Boolean).join(' · ');
  return known || userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, longest) || null;
}
