import { expect, test } from '@jest/globals';
import { themes, type Tokens } from '../../admin/src/theme/tokens.js';

type Colour = Exclude<keyof Tokens, 'shadow'>;
type Pair = readonly [front: Colour, ground: Colour, light: number, dark: number];

/** Text pairs with their measured contrast, light and dark; 4.5 is the floor. */
const texts: readonly Pair[] = [
  ['ink', 'surface', 16.7, 15.0],
  ['ink2', 'sunken', 7.2, 8.6],
  ['ink3', 'canvas', 5.3, 7.5],
  ['ink3', 'sunken', 4.9, 6.2],
  ['ink3', 'primarySoft', 4.7, 4.9],
  ['primary', 'surface', 7.9, 8.8],
  ['primary', 'primarySoft', 6.5, 6.1],
  ['onPrimary', 'primary', 7.9, 7.8],
  ['navInk', 'nav', 8.8, 9.1],
  ['warn', 'warnSoft', 6.0, 8.0],
  ['warn', 'primarySoft', 5.6, 7.0],
  ['breach', 'surface', 6.6, 7.9],
  ['breach', 'breachSoft', 5.5, 6.9],
  ['breach', 'primarySoft', 5.4, 5.5],
  ['onSolid', 'breachSolid', 6.3, 5.1],
  ['met', 'metSoft', 5.7, 7.2],
  ['paused', 'pausedSoft', 6.3, 7.0],
  ['drill', 'drillSoft', 7.1, 7.6],
];

/** Marks and borders; 3 is the floor. `line` is absent on purpose: it never carries meaning. */
const marks: readonly Pair[] = [
  ['edge', 'surface', 4.0, 4.2],
  ['run', 'sunken', 4.3, 5.6],
  ['warnUi', 'sunken', 3.3, 6.4],
  ['breachUi', 'sunken', 5.3, 4.9],
  ['breachUi', 'primarySoft', 5.1, 3.8],
  ['primary', 'canvas', 7.2, 9.5],
];

/** A channel of sRGB made linear, by WCAG 2.2. */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, ground: string): number {
  const [a, b] = [luminance(front), luminance(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const measured = (mode: keyof typeof themes, front: Colour, ground: Colour) =>
  contrast(themes[mode][front], themes[mode][ground]);

test('black on white has a contrast of 21', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
});

test.each(texts)('text %s on %s is readable and as measured in both themes', (front, ground, light, dark) => {
  const [onLight, onDark] = [measured('light', front, ground), measured('dark', front, ground)];
  expect(Math.min(onLight, onDark)).toBeGreaterThanOrEqual(4.5);
  expect([onLight.toFixed(1), onDark.toFixed(1)]).toEqual([light.toFixed(1), dark.toFixed(1)]);
});

test.each(marks)('mark %s on %s is visible and as measured in both themes', (front, ground, light, dark) => {
  const [onLight, onDark] = [measured('light', front, ground), measured('dark', front, ground)];
  expect(Math.min(onLight, onDark)).toBeGreaterThanOrEqual(3);
  expect([onLight.toFixed(1), onDark.toFixed(1)]).toEqual([light.toFixed(1), dark.toFixed(1)]);
});

test('both themes name the same colours, each as six hexadecimal digits', () => {
  for (const { shadow, ...colours } of Object.values(themes)) {
    expect(shadow).toContain('rgb');
    expect(Object.keys({ shadow, ...colours }).sort()).toEqual(Object.keys(themes.light).sort());
    for (const colour of Object.values(colours)) expect(colour).toMatch(/^#[0-9A-F]{6}$/);
  }
});
