import type { CookieSpec, CookieTruth, CookieWriteTruth, LabSite } from './model.ts'
import { refusalOf } from './refusal.ts'
import type { Place, Walk } from './walk.ts'

/** Chromium keeps no cookie longer than this, whatever it asks for. */
const LONGEST_DAYS = 400

/** A cookie as the browser reports it after taking it. */
export function newCookie(
  spec: CookieSpec,
  { host, site, vendor }: { readonly host: string; readonly site: LabSite; readonly vendor: string | null },
): CookieTruth {
  return {
    name: spec.name,
    domain: spec.domain ?? host,
    path: spec.path,
    partitionKey: spec.partitioned ? `https://${site.cookieDomain.slice(1)}` : null,
    lifetimeDays: spec.days === null ? null : Math.min(spec.days, LONGEST_DAYS),
    httpOnly: spec.httpOnly,
    secure: spec.secure,
    sameSite: spec.sameSite,
    vendor,
  }
}

/** One place in the jar: a cookie with the same key is replaced. */
export function jarKey({ name, domain, path, partitionKey }: CookieTruth): string {
  return `${name} ${domain} ${path} ${partitionKey ?? ''}`
}

/** Whether this host gets the cookie with a request, as far as the domain decides. */
export function seenBy(host: string, { domain }: CookieTruth): boolean {
  return domain.startsWith('.') ? `.${host}`.endsWith(domain) : host === domain
}

/** Writes a cookie as the browser would: takes it, deletes by it, or refuses it. */
export function takeCookie(walk: Walk, asked: CookieSpec, setBy: CookieWriteTruth['setBy'], place: Writer): void {
  const { jar } = walk.visitor
  const url = setBy === 'http' ? (place.answers ?? place.document) : place.document
  const host = url.hostname
  const spec = { ...asked, name: fill(asked.name, walk.page) }
  const isThirdParty = !`.${host}`.endsWith(place.firstParty)
  const isThere = [...jar.values()].some((held) => held.name === spec.name && seenBy(host, held))
  if (spec.write === 'absent' && isThere) return
  const cookie = newCookie(spec, { host, site: walk.site, vendor: place.vendor })
  const refusedBecause = refusalOf(spec, {
    url,
    setBy,
    isThirdParty,
    policy: walk.thirdPartyCookies,
    replaced: jar.get(jarKey(cookie)),
  })
  const isDeletion = spec.days !== null && spec.days <= 0
  const effect = refusedBecause !== null ? 'refused' : isDeletion ? 'deleted' : 'set'
  if (effect === 'set') jar.set(jarKey(cookie), cookie)
  if (effect === 'deleted') jar.delete(jarKey(cookie))
  walk.cookiesWritten.push({ ...cookie, setBy, by: place.scriptHost, effect, refusedBecause })
}

/** Deletes a cookie of the document's own host by name, as `cookieStore.delete` does. */
export function dropCookie(walk: Walk, name: string, place: Place): void {
  const { jar } = walk.visitor
  const held = [...jar.values()].find((each) => each.name === name && each.domain === place.document.hostname)
  if (held === undefined) return
  jar.delete(jarKey(held))
  walk.cookiesWritten.push({ ...held, setBy: 'script', by: place.scriptHost, effect: 'deleted', refusedBecause: null })
}

/** `answers`: the address whose answer carries the cookie. */
export type Writer = Place & { readonly answers?: URL }

/** The cookie in which a site's own consent script remembers the choice. */
export function consentCookie({ consent }: LabSite): CookieSpec {
  return {
    name: consent.cookie,
    value: '',
    domain: null,
    path: '/',
    days: consent.days,
    httpOnly: false,
    secure: true,
    sameSite: 'Lax',
    partitioned: false,
    write: 'always',
  }
}

/** What a cookie's name may depend on; see the templates of `act-runtime.ts`. */
function fill(name: string, page: URL): string {
  return name
    .replaceAll('{path}', page.pathname)
    .replaceAll(/\{query:([^{}]*)\}/g, (_whole, of: string) => page.searchParams.get(of) ?? '')
}
