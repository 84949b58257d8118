import type { CookieSpec, CookieTruth, CookieWriteTruth } from './model.ts'

export interface Writing {
  /** Whose answer carries it, or the document whose script writes. */
  readonly url: URL
  readonly setBy: CookieWriteTruth['setBy']
  readonly isThirdParty: boolean
  readonly policy: 'allow' | 'block'
  /** What the jar holds in this place. */
  readonly replaced: CookieTruth | undefined
}

/** Why a browser will not take this cookie (RFC 6265bis, 5.7), as CDP names it; `null` when it will. */
export function refusalOf(spec: CookieSpec, { url, setBy, isThirdParty, policy, replaced }: Writing): string | null {
  if (spec.domain !== null && !`.${url.hostname}`.endsWith(spec.domain)) return 'InvalidDomain'
  if (spec.name.startsWith('__Host-') && (!spec.secure || spec.domain !== null || spec.path !== '/'))
    return 'InvalidPrefix'
  if (spec.name.startsWith('__Secure-') && !spec.secure) return 'InvalidPrefix'
  if (spec.secure && url.protocol === 'http:') return 'SecureOnly'
  if (spec.sameSite === 'None' && !spec.secure) return 'SameSiteNoneInsecure'
  if (setBy === 'script' && (spec.httpOnly || replaced?.httpOnly === true)) return 'HttpOnly'
  if (!isThirdParty) return null
  if (policy === 'block' && !spec.partitioned) return 'UserPreferences'
  if (spec.sameSite === 'Strict') return 'SameSiteStrict'
  if (spec.sameSite === 'Lax') return 'SameSiteLax'
  if (spec.sameSite === null) return 'SameSiteUnspecifiedTreatedAsLax'
  return null
}
