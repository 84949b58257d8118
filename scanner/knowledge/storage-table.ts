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
  /** So common a name that it says nothing unless the host is known. */
  readonly needsHost: boolean
  /** Made of everyday words, so that anybody may have it. */
  readonly isCommon: boolean
  /** `null`: whoever filed it did not say. */
  readonly identifier: boolean | null
}

export interface StorageTable {
  add(rule: StorageRule): void
  find(item: StoredItem): StorageRule | null
}

export function storageTable(): StorageTable {
  const names = nameTable<StorageRule>()
  const tables = new Map<StorageRule, HostTable<true>>()

  /** Made when first asked for: there are thousands, and a scan meets a few. */
  function isUnder(rule: StorageRule, host: string): boolean {
    const table = tables.get(rule) ?? tableOf(rule.hosts)
    tables.set(rule, table)
    return table.covering(host).length > 0
  }

  return {
    add: (rule) => names.add(rule.item, rule),
    find(item) {
      let fallback: StorageRule | null = null
      let elsewhere: StorageRule | null = null
      for (const rule of names.matching(item.name)) {
        if (!rule.areas.includes(item.area)) elsewhere ??= isAnywhere(rule, item) ? inAnotherArea(rule) : null
        else if (rule.hosts.length === 0) fallback ??= partyFits(rule, item) ? rule : null
        else if (item.host === null) fallback ??= rule.needsHost ? null : byNameAlone(rule)
        else if (isUnder(rule, item.host)) return rule
      }
      return fallback ?? elsewhere
    },
  }
}

/** Vendors copy a cookie into the page's storage, and the other way round; a name of everyday words says nothing there. */
function isAnywhere(rule: StorageRule, item: StoredItem): boolean {
  return rule.hosts.length === 0 && !rule.isCommon && partyFits(rule, item)
}

function inAnotherArea(rule: StorageRule): StorageRule {
  const { source } = rule.identification
  const identification: Identification = {
    ...rule.identification,
    confidence: 'indicative',
    source: `${source}; known in another kind of storage (${rule.areas.join(', ')})`,
  }
  return { ...rule, identification }
}

/** The name fits, the host was not told: likely, no more. */
function byNameAlone(rule: StorageRule): StorageRule {
  const { confidence } = rule.identification
  const isShort = rule.item.length < 3
  if (confidence === 'indicative' || (confidence === 'probable' && !isShort)) return rule
  return { ...rule, identification: { ...rule.identification, confidence: isShort ? 'indicative' : 'probable' } }
}

function partyFits(rule: StorageRule, item: StoredItem): boolean {
  return rule.party === 'either' || item.party === null || rule.party === item.party
}

function tableOf(patterns: readonly string[]): HostTable<true> {
  const table = hostTable<true>()
  for (const pattern of patterns) table.add(pattern, true)
  return table
}
