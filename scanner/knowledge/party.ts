import { getDomain } from 'tldts'
import type { Party } from '../model.ts'

/** The hosts of a funnel, asked who is first party on it. */
export interface Funnel {
  readonly hosts: readonly string[]
  party(host: string): Exclude<Party, 'first-disguised'>
}

/**
 * First party is whatever shares a registrable domain with a funnel host. On hosted funnels that is one label more:
 * `shop.kartra.com` and `app.kartra.com` belong to different parties although kartra.com is no public suffix.
 */
export function funnelOf(hosts: readonly string[], hostedSuffixes: ReadonlySet<string>): Funnel {
  const plain = hosts.map((host) => host.toLowerCase())
  const sites = new Set(plain.map((host) => siteOf(host, hostedSuffixes)))
  const endings = [...sites]
  const asked = new Map<string, 'first' | 'third'>()

  function askedOnce(host: string): 'first' | 'third' {
    const known = asked.get(host)
    if (known) return known
    const party = sites.has(siteOf(host, hostedSuffixes)) ? 'first' : 'third'
    if (asked.size < 5_000) asked.set(host, party)
    return party
  }

  return {
    hosts: plain,
    party(host) {
      // Most hosts do not even end like a site of the funnel.
      for (const site of endings) if (host.endsWith(site)) return askedOnce(host)
      return 'third'
    },
  }
}

/** The registrable domain, counting hosted suffixes as public ones; addresses and single labels stand for themselves. */
export function siteOf(host: string, hostedSuffixes: ReadonlySet<string>): string {
  const plain = (host.startsWith('.') ? host.slice(1) : host).toLowerCase()
  return siteOfPlain(plain, hostedSuffixes)
}

/** Of a host in small letters. */
export function siteOfPlain(plain: string, hostedSuffixes: ReadonlySet<string>): string {
  const domain = endsInDigit(plain) ? plain : (getDomain(plain, AS_HOST) ?? plain)
  if (plain === domain || !hostedSuffixes.has(domain)) return domain
  const label =
    plain
      .slice(0, -domain.length - 1)
      .split('.')
      .at(-1) ?? ''
  return `${label}.${domain}`
}

/** It is a host already: taking an address apart again would double the cost. */
const AS_HOST = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: false }

/** No top-level domain does: this is an address of the network (one of version 6 stands in brackets). */
function endsInDigit(host: string): boolean {
  const last = host.charCodeAt(host.length - 1)
  return (last >= 48 && last <= 57) || last === 93
}
