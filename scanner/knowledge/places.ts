import { existsSync, readdirSync } from 'node:fs'

/** Where knowledge lies: the records of a checkout, and the file generated from them. */

/** The shelf `vendors/` is its folder: every JSON file in it is a record. */
export const VENDORS = new URL('../vendors/', import.meta.url)

export function vendorFiles(vendors: URL = VENDORS): readonly string[] {
  return readdirSync(vendors)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
}

/** A packed Tagtrail has no records beside its code, only the generated file one folder up. */
export function isCheckout(): boolean {
  return existsSync(VENDORS)
}

/** The same file for both: a checkout reads what it would pack. */
export function generatedFile(): URL {
  return new URL(isCheckout() ? '../../out/knowledge.ndjson.gz' : '../knowledge.ndjson.gz', import.meta.url)
}
