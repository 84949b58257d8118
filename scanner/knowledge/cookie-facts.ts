import type { Category } from '../model.ts'
import { correctionOf } from './cookie-corrections.ts'
import { listedCookies, type ListedCookie } from './cookie-lists.ts'
import { isGenericName } from './generic-name.ts'
import { nameTable, type NameTable } from './name-table.ts'
import { siteDuty } from './site-storage.ts'
import { vendorOfPlatform, type PlatformVendor } from './platform-vendor.ts'
import type { VendorRecord } from './vendor-record.ts'

/** What public cookie lists say of a name: weaker than our records, stronger than the owner of a host. */
export interface CookieFact {
  /** Exact, or with `*`. */
  readonly name: string
  readonly vendor: PlatformVendor
  readonly category: Category
  readonly hosts: readonly string[]
  /** So common a name that it says nothing without one of the hosts. */
  readonly needsHost: boolean
  readonly source: string
}

/** The lists of the pinned packages, corrected by us. */
export function cookieFacts(
  records: readonly VendorRecord[],
  listed: readonly ListedCookie[] = listedCookies(),
): readonly CookieFact[] {
  const vendorOf = vendorOfPlatform(records)
  const adPlatforms = platformsOfAds(listed)
  const boundByUs = namesWithHosts(records)
  return listed.flatMap((cookie) => {
    const isGeneric = isGenericName(cookie.name)
    if (isGeneric && cookie.hosts.length === 0) return []
    const correction = correctionOf(cookie.name)
    const category = correction?.category ?? categoryOf(cookie, adPlatforms)
    // The site's own session, forgery protection and consent choice are told by their names already.
    if (category === 'functional' && siteDuty(cookie.name) !== null) return []
    const fact = {
      name: cookie.name,
      vendor: vendorOf(cookie.platform),
      category,
      needsHost: isGeneric,
      source: correction ? `${sourceOf(cookie)}; corrected by us: ${correction.because}` : sourceOf(cookie),
    }
    const isSetForSites = cookie.hosts.length > 0 && !cookie.thirdParty && !isGeneric
    const everywhere = isSetForSites && boundByUs.matching(cookie.name).length === 0 ? [{ ...fact, hosts: [] }] : []
    return [{ ...fact, hosts: cookie.hosts }, ...everywhere]
  })
}

/** Names we know to belong to certain hosts only: no list widens them. */
function namesWithHosts(records: readonly VendorRecord[]): NameTable<true> {
  const table = nameTable<true>()
  for (const { storage } of records) for (const { name, hosts } of storage) if (hosts) table.add(name, true)
  return table
}

function sourceOf({ list, platform, word }: ListedCookie): string {
  return `${list}: ${platform || 'no vendor named'}, ${word}`
}

/** What such a list calls functional, security or even necessary was reviewed by nobody: it never makes an item necessary. */
function categoryOf({ word, platform }: ListedCookie, adPlatforms: ReadonlySet<string>): Category {
  if (word === 'Marketing') return 'marketing'
  if (word === 'Analytics') return 'analytics'
  return adPlatforms.has(platform) ? 'unclassified' : 'functional'
}

/** Platforms most of whose cookies measure or advertise; that the others only serve the visitor is not taken from a list. */
function platformsOfAds(listed: readonly ListedCookie[]): ReadonlySet<string> {
  const byPlatform = Map.groupBy(listed, ({ platform }) => platform)
  const isTracking = ({ word }: ListedCookie): boolean => word === 'Marketing' || word === 'Analytics'
  return new Set(
    [...byPlatform]
      .filter(([, cookies]) => cookies.filter(isTracking).length > cookies.length / 2)
      .map(([platform]) => platform),
  )
}
