import type { Identification } from '../model.ts'
import type { Named } from './answers.ts'
import { siteDuty } from './site-storage.ts'
import type { StoredItem } from './storage-table.ts'

/** What the site asks of itself, and what nobody knows. */
export function ownRequest(host: string, resourceType: string): Identification {
  const silent = resourceType === 'ping' || resourceType === 'cspviolationreport'
  return {
    ...OF_THE_SITE,
    name: host,
    category: silent ? 'unclassified' : 'necessary',
    purpose: silent ? null : 'content',
  }
}

export function ownStorage({ name, host, party }: StoredItem): Identification {
  const duty = party === 'third' ? null : siteDuty(name)
  if (duty !== null) return { ...OF_THE_SITE, name: host ?? OF_THE_SITE.name, source: `named like a ${duty}` }
  return party === 'first' ? { ...OF_THE_SITE, name: host ?? OF_THE_SITE.name, category: 'unclassified' } : UNKNOWN
}

/** `data:` and `blob:` never leave the browser; of anything else without a host nothing can be said. */
export function outsideTheNetwork(url: string): Named {
  return /^(?:data|blob|about|javascript):/i.test(url) ? MADE_ON_THE_PAGE : NO_ADDRESS
}

const OF_THE_SITE: Identification = {
  vendorId: null,
  name: 'the site itself',
  category: 'necessary',
  disputed: false,
  purpose: null,
  layer: 'site',
  source: 'a host of the funnel',
  confidence: 'probable',
}

const UNKNOWN: Identification = {
  vendorId: null,
  name: 'unknown',
  category: 'unclassified',
  disputed: false,
  purpose: null,
  layer: 'none',
  source: 'no record, list or owner names it',
  confidence: 'indicative',
}

const MADE_ON_THE_PAGE: Named = {
  identification: { ...OF_THE_SITE, source: 'made on the page, not fetched', confidence: 'certain' },
  item: 'made on the page',
  identifier: null,
  party: 'first',
}

const NO_ADDRESS: Named = { identification: UNKNOWN, item: 'no address', identifier: null, party: 'third' }
