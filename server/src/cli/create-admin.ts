import '../node-version.js';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createApplication, WrongKeys } from '../application.js';
import { ConfigError, readConfig } from '../config.js';
import { migrate } from '../database.js';
import { Context } from '../kernel/context.js';
import { CodedError } from '../kernel/errors.js';
import { say } from '../kernel/messages.js';
import { system } from '../kernel/viewer.js';
import '../org/org.messages.js';
import '../org/org.readability.js';
import { hashPassword } from '../org/sign-in/password.js';
import { admitAdministrator } from '../org/grants/set-up.actions.js';
import { checkPassword } from '../org/staff/staff.actions.js';

const usage = `Makes one of the first two administrators of a bank, on the server itself.

  npm run create-admin -- --username NUMBER --name NAME

  --username NUMBER   employee number, which is also the sign-in name
  --name NAME         the person's name

It uses the configuration of the server (DATABASE_URL, DATA_KEYS, INDEX_KEY) and asks for a password of at least
12 characters, or reads it from standard input. Once two administrators are active, they grant the role to others.
Exit code: 0 made, 1 refused, 2 used wrongly, 78 wrong configuration.`;

class Refusal extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

function readArguments(): { username: string; name: string } {
  try {
    const { values } = parseArgs({
      options: { username: { type: 'string' }, name: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.username && values.name && !values.help) return { username: values.username, name: values.name };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`, 2);
  }
  throw new Refusal(usage, 2);
}

async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const password = await ask('Password: ');
  if ((await ask('Once more: ')) !== password) throw new Refusal('The two passwords differ.', 1);
  return password;
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

/** Asks on the terminal without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  const answer = await new Promise<string>((resolve, reject) => {
    terminal.once('SIGINT', () => reject(new Refusal('Interrupted.', 130)));
    terminal.question('', resolve);
  }).finally(() => terminal.close());
  process.stderr.write('\n');
  return answer;
}

async function createAdmin(): Promise<string> {
  const person = readArguments();
  const config = readConfig(process.env);
  if (!config.DATABASE_URL)
    throw new Refusal('create-admin needs DATABASE_URL; the demo bank has administrators of its own.', 78);
  const password = await readPassword();
  checkPassword(config, password);
  await migrate(config.DATABASE_OWNER_URL ?? config.DATABASE_URL, config.DATABASE_URL);
  const app = await createApplication(config, config.DATABASE_URL);
  try {
    const ctx = new Context(app, system, 'en', 'create-admin');
    await admitAdministrator(ctx, { ...person, passwordHash: await hashPassword(password) });
    return `${person.name} (${person.username}) is an administrator now.`;
  } finally {
    await app.feed.stop();
    await app.orm.close();
  }
}

function explained(error: unknown): { text: string; exitCode: number } {
  if (error instanceof Refusal) return { text: error.message, exitCode: error.exitCode };
  if (error instanceof ConfigError || error instanceof WrongKeys) return { text: error.message, exitCode: 78 };
  if (!(error instanceof CodedError)) return { text: (error as Error).message, exitCode: 1 };
  const fields = Object.entries(error.details.fields ?? {}).map(
    ([field, message]) => `  ${field}: ${say('en', message)}`,
  );
  return { text: [say('en', error.text), ...fields].join('\n'), exitCode: 1 };
}

try {
  console.log(await createAdmin());
} catch (error) {
  const { text, exitCode } = explained(error);
  console.error(text);
  process.exitCode = exitCode;
}
