import { getDomain } from 'tldts'

/** Whether two addresses are of different sites, as a browser tells them apart: by scheme and registrable domain. */
export function isOtherSite(from: string, to: string): boolean {
  const [before, after] = [siteOf(from), siteOf(to)]
  return before !== null && after !== null && before !== after
}

/** `null` for what is no page of the web, such as `about:blank`. */
function siteOf(address: string): string | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  return `${url.protocol}//${getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.hostname}`
}
