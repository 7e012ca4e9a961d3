import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const cost = { memory: 19 * 1024, passes: 2, parallelism: 1 };
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Hashes a password with argon2id; the answer is a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await inTurn(() => derive('argon2id', { message: password, nonce, tagLength: 32, ...cost }));
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${text(nonce)}$${text(hash)}`;
}

/** Whether a password fits; without a stored hash it takes as long and never does, so that time tells nothing. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const known = stored ? parse(stored) : null;
  const { hash, ...parameters } = known ?? decoy;
  const found = await inTurn(() => derive('argon2id', { message: password, tagLength: hash.length, ...parameters }));
  return timingSafeEqual(found, hash) && known !== null;
}

const decoy = { ...cost, nonce: randomBytes(16), hash: randomBytes(32) };
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function parse(stored: string): typeof decoy | null {
  const [, memory, passes, parallelism, nonce, hash] = phc.exec(stored) ?? [];
  if (!nonce || !hash) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

const places = 2;
let busy = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at once: each takes 19 MiB and a core. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (busy >= places) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy++;
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line.
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}
