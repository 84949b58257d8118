import type { VendorRecord } from './vendor-record.ts'

/** The whole records, for those who want to read one. */
export interface Shelf {
  vendor(id: string): VendorRecord | null
  readonly vendors: readonly VendorRecord[]
}

export function shelfOf(records: readonly VendorRecord[]): Shelf {
  const byId = new Map(records.map((record) => [record.id, record]))
  return { vendors: records, vendor: (id) => byId.get(id) ?? null }
}

/** Records as lines of text, each read when it is first asked for. */
export function shelfOfLines(lines: ReadonlyMap<string, () => string>): Shelf {
  const read = new Map<string, VendorRecord>()

  function vendor(id: string): VendorRecord | null {
    const known = read.get(id)
    const line = lines.get(id)
    if (known || !line) return known ?? null
    const record: VendorRecord = JSON.parse(line())
    read.set(id, record)
    return record
  }

  return {
    vendor,
    get vendors() {
      return [...lines.keys()].flatMap((id) => vendor(id) ?? [])
    },
  }
}
