import type { CookieAttributes, CookieTrait, Evidence } from '../model.ts'

/** What a cookie says of itself, by observation id. */
export type CookieTraits = ReadonlyMap<string, Readonly<Record<CookieTrait, string>>>

/** Of every cookie that was written or kept. */
export function cookieTraits({ observations }: Evidence): CookieTraits {
  return new Map(
    observations.flatMap((seen) =>
      seen.kind === 'cookie' || (seen.kind === 'cookie-write' && seen.effect === 'set')
        ? [[seen.id, traitsOf(seen)] as const]
        : [],
    ),
  )
}

export const COOKIE_TRAITS: readonly CookieTrait[] = ['domain', 'http-only', 'secure', 'same-site', 'partitioned']

function traitsOf(cookie: CookieAttributes): Readonly<Record<CookieTrait, string>> {
  const yes = (is: boolean): string => (is ? 'yes' : 'no')
  return {
    domain: cookie.domain,
    'http-only': yes(cookie.httpOnly),
    secure: yes(cookie.secure),
    'same-site': cookie.sameSite ?? 'none named',
    partitioned: yes(cookie.partitionKey !== null),
  }
}
