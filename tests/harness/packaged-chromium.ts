import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { cachePlaces, isPrivate, privateFolders } from '../../server/src/embedded-postgres/private-folder.js';

/** An unpacked browser and the environment in which it finds what the machine lacks. */
export interface UnpackedChromium {
  path: string;
  env: NodeJS.ProcessEnv;
}

const self = { uid: 0, gid: 0, name: undefined, spawnAs: {} };

/** Unpacks the Chromium of @sparticuz/chromium once a version, to a folder of our own; throws where it cannot run. */
export function unpackChromium(): UnpackedChromium {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  if (`${process.platform}-${process.arch}` !== 'linux-x64') throw new Error('@sparticuz/chromium: Linux x64 only');
  const failures: string[] = [];
  for (const place of privateFolders(cachePlaces(), self)) {
    const folder = join(place, `chromium-${version}`);
    try {
      if (!isPrivate(folder)) unpack(entry, join(root, 'bin'), folder);
      return environment(folder);
    } catch (error) {
      failures.push((error as Error).message);
    }
  }
  throw new Error(`@sparticuz/chromium: ${failures.join('; ') || 'no private folder to unpack it to'}`);
}

/** The package unpacks to fixed names in the temporary folder, so it gets a temporary folder of its own. */
function unpack(entry: string, packed: string, folder: string): void {
  const staging = fs.mkdtempSync(`${folder}.new-`);
  try {
    const files = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => join(packed, name));
    const program = `import { inflate } from ${JSON.stringify(pathToFileURL(entry).href)};
      await Promise.all(${JSON.stringify(files)}.map(inflate));`;
    const options = { env: { TMPDIR: staging }, encoding: 'utf8' as const };
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], options);
    if (status !== 0) throw new Error(`cannot be unpacked: ${stderr}`);
    fs.writeFileSync(join(staging, 'fonts.conf'), fontConfiguration(folder));
    fs.renameSync(staging, folder);
  } catch (error) {
    fs.rmSync(staging, { recursive: true, force: true });
    // Another test file was faster.
    if (!isPrivate(folder)) throw error;
  }
}

/** The machine's own libraries and fonts come first; the packed ones stand in where they are missing. */
function environment(folder: string): UnpackedChromium {
  const path = join(folder, 'chromium');
  const fonts = fs.existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const failures: string[] = [];
  for (const libraries of [{}, { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }]) {
    const env = { ...fonts, ...libraries };
    const options = { env: { ...process.env, ...env }, encoding: 'utf8' as const };
    const { status, stderr, error } = spawnSync(path, ['--version'], options);
    if (status === 0) return { path, env };
    failures.push(error?.message ?? stderr.trim());
  }
  throw new Error(`${path} does not run: ${failures.join('; ')}`);
}

function fontConfiguration(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((name) => `<dir>${name}</dir>`).join('');
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}${cache}</fontconfig>\n`;
}
