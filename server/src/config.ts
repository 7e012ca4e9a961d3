import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const level = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']);
const milliseconds = z.coerce.number().int().min(0).max(3_600_000);

const dataKeys = z.string().transform((text, check) => {
  const keys = text.split(',').map((part) => {
    const [id = '', secret = ''] = part.trim().split(':');
    return { id, secret: Buffer.from(secret, 'base64') };
  });
  const isGood = keys.every(({ id, secret }) => /^[A-Za-z0-9_-]{1,20}$/.test(id) && secret.length === 32);
  if (!isGood) check.addIssue('must be a list "id:base64 of 32 bytes, …"; the first key encrypts');
  return keys;
});

const secret = z.string().transform((text, check) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) check.addIssue('must be base64 of 32 bytes');
  return bytes;
});

// What is sent holds personal data: in clear it stays on this machine.
const gateway = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}, 'must be https, or http on this machine');

const sender = z.string().regex(/^(?:[^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
  message: 'must be an address, or "name <address>"',
});

const requestLimit = z.string().transform((text, check) => {
  const [, perSecond, burst] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (!Number(perSecond) || Number(burst) < 10)
    check.addIssue('must be "requests a second/burst", the burst 10 at least');
  return { perSecond: Number(perSecond), burst: Number(burst) };
});

const address = z.string().transform((text, check) => {
  const [, host, port] = /^(?:tcp:\/\/)?(\[[0-9a-fA-F:]+\]|[^:/\s]+):(\d{1,5})$/.exec(text) ?? [];
  if (!host || Number(port) > 65_535) check.addIssue('must be "host:port"');
  return { host: (host ?? '').replace(/^\[|\]$/g, ''), port: Number(port) };
});

const origins = z.string().transform((text, check) => {
  const found = text.split(',').map((each) => each.trim());
  if (!found.every((each) => URL.canParse(each) && new URL(each).origin === each))
    check.addIssue('must be origins such as https://www.bank.example, with commas between');
  return found;
});

const schema = z.strictObject({
  PORT: port.default(4000),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  JIESU_DEMO: flag.optional(),
  JIESU_DATA_DIR: z.string().min(1).default('.data'),
  DATA_KEYS: dataKeys.optional(),
  INDEX_KEY: secret.optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALLOWED_ORIGINS: z.string().optional(),
  TRACK_FRAME_ORIGINS: origins.default([]),
  TRUSTED_PROXIES: z.string().optional(),
  LOG_LEVEL: level.optional(),
  METRICS_PORT: port.optional(),
  FEED_POLL_MS: milliseconds.default(1000),
  FEED_LISTEN: flag.default(true),
  ENGINE_CYCLE_MS: milliseconds.default(2000),
  AUDIT_ANCHOR_FILE: z.string().min(1).optional(),
  EVIDENCE_DIR: z.string().min(1).optional(),
  EVIDENCE_MAX_MB: z.coerce.number().int().min(1).max(2000).default(50),
  CLAMAV_ADDRESS: address.optional(),
  RATE_LIMIT_KEY: requestLimit.prefault('100/1000'),
  RATE_LIMIT_STAFF: requestLimit.prefault('50/500'),
  SOCKETS_PER_USER: z.coerce.number().int().min(1).max(100_000).default(50),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: sender.optional(),
  SMS_WEBHOOK_URL: gateway.optional(),
  SMS_WEBHOOK_SECRET: secret.optional(),
  IM_WEBHOOK_URL: gateway.optional(),
  IM_WEBHOOK_SECRET: secret.optional(),
});

/** Everything the server can be told from outside, validated. */
export interface Config extends z.infer<typeof schema> {
  /** Demo data and sign-ins: the embedded database, or asked for. */
  isDemo: boolean;
  host: string;
  logLevel: z.infer<typeof level>;
  dataDir: string;
  /** Where uploaded files are kept: in the data folder unless said otherwise. */
  evidenceDir: string;
}

const variables = Object.keys(schema.shape);

/** Reads configuration from environment variables; each may come from a file named by `NAME_FILE`. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const mistakes: string[] = [];
  const given: Record<string, string> = {};
  for (const name of variables) {
    const value = valueOf(name, environment, mistakes);
    if (value !== undefined && value !== '') given[name] = value;
  }
  for (const name of Object.keys(environment)) {
    const isOurs =
      /^(JIESU_|TRACK_|FEED_|ENGINE_|DATA_KEYS|INDEX_KEY|DATABASE_|RATE_LIMIT_|SOCKETS_|AUDIT_|EVIDENCE_|CLAMAV_|SMTP_|MAIL_FROM|SMS_WEBHOOK_|IM_WEBHOOK_)/.test(
        name,
      );
    if (isOurs && ![...variables, ...clientVariables].some((known) => name === known || name === `${known}_FILE`))
      mistakes.push(`${name}: there is no such setting`);
  }
  mistakes.push(...contradictions(given));
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    mistakes.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  if (mistakes.length || !parsed.success) throw new ConfigError(mistakes);
  const isDemo = parsed.data.JIESU_DEMO ?? !parsed.data.DATABASE_URL;
  return {
    ...parsed.data,
    isDemo,
    // Who tries it out should see the addresses, not a line for each request.
    logLevel: parsed.data.LOG_LEVEL ?? (isDemo ? 'warn' : 'info'),
    host: parsed.data.HOST ?? (isDemo ? '127.0.0.1' : '0.0.0.0'),
    dataDir: resolve(parsed.data.JIESU_DATA_DIR),
    evidenceDir: resolve(parsed.data.EVIDENCE_DIR ?? join(parsed.data.JIESU_DATA_DIR, 'evidence')),
  };
}

/** What leaves the house: where to, and what goes with it. */
const pairs = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['SMS_WEBHOOK_URL', 'SMS_WEBHOOK_SECRET'],
  ['IM_WEBHOOK_URL', 'IM_WEBHOOK_SECRET'],
] as const;

