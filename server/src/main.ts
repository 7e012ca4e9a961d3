import './node-version.js';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createApplication, requireFit, WrongKeys } from './application.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { migrate } from './database.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { seed } from './seed/seed.js';
import { startServer, type RunningServer } from './server.js';
import { announce } from './announcement.js';

/** EX_CONFIG of sysexits.h: the configuration is wrong, trying again will not help. */
const configurationError = 78;

const progress = (line: string) => console.log(`jiesu: ${line}`);

async function start(config: Config): Promise<{ server: RunningServer; postgres: EmbeddedPostgres | null }> {
  const postgres = config.DATABASE_URL ? null : await startDatabase(config);
  const url = config.DATABASE_URL ?? postgres!.appUrl;
  const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL ?? postgres!.url;
  try {
    await requireFit(config, ownerUrl);
    progress('bringing the database up to date');
    await migrate(ownerUrl, url);
    const app = await createApplication(config, url);
    await seed(app, progress);
    return { server: await startServer(app, config), postgres };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function startDatabase(config: Config): Promise<EmbeddedPostgres> {
  progress('starting the embedded PostgreSQL');
  const postgres = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), log: progress });
  void postgres.exited.then((reason) => {
    console.error(`jiesu: the database has stopped: ${reason}`);
    process.exit(1);
  });
  return postgres;
}

/** Tries the port before anything is started: a first start would otherwise fail after its longest part. */
async function requireFreePort({ PORT, host }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    const refuse = ({ code }: NodeJS.ErrnoException) =>
      reject(
        new ConfigError([
          `PORT: cannot listen on ${host}:${PORT} (${code}); is another server running? Set PORT to use another one`,
        ]),
      );
    probe.once('error', refuse);
    probe.listen(PORT, host, () => probe.close(() => resolve()));
  });
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await requireFreePort(config);
  const { server, postgres } = await start(config);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    progress('stopping');
    await server.stop();
    await postgres?.stop();
    process.exit(0);
  };
  // A terminal and npm may both pass the same signal on: the second one changes nothing.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env['EXIT_WITH_PARENT']) stopWithParent(stop);
  // Last: whoever reads that it is ready may already ask it to stop.
  announce(server, config);
}

/** `npm start` may be killed without a word to its child: a parent that changes is a parent that is gone. */
function stopWithParent(stop: () => Promise<void>): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 1000).unref();
}

main().catch((error: Error) => {
  const isConfiguration = error instanceof ConfigError || error instanceof WrongKeys;
  console.error(`jiesu: ${isConfiguration || !error.stack ? error.message : error.stack}`);
  process.exit(isConfiguration ? configurationError : 1);
});
