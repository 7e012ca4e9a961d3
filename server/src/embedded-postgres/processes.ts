import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A running PostgreSQL server, as its pid file and command line describe it. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
  /** Whether the process that started it still lives. */
  owned: boolean;
}

/** The name that every PostgreSQL process of this cluster shows in its command line. */
export function tagOf(data: string): string {
  return `jiesu-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`;
}

/** The arguments that mark the server that this process starts on this data, and no other. */
export function marksOf(data: string): string[] {
  return [`cluster_name=${tagOf(data)}`, `jiesu.owner=${identityOf(process.pid)}`];
}

/** The ids of all PostgreSQL processes of this cluster, orphaned backends too. */
export function processesOf(data: string): number[] {
  const tag = tagOf(data);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    const [program = '', ...rest] = commandLine(pid);
    return program.startsWith('postgres: ') ? program.includes(tag) : isPostgres(program) && rest.join().includes(tag);
  });
}

/** Names a process as no later one can be named, by pid and start time; a zombie counts as gone. */
function identityOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  const [state = '', ...fields] = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
  return state === 'Z' ? '' : `${pid}.${fields[18] ?? ''}`;
}

/** The cluster's running server, whatever a stale pid file says; throws when someone else started one by hand. */
export function findPostmaster(data: string): Postmaster | undefined {
  const [pid, , , port, , , , status = ''] = read(join(data, 'postmaster.pid')).split('\n');
  const [program = '', ...rest] = commandLine(Number(pid));
  if (rest.join().includes(tagOf(data)) && isPostgres(program)) {
    const owner = rest.find((argument) => argument.startsWith('jiesu.owner='))?.slice('jiesu.owner='.length) ?? '';
    const owned = identityOf(Number.parseInt(owner, 10)) === owner;
    return { pid: Number(pid), port: Number(port), status: status.trim(), owned };
  }
  if (!isPostgres(program)) return undefined;
  throw new Error(`PostgreSQL (process ${pid}) runs on ${data} but was not started from here: stop it first.`);
}

/** Whether the pid file names a living process that is no PostgreSQL: the server itself would then refuse to start. */
export function pidFileIsTakenOver(data: string): boolean {
  const [program = ''] = commandLine(Number.parseInt(read(join(data, 'postmaster.pid')), 10));
  return program !== '' && !isPostgres(program);
}

function isPostgres(program: string): boolean {
  return basename(program) === 'postgres' || program.startsWith('postgres: ');
}

function commandLine(pid: number): string[] {
  return pid > 0 ? read(`/proc/${pid}/cmdline`).split('\0') : [];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
