/**
 * `npm run bench`: the server as it ships, PostGraphile 5 and a bare Node server on one database, the same questions to
 * each in turn. Options: --complaints 100000, --seed 1, --quick; afterwards `node bench/report.mjs` writes
 * docs/performance.md anew. `npm run bench -- subscriptions` measures the feeds instead, `npm run bench -- clocks` the timers.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    complaints: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
});

const runs = { servers: './run.mjs', subscriptions: './subscriptions/run.mjs', clocks: './clocks/run.mjs' };
const [name = 'servers'] = positionals;
if (!(name in runs)) throw new Error(`there is no benchmark ${name}: ${Object.keys(runs).join(', ')}`);

const here = import.meta.dirname;
if (name !== 'clocks' && !existsSync(join(here, 'node_modules/postgraphile'))) {
  console.log('installing what the server is compared with (once) …');
  execFileSync('npm', ['ci', '--prefix', here], { stdio: 'inherit' });
}

const { run } = await import(runs[name]);
await run({
  complaints: Number(values.complaints ?? (values.quick ? 10_000 : 100_000)),
  seed: Number(values.seed),
  isQuick: values.quick,
});
