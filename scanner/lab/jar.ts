import type { CookieSpec, CookieTruth, LabSite } from './model.ts'

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
