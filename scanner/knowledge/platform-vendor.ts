import type { VendorRecord } from './vendor-record.ts'

export interface PlatformVendor {
  readonly id: string
  readonly name: string
}

/** Finds the record a list means by its own name for a platform; without one the list's name stands. */
export function vendorOfPlatform(records: readonly VendorRecord[]): (platform: string) => PlatformVendor {
  const byName = new Map<string, PlatformVendor>()
  const file = (name: string, { id, name: shown }: VendorRecord): void => {
    if (!byName.has(plain(name))) byName.set(plain(name), { id, name: shown })
  }
  for (const record of records) for (const name of [record.name, record.id]) file(name, record)
  for (const record of records) for (const name of record.ids.thirdPartyWeb ?? []) file(name, record)
  for (const record of records) for (const name of record.aliases) file(name, record)
  return (platform) => {
    const names = [platform, ...(MEANT[platform] ?? [])]
    const known = names.flatMap((name) => byName.get(plain(name)) ?? [])[0]
    return known ?? { id: slugOf(platform), name: platform }
  }
}

/** Where a list's name for a platform is not one anybody else uses. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  'DoubleClick/Google Marketing': ['google-ads'],
  'Google AdSense': ['google-ads'],
  'Bing / Microsoft': ['microsoft-uet', 'microsoft'],
  'Azure / Microsoft': ['microsoft'],
  'Microsoft Dynamics': ['microsoft-dynamics-365'],
  'Visual Website Optimizer': ['vwo'],
  'The Tradedesk': ['the-trade-desk', 'thetradedesk'],
  'Consentmanager.net': ['consentmanager'],
  'Facebook Pixel': ['meta-pixel'],
  'Tawk.to Chat': ['tawk-to', 'tawk'],
  Bouncex: ['wunderkind'],
  Piwik: ['matomo'],
  'Yandex.Metrica': ['yandex-metrica'],
  Facebook: ['meta-pixel'],
  LinkedIn: ['linkedin-insight'],
  Livechat: ['livechat'],
  Pinterest: ['pinterest-tag'],
  Reddit: ['reddit-pixel'],
  Snapchat: ['snapchat-pixel', 'snap-pixel'],
  X: ['x-ads', 'x-pixel', 'twitter'],
  Youtube: ['youtube'],
}

/** Small letters and digits only: `Tawk.to`, `tawk-to` and `TawkTo` are one. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? 'unnamed' : slug
}
