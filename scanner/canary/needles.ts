import { createHash } from 'node:crypto'
import type { Canary } from '../canary.ts'
import type { CanaryDigest, CanaryEncoding, CanaryValue } from '../model.ts'

/** One value of the canary's, in all the forms in which it may be found. */
export interface Needle {
  readonly what: CanaryValue
  readonly clickId: string | null
  /** As it may stand in text. */
  readonly text: string
  readonly digests: readonly DigestNeedle[]
}

export interface DigestNeedle {
  readonly encoding: Exclude<CanaryEncoding, 'plain' | 'case-folded' | 'url' | 'base64'>
  readonly text: string
}

export function needlesOf({ email, phone, firstName, lastName, clickIds }: Canary): readonly Needle[] {
  const needle = (
    what: CanaryValue,
    text: string,
    hashed: readonly string[],
    clickId: string | null = null,
  ): Needle => {
    const digests = [...new Set(hashed)].flatMap(digestsOf)
    return { what, clickId, text, digests }
  }
  const digits = phone.replace('+', '')
  const national = digits.slice(2)
  const named = (name: string): readonly string[] => [name, name.toLowerCase(), `${firstName} ${lastName}`]
  return [
    needle('email', email, [email, email.toUpperCase()]),
    // Vendors want it with or without its sign and country; in text, the number alone shows all of them.
    needle('phone', national, [phone, digits, `00${digits}`, `0${national}`, national]),
    needle('first-name', firstName, [...named(firstName), `${firstName} ${lastName}`.toLowerCase()]),
    needle('last-name', lastName, [lastName, lastName.toLowerCase()]),
    ...Object.entries(clickIds).map(([name, value]) => needle('click-id', value, [value, value.toLowerCase()], name)),
  ]
}

const ALGORITHMS: readonly CanaryDigest[] = ['md5', 'sha1', 'sha256', 'sha512']

function digestsOf(value: string): readonly DigestNeedle[] {
  return ALGORITHMS.flatMap((algorithm): DigestNeedle[] => {
    const digest = createHash(algorithm).update(value).digest()
    const base64 = digest.toString('base64').replace(/=+$/, '')
    const urlSafe = digest.toString('base64url')
    return [
      { encoding: `${algorithm}-hex`, text: digest.toString('hex') },
      { encoding: `${algorithm}-base64`, text: base64 },
      ...(urlSafe === base64 ? [] : [{ encoding: `${algorithm}-base64`, text: urlSafe } as const]),
    ]
  })
}
