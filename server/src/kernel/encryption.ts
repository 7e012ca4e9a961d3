import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** One data key: its id travels with each ciphertext, so that keys can be changed. */
export interface DataKey {
  id: string;
  /** 32 bytes. */
  secret: Buffer;
}

/** Encrypts personal data (AES-256-GCM) and makes keyed digests to find it by; the first key encrypts, all decrypt. */
export class Cipher {
  private readonly keys: Map<string, Buffer>;
  private readonly current: { id: string; key: Buffer };
  private readonly indexKey: Buffer;

  constructor(keys: readonly DataKey[], indexSecret: Buffer) {
    const [first] = keys;
    if (!first) throw new Error('no data key');
    this.keys = new Map(keys.map(({ id, secret }) => [id, derive(secret, 'encrypt')]));
    this.current = { id: first.id, key: this.keyOf(first.id) };
    // Its own secret, so that digests stay the same when data keys change.
    this.indexKey = derive(indexSecret, 'index');
  }

  /** `keyId.iv.tag.ciphertext`, base64url. */
  encrypt(plain: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.current.key, iv);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [this.current.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws when the key is missing or the text was altered. */
  decrypt(token: string): string {
    const [id = '', iv = '', tag = '', sealed = ''] = token.split('.');
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(id), Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    });
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(Buffer.from(sealed, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
  }

  encryptIfGiven(plain: string | null | undefined): string | null {
    return plain == null || plain === '' ? null : this.encrypt(plain);
  }

  /** A keyed digest (HMAC-SHA-256) of a normalised value, apart for each purpose. */
  digest(purpose: string, value: string): string {
    return createHmac('sha256', this.indexKey).update(`${purpose}\0${value}`).digest('base64url');
  }

  /** A key for one file alone: of the current data key, or of the one that the file names. */
  fileKey(salt: Buffer, id = this.current.id): { id: string; key: Buffer } {
    return { id, key: Buffer.from(hkdfSync('sha256', this.keyOf(id), salt, 'jiesu file', 32)) };
  }

  private keyOf(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error(`data key ${id} is missing`);
    return key;
  }
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `jiesu ${purpose}`, 32));
}
