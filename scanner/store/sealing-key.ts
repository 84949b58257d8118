import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ScanError } from '../errors.ts'
import { codeOf, writeError } from './write-error.ts'

/** The Ed25519 key of one installation; the private half never leaves the object. */
export interface SealingKey {
  /** SHA-256 of the public key (DER, SubjectPublicKeyInfo), hex: what a report prints. */
  readonly fingerprint: string
  readonly publicPem: string
  sign(bytes: Uint8Array): Uint8Array
}

const FILE = 'sealing-key.pem'

/** The key of this user's installation, made on first use and readable by its owner alone. Throws `store-corrupt`. */
export async function installationKey(dataFolder: string): Promise<SealingKey> {
  const path = join(dataFolder, FILE)
  return keyFrom((await readKey(path)) ?? (await makeKey(dataFolder, path)), path)
}

export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** PEM of a public key as OpenSSL reads and writes it. */
export function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' })
}

function keyFrom(pem: string, path: string): SealingKey {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(`a key of type ${key.asymmetricKeyType}`)
    const publicKey = createPublicKey(key)
    return {
      fingerprint: fingerprintOf(publicKey),
      publicPem: pemOf(publicKey),
      sign: (bytes) => sign(null, bytes, key),
    }
  } catch (cause) {
    throw new ScanError(
      'store-corrupt',
      `${path} holds no Ed25519 key; restore it from a copy, or move it away and a new one is made`,
      { cause },
    )
  }
}

async function readKey(path: string): Promise<string | null> {
  try {
    const pem = await readFile(path, 'utf8')
    // A copy or a restored backup may have opened it to others; Windows keeps rights elsewhere.
    if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600)
    return pem
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    throw new ScanError('store-corrupt', `${path} cannot be read (${codeOf(cause)}); check its rights`, { cause })
  }
}

/** Written whole beside its place and linked into it: of two processes that make one at once, the first one's stays. */
async function makeKey(folder: string, path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const beside = `${path}.${process.pid}.${fingerprintOf(createPublicKey(privateKey)).slice(0, 8)}.part`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(beside, pem, { mode: 0o600, flag: 'wx' })
    await link(beside, path)
    return pem
  } catch (cause) {
    const others = codeOf(cause) === 'EEXIST' ? await readKey(path) : null
    if (others !== null) return others
    throw writeError(path, cause)
  } finally {
    await rm(beside, { force: true })
  }
}
