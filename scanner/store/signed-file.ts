import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from './canonical-json.ts'
import { disk } from './disk.ts'
import type { SignedPlaces } from './layout.ts'
import { fingerprintOf, pemOf, type SealingKey } from './sealing-key.ts'
import { codeOf, writeError } from './write-error.ts'

/** Writes a document in canonical form with its signature; the document comes last, so that it never stands unsigned. */
export async function writeSigned(
  dir: string,
  places: SignedPlaces,
  document: unknown,
  key: SealingKey | null,
): Promise<void> {
  const bytes = signedBytes(document)
  const put = async (name: string, content: string | Uint8Array): Promise<void> => {
    const path = join(dir, name)
    await disk.replace(path, content).catch((cause: unknown) => {
      throw writeError(path, cause)
    })
  }
  if (key) await put(places.publicKey, key.publicPem)
  else await disk.remove(join(dir, places.publicKey))
  if (key) await put(places.signature, key.sign(bytes))
  else await disk.remove(join(dir, places.signature))
  await put(places.document, bytes)
}

/** What of a document is signed. */
export function signedBytes(document: unknown): Buffer {
  return Buffer.from(canonicalJson(document))
}

export type SignedCheck =
  | { readonly is: 'signed'; readonly by: string; readonly value: unknown }
  | { readonly is: 'unsigned'; readonly value: unknown }
  /** Nothing of it is there. */
  | { readonly is: 'absent' }
  | {
      readonly is: 'broken'
      readonly path: string
      readonly what: 'altered' | 'missing' | 'added'
      readonly why: string
    }

/**
 * Checks the three files against each other. `keyNamed` tells which key the document itself says it was signed with,
 * so that a signature cannot be taken away, or replaced by that of another key, without touching the document.
 */
export async function checkSigned(
  dir: string,
  places: SignedPlaces,
  keyNamed: (document: unknown) => string | null,
): Promise<SignedCheck> {
  const [bytes, signature, pem] = await Promise.all(
    [places.document, places.signature, places.publicKey].map((name) => bytesOf(join(dir, name))),
  )
  const broken = (path: string, what: 'altered' | 'missing' | 'added', why: string) =>
    ({ is: 'broken', path, what, why }) as const
  if (!bytes) return signature || pem ? broken(places.document, 'missing', 'its signature is there') : { is: 'absent' }
  const value = canonical(bytes)
  if (value === undefined) return broken(places.document, 'altered', 'it is not in canonical form')
  const named = keyNamed(value)
  if (named === null) {
    const extra = signature ? places.signature : pem ? places.publicKey : null
    return extra === null ? { is: 'unsigned', value } : broken(extra, 'added', `${places.document} names no key`)
  }
  if (!pem) return broken(places.publicKey, 'missing', `${places.document} names its key`)
  const key = publicKeyOf(pem)
  if (key === null || fingerprintOf(key) !== named)
    return broken(places.publicKey, 'altered', `it is not the key that ${places.document} names`)
  if (!signature) return broken(places.signature, 'missing', `${places.document} names the key it was made with`)
  if (!verify(null, bytes, key, signature))
    return broken(places.document, 'altered', `it does not match ${places.signature}`)
  return { is: 'signed', by: named, value }
}

/** Undefined when the bytes are not the one canonical form of what they say. */
function canonical(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString())
    return Buffer.from(canonicalJson(value)).equals(bytes) ? value : undefined
  } catch {
    return undefined
  }
}

/** Null unless it is exactly the PEM that we write: a reader of PEM bears stray bytes that a seal may not. */
function publicKeyOf(pem: Buffer): KeyObject | null {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' && pemOf(key) === pem.toString('latin1') ? key : null
  } catch {
    return null
  }
}

async function bytesOf(path: string): Promise<Buffer | null> {
  return readFile(path).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return null
    throw cause
  })
}