/** What single settings cannot tell: told apart from them, so that one start shows every mistake. */
function contradictions(given: Record<string, string>): string[] {
  const { DATABASE_URL, DATABASE_OWNER_URL, JIESU_DEMO, DATA_KEYS, INDEX_KEY, FEED_LISTEN, FEED_POLL_MS } = given;
  const isProduction = DATABASE_URL !== undefined && JIESU_DEMO !== 'true';
  const rules: [isWrong: boolean, remark: string][] = [
    [isProduction && !DATA_KEYS, 'DATA_KEYS: is required with DATABASE_URL: personal data is encrypted with it'],
    [isProduction && !INDEX_KEY, 'INDEX_KEY: is required with DATABASE_URL: phone and id numbers are found by it'],
    [
      !DATABASE_URL && !!DATABASE_OWNER_URL,
      'DATABASE_OWNER_URL: goes with DATABASE_URL, the address of the server itself',
    ],
    [
      !DATABASE_URL && JIESU_DEMO === 'false',
      'JIESU_DEMO: the embedded database is for the demo; a real bank needs DATABASE_URL',
    ],
    [
      FEED_LISTEN === 'false' && Number(FEED_POLL_MS ?? 1) === 0,
      'FEED_POLL_MS: without FEED_LISTEN nothing would be heard of other processes',
    ],
    ...pairs.flatMap(([one, other]): [boolean, string][] => [
      [!!given[one] && !given[other], `${other}: goes with ${one}`],
      [!given[one] && !!given[other], `${one}: goes with ${other}`],
    ]),
    ...pairs.map(([address]): [boolean, string] => [
      !isProduction && !!given[address],
      `${address}: the demo sends nothing, because its people are invented`,
    ]),
  ];
  return rules.flatMap(([isWrong, remark]) => (isWrong ? [remark] : []));
}

// Read by the import program, which may run in the same environment.
const clientVariables = ['JIESU_URL', 'JIESU_API_KEY'];

/** All mistakes of the configuration at once. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`the configuration is wrong:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
  }
}

function valueOf(name: string, environment: NodeJS.ProcessEnv, mistakes: string[]): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name];
  if (environment[name]) mistakes.push(`${name}: given both directly and by ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    mistakes.push(`${name}_FILE: ${(error as Error).message}`);
    return undefined;
  }
}
