import '../node-version.js';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CsvMistake, surveyCsv } from '../import/csv-rows.js';
import { readMapping, type Mapping } from '../import/mapping.js';
import { progressDisplay } from '../import/progress.js';
import { Registrar, RegistrarMistake } from '../import/registrar.js';
import { commonReasons, writeReport } from '../import/report.js';
import { ImportBrokenOff, runImport, type ImportResult } from '../import/run-import.js';

const usage = `Registers the complaints of a CSV file over the API.

  npm run import -- FILE --map MAPPING.json [options]

  --map FILE       how columns become fields; docs/import.md describes the format
  --live           register the rows as received now; without it they are history and stored as closed
  --url URL        the server; default JIESU_URL, else http://127.0.0.1:4000
  --api-key KEY    default JIESU_API_KEY, else the key of the demo bank
  --report FILE    where to write refused rows; default FILE.refused.csv

An import that was interrupted can be run again: what is already there is not registered twice.
Exit code: 0 all registered, 1 some refused or not reached, 2 used wrongly, 130 interrupted.`;

class UsageMistake extends Error {}
class MappingMistake extends Error {}

interface Job {
  file: string;
  map: string;
  report: string;
  isLive: boolean;
  url: string;
  apiKey: string;
}

function readArguments(): Job {
  const options = {
    map: { type: 'string' },
    live: { type: 'boolean', default: false },
    url: { type: 'string', default: process.env['JIESU_URL'] || 'http://127.0.0.1:4000' },
    'api-key': { type: 'string', default: process.env['JIESU_API_KEY'] || 'jiesu-demo-channel' },
    report: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new UsageMistake('Name exactly one CSV file.');
  if (values.map === undefined) throw new UsageMistake('Name a mapping with --map.');
  if (!/^https?:/.test(values.url) || !URL.canParse(values.url)) throw new UsageMistake(`${values.url} is no address.`);
  // npm changes to the root of the project; paths are meant from where it was called.
  const path = (text: string) => resolve(process.env['INIT_CWD'] ?? '.', text);
  const report = values.report === undefined ? `${path(name)}.refused.csv` : path(values.report);
  const { url, 'api-key': apiKey, live: isLive } = values;
  return { file: path(name), map: path(values.map), report, isLive, url, apiKey };
}

async function prepare({ file, map, isLive }: Job): Promise<{ mapping: Mapping; header: string[]; count: number }> {
  const text = await readFile(map, 'utf8');
  const { header, count } = await surveyCsv(file);
  const { mapping, mistakes } = readMapping(text, { header, isLive });
  if (mapping) return { mapping, header, count };
  const list = mistakes.map(({ path, message }) => `  ${path}${path && ': '}${message}`).join('\n');
  throw new MappingMistake(`${map} has mistakes:\n${list}`);
}

/** The first interrupt lets rows under way finish, the second drops them. */
function listenForInterrupts(say: (text: string) => void): { enough: AbortSignal; stop: AbortSignal } {
  const enough = new AbortController();
  const stop = new AbortController();
  const interrupt = () => {
    if (enough.signal.aborted) stop.abort();
    else say('Finishing the rows under way; interrupt again to drop them.');
    enough.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return { enough: enough.signal, stop: stop.signal };
}

async function conclude({ report }: Job, result: ImportResult): Promise<void> {
  const { total, registered, refused, refusals } = result;
  const missing = total - registered - refused;
  console.log(
    `${registered} of ${total} rows registered, ${refused} refused${missing ? `, ${missing} not reached` : ''}.`,
  );
  for (const reason of commonReasons(refusals)) console.log(reason);
  if ((await writeReport(report, refusals)) && refused > 0) console.log(`Refused rows with reasons: ${report}`);
}

async function main(): Promise<number> {
  const job = readArguments();
  const { mapping, header, count } = await prepare(job);
  const display = progressDisplay(process.stderr);
  const { enough, stop } = listenForInterrupts(display.say);
  const language = (process.env['LC_ALL'] || process.env['LANG'] || '').startsWith('zh') ? 'zh-CN' : 'en';
  const onWait = (reason: string, seconds: number) => seconds >= 2 && display.say(`Waiting ${seconds} s: ${reason}`);
  const registrar = new Registrar({ url: job.url, apiKey: job.apiKey, language, onWait });
  const onProgress = display.show;
  try {
    const result = await runImport({ ...job, header, total: count, mapping, registrar, enough, stop, onProgress });
    display.end();
    await conclude(job, result);
    if (enough.aborted) console.log('Interrupted; run the same command again to go on.');
    return enough.aborted ? 130 : result.refused > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ImportBrokenOff)) throw error;
    display.end();
    await conclude(job, error.result);
    throw error.cause;
  }
}

function exitCodeOf(error: unknown): number {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  if (error instanceof UsageMistake || code.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${message}\nSee npm run import -- --help`);
    return 2;
  }
  const isInput = error instanceof MappingMistake || error instanceof CsvMistake;
  if (!isInput && !(error instanceof RegistrarMistake) && !['ENOENT', 'EISDIR', 'EACCES'].includes(code)) throw error;
  const isPassing = error instanceof RegistrarMistake && !error.isUsage;
  console.error(isPassing ? `${message} Run the same command again to go on.` : message);
  return isPassing ? 1 : 2;
}

process.exitCode = await main().catch(exitCodeOf);
