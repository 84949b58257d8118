import type { Shelf } from './shelf.ts'
import type { VendorRecord } from './vendor-record.ts'

/** A whole record, or the one fact that a citation such as `kartra#endpoint:visitor-time` names; `null` when there is none. */
export function show(shelf: Pick<Shelf, 'vendor'>, citation: string): VendorRecord | Fact | null {
  const hash = citation.indexOf('#')
  const record = shelf.vendor(hash < 0 ? citation : citation.slice(0, hash))
  return hash < 0 || record === null ? record : factOf(record, citation.slice(hash + 1))
}

export type Fact =
  | VendorRecord['marks'][number]
  | VendorRecord['domains'][number]
  | VendorRecord['endpoints'][number]
  | VendorRecord['storage'][number]

function factOf(record: VendorRecord, fact: string): Fact | null {
  const colon = fact.indexOf(':')
  const name = fact.slice(colon + 1)
  switch (fact.slice(0, colon)) {
    case 'endpoint':
      return record.endpoints.find(({ id }) => id === name) ?? null
    case 'storage':
      return record.storage.find((item) => item.name === name) ?? null
    case 'host':
      return record.domains.find(({ host }) => host === name) ?? null
    case 'mark':
      return record.marks.find(({ value }) => value === name) ?? null
    default:
      return null
  }
}
