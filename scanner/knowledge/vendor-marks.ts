import type { VendorRecord } from './vendor-record.ts'

/** The part of a record by which it is known on a page that it neither sends to nor stores on; read when a page is asked about. */
export interface VendorMarks {
  readonly id: string
  readonly name: string
  readonly category: VendorRecord['categories']['primary']
  readonly disputed: boolean
  readonly marks: readonly Pick<VendorRecord['marks'][number], 'kind' | 'value' | 'confidence'>[]
}

/** `null` when the record holds none. */
export function vendorMarks({ id, name, categories, marks }: VendorRecord): VendorMarks | null {
  if (marks.length === 0) return null
  return {
    id,
    name,
    category: categories.primary,
    disputed: categories.disputed !== undefined,
    marks: marks.map(({ kind, value, confidence }) => ({ kind, value, confidence })),
  }
}

export function marksOf(records: readonly VendorRecord[]): readonly VendorMarks[] {
  return records.flatMap((record) => vendorMarks(record) ?? [])
}
