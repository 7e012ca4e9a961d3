import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../server/src/config.js';

const docker = resolve(import.meta.dirname, '../docker');
const read = (name: string) => readFileSync(join(docker, name), 'utf8');

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  networks: string[];
  ports?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: string[] | Record<string, unknown>;
  read_only?: boolean;
  cap_drop?: string[];
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean } | null>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'jiesu');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiesu-docker-'));
  copyFileSync(join(docker, 'make-secrets'), join(folder, 'make-secrets'));
  await promisify(execFile)(join(folder, 'make-secrets'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The settings that the server reads in a service: variables with their defaults, secrets as files. */
function configOf({ environment = {}, secrets = [] }: Service) {
  const given = Object.entries(environment).map(([name, value]) => {
    const secret = /^\/run\/secrets\/(\w+)$/.exec(value)?.[1];
    if (secret && !secrets.includes(secret)) throw new Error(`${name}: the service is not given ${secret}`);
    const plain = value.replace(/^\$\{\w+:-(.*)\}$/, '$1');
    return [name, secret ? join(folder, compose.secrets[secret]!.file) : plain] as const;
  });
  return readConfig(Object.fromEntries(given));
}

test('a bank in containers: a database, two servers for requests, one for timers, a proxy', () => {
  expect(services.map(([name]) => name).sort()).toEqual(['api-1', 'api-2', 'database', 'engine', 'migrate', 'proxy']);
  const cycles = Object.fromEntries(ours.map(([name, service]) => [name, configOf(service).ENGINE_CYCLE_MS]));
  expect(cycles).toMatchObject({ 'api-1': 0, 'api-2': 0, engine: 2000 });
  expect(compose.services['database']!.image).toBe('postgres:18');
});

test('the server takes the settings and the fresh secrets of each service', () => {
  for (const [name, service] of ours) {
    const config = configOf(service);
    expect([name, config.isDemo, config.METRICS_PORT]).toEqual([name, false, 9464]);
    expect(config.DATABASE_URL).toMatch(/^postgresql:\/\/jiesu_app:/);
    expect([name, config.DATABASE_OWNER_URL?.startsWith('postgresql://jiesu_owner:')]).toEqual([
      name,
      name === 'migrate' ? true : undefined,
    ]);
  }
});

test('secrets are files that make-secrets makes, and it never overwrites them', async () => {
  for (const { file } of Object.values(compose.secrets)) expect(statSync(join(folder, file)).size).toBeGreaterThan(10);
  const secret = services
    .flatMap(([, { environment = {} }]) => Object.entries(environment))
    .filter(([name]) => /PASSWORD|KEY|DATABASE_URL|OWNER_URL/.test(name));
  expect(secret.length).toBeGreaterThan(4);
  expect(secret.filter(([name, value]) => !name.endsWith('_FILE') || !value.startsWith('/run/secrets/'))).toEqual([]);
  await expect(promisify(execFile)(join(folder, 'make-secrets'))).rejects.toThrow(/nothing was changed/);
});

test('only the proxy is reached from outside, and every service has a health check', () => {
  expect(compose.networks['inside']!.internal).toBe(true);
  const open = services.filter(([, { ports, networks }]) => ports || networks.some((name) => name !== 'inside'));
  expect(open.map(([name]) => name)).toEqual(['proxy']);
  expect(read('Dockerfile')).toMatch(/^HEALTHCHECK /m);
  const unchecked = services.filter(([, { image, healthcheck }]) => image !== 'jiesu' && !healthcheck?.test);
  expect(unchecked.map(([name]) => name)).toEqual([]);
});

test('the proxy knows the servers for requests and asks whether they are ready', () => {
  const [, upstreams = ''] = /reverse_proxy (.+) \{/.exec(read('Caddyfile')) ?? [];
  expect(upstreams.split(' ')).toEqual(['api-1:4000', 'api-2:4000']);
  expect(read('Caddyfile')).toMatch(/health_uri \/readyz/);
});

test('the image is built in stages and runs as an ordinary user on read-only files', () => {
  const lines = read('Dockerfile').split('\n');
  const stages = lines.filter((line) => line.startsWith('FROM '));
  expect(stages).toHaveLength(3);
  const last = lines.slice(lines.lastIndexOf(stages[2]!));
  expect(last).toContain('USER node');
  expect(last.indexOf('USER node')).toBeGreaterThan(last.findLastIndex((line) => line.startsWith('COPY ')));
  for (const [name, { read_only, cap_drop }] of ours)
    expect([name, read_only, cap_drop]).toEqual([name, true, ['ALL']]);
  const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
  expect(copied.filter((path) => !existsSync(join(docker, '..', path)))).toEqual([]);
});

test('mounted files are there', () => {
  const mounted = services.flatMap(([, { volumes = [] }]) => volumes).filter((volume) => volume.startsWith('./'));
  expect(mounted.length).toBeGreaterThan(1);
  expect(mounted.filter((volume) => !existsSync(join(docker, volume.split(':')[0]!)))).toEqual([]);
});
