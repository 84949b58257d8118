import type { Knowledge } from './answers.ts'
import { nameTable } from './name-table.ts'
import type { VendorRecord } from './vendor-record.ts'

export interface Hit {
  readonly vendorId: string
  readonly name: string
  /** What matched: its name, an alias, a host, a cookie. */
  readonly what: string
}

/** Vendors whose id, name, alias, host, cookie or click parameter contains the words; a full cookie name also finds its glob. */
export function search(knowledge: Knowledge, words: string): readonly Hit[] {
  const wanted = words.trim().toLowerCase()
  return wanted === '' ? [] : knowledge.vendors.flatMap((record) => hitsOf(record, wanted, words.trim()))
}

function hitsOf(record: VendorRecord, wanted: string, exact: string): readonly Hit[] {
  const names = [record.id, record.name, ...record.aliases]
  const hosts = record.domains.map(({ host }) => host)
  const stored = record.storage.map(({ name }) => name)
  const found = [
    ...names.filter((name) => contains(name, wanted)),
    ...hosts.filter((host) => contains(host, wanted)),
    ...stored.filter((name) => contains(name, wanted) || fits(name, exact)),
    ...record.clickIds.filter((parameter) => contains(parameter, wanted)),
  ]
  return [...new Set(found)].map((what) => ({ vendorId: record.id, name: record.name, what }))
}

function contains(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted)
}

function fits(glob: string, name: string): boolean {
  const table = nameTable<true>()
  table.add(glob, true)
  return table.matching(name).length > 0
}
