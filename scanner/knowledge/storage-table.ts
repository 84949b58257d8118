import type { Identification, StorageArea } from '../model.ts'
import { hostTable, type HostTable } from './host-table.ts'
import { nameTable } from './name-table.ts'

/** A cookie or storage item as it is asked about; what the asker does not know is `null`. */
export interface StoredItem {
  readonly name: string
  readonly area: 'cookie' | StorageArea
  readonly host: string | null
  readonly party: 'first' | 'third' | null
}

/** What one line of a record or cookie list says about a name. */
export interface StorageRule {
  readonly identification: Identification
  /** The name as filed, with `*`: the item all runs share. */
  readonly item: string
  readonly areas: readonly string[]
  readonly party: 'first' | 'third' | 'either'
  /** Empty: under any host. */
  readonly hosts: readonly string[]
  readonly identifier: boolean
}

export interface StorageTable {
  add(rule: StorageRule): void
  find(item: StoredItem): StorageRule | null
}

export function storageTable(): StorageTable {
  const names = nameTable<{ readonly rule: StorageRule; readonly hosts: HostTable<true> | null }>()
  return {
    add(rule) {
      names.add(rule.item, { rule, hosts: rule.hosts.length === 0 ? null : tableOf(rule.hosts) })
    },
    find(item) {
      let fallback: StorageRule | null = null
      for (const { rule, hosts } of names.matching(item.name)) {
        if (!rule.areas.includes(item.area)) continue
        if (hosts === null ? partyFits(rule, item) : item.host === null) fallback ??= rule
        else if (hosts !== null && item.host !== null && hosts.covering(item.host).length > 0) return rule
      }
      return fallback
    },
  }
}

function partyFits(rule: StorageRule, item: StoredItem): boolean {
  return rule.party === 'either' || item.party === null || rule.party === item.party
}

function tableOf(patterns: readonly string[]): HostTable<true> {
  const table = hostTable<true>()
  for (const pattern of patterns) table.add(pattern, true)
  return table
}
