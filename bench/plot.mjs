/** A bar chart of requests per second relative to PostGraphile, as SVG that reads well on light and dark ground. */

const colours = { jiesu: '#2f6fb3', postgraphile: '#8a8f98', limit: '#c9a227' };
const names = { jiesu: 'Jiesu', postgraphile: 'PostGraphile 5', limit: 'limit: bare Node and one statement' };
const width = 760;
const left = 90;
const bar = 14;
const group = 4 * bar;
const top = 46;

/** Bars of the fixed operations; PostGraphile is 1. */
export function plotOf(results) {
  const fixed = results.filter(({ isDrawn }) => !isDrawn);
  const height = top + fixed.length * group + 30;
  const values = fixed.map(({ lanes }) =>
    Object.entries(lanes).map(([lane, { perSecond }]) => [lane, perSecond / lanes.postgraphile.perSecond]),
  );
  const most = Math.max(2, Math.ceil(Math.max(...values.flat().map(([, value]) => value))));
  const x = (value) => left + (value / most) * (width - left - 60);
  const groups = fixed.map(({ name }, index) => groupOf(name, values[index], top + index * group, x));
  const axis = Array.from({ length: most + 1 }, (_, value) => tick(value, x(value), height));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Requests per second relative to PostGraphile 5">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${legend()}
${axis.join('\n')}
${groups.join('\n')}
</svg>
`;
}

function groupOf(name, values, y, x) {
  const bars = values.map(([lane, value], index) => {
    const at = y + 6 + index * bar;
    return `<rect x="${left}" y="${at}" width="${(x(value) - left).toFixed(1)}" height="${bar - 3}" fill="${colours[lane]}"/><text x="${(x(value) + 5).toFixed(1)}" y="${at + 10}" fill="#333">${value.toFixed(2)}</text>`;
  });
  return `<text x="${left - 10}" y="${y + 6 + bar * 1.5 + 4}" text-anchor="end" fill="#111">${name}</text>${bars.join('')}`;
}

const tick = (value, x, height) =>
  `<line x1="${x.toFixed(1)}" y1="${top}" x2="${x.toFixed(1)}" y2="${height - 24}" stroke="${value === 1 ? '#333' : '#ddd'}"/><text x="${x.toFixed(1)}" y="${height - 8}" text-anchor="middle" fill="#555">${value}×</text>`;

function legend() {
  let x = left;
  return Object.entries(names)
    .map(([lane, name]) => {
      const at = x;
      x += 40 + name.length * 7;
      return `<rect x="${at}" y="14" width="12" height="12" fill="${colours[lane]}"/><text x="${at + 18}" y="24" fill="#111">${name}</text>`;
    })
    .join('');
}
