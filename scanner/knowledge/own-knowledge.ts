import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ScanError } from '../errors.ts'
import { faultsOfRecords, parseRecord } from './check.ts'
import type { Generated } from './generated.ts'
import { listFiles, type ListFile } from './list-files.ts'
import { matcherRecord } from './matcher-record.ts'
import { rulings as rulingsShape, vendorOf, type Ruling } from './ruling.ts'
import { shelfOf } from './shelf.ts'
import { show } from './show.ts'
import { marksOf } from './vendor-marks.ts'
import type { VendorRecord } from './vendor-record.ts'

/** What a user knows and we do not: records of vendors, categories decided otherwise, and lists. */
export interface OwnKnowledge {
  readonly records: readonly VendorRecord[]
  readonly rulings: readonly Ruling[]
  readonly lists: readonly ListFile[]
  /** For reports: names what was added, and changes with it. */
  readonly version: string
}

/**
 * Reads a folder, or one file: `categories.json` holds rulings, any other `<id>.json` a vendor's record, by the same schema and the
 * same lint as ours. A record of an id we have stands in place of ours. `lists/` holds lists. Throws `plan-invalid`, naming every fault.
 */
export function readOwnKnowledge(path: string, { tables, shelf }: Generated): OwnKnowledge {
  const hash = createHash('sha256')
  const lists = listFiles(path)
  for (const { name, text } of lists) hash.update(name).update(text)
  const given = filesOf(path, lists.length > 0).map((file) => {
    const text = readFileSync(file, 'utf8')
    hash.update(text)
    return { name: basename(file, '.json'), value: parsed(file, text) }
  })
  const isRulings = ({ name, value }: Given): boolean => name === RULINGS || hasCategories(value)
  const records = given.filter((each) => !isRulings(each)).map(({ name, value }) => parseRecord(name, value))
  const decided = given.filter(isRulings).map(({ name, value }) => rulingsOf(name, value))
  const own = records.flatMap((each) => ('record' in each ? [each.record] : []))
  const rulings = decided.flatMap((each) => ('rulings' in each ? each.rulings : []))
  const all = merged(shelf.vendors, own)
  refuse(path, [
    ...[...records, ...decided].flatMap((each) => ('faults' in each ? each.faults : [])),
    ...faultsOfRecords(all, own),
    ...rulings.flatMap((ruling) => faultsOfRuling(ruling, all, new Set(tables.owners.map(({ id }) => id)))),
  ])
  return { records: own, rulings, lists, version: versionOf({ records: own, rulings, lists }, hash.digest('hex')) }
}

/** Ours with the user's records added or put in the place of the same id. */
export function withOwn({ tables, shelf }: Generated, { records, version }: OwnKnowledge): Generated {
  const own = new Set(records.map(({ id }) => id))
  return {
    tables: {
      records: [...tables.records.filter(({ id }) => !own.has(id)), ...records.map(matcherRecord)],
      version: `${tables.version} with ${version}`,
      get owners() {
        return tables.owners
      },
      get facts() {
        return tables.facts
      },
      get marks() {
        return [...tables.marks.filter(({ id }) => !own.has(id)), ...marksOf(records)]
      },
    },
    shelf: {
      vendor: (id) => records.find((record) => record.id === id) ?? shelf.vendor(id),
      get vendors() {
        return merged(shelf.vendors, records)
      },
    },
  }
}

interface Given {
  readonly name: string
  readonly value: unknown
}

const RULINGS = 'categories'

function filesOf(path: string, hasLists: boolean): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) refuse(path, ['there is no such file or folder'])
  if (!stats?.isDirectory()) return [path]
  const files = readdirSync(path).filter((file) => file.endsWith('.json'))
  if (files.length === 0 && !hasLists)
    refuse(path, ['the folder holds no .json file; put records or a categories.json there, or lists into lists/'])
  return files.toSorted().map((file) => join(path, file))
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    return refuse(file, [`it is no JSON: ${cause instanceof Error ? cause.message : ''}`])
  }
}

function hasCategories(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'categories' in value && Array.isArray(value.categories)
}

function rulingsOf(
  name: string,
  value: unknown,
): { readonly rulings: readonly Ruling[] } | { readonly faults: readonly string[] } {
  const read = rulingsShape.safeParse(value)
  if (read.success) return { rulings: read.data.categories }
  return {
    faults: read.error.issues.map(({ path, message }) => `${name}: at ${path.join('.') || 'the top'}: ${message}.`),
  }
}

/** A ruling that fits nothing would be a wish nobody hears. */
function faultsOfRuling(
  ruling: Ruling,
  records: readonly VendorRecord[],
  owners: ReadonlySet<string>,
): readonly string[] {
  if (show(shelfOf(records), ruling.of) !== null) return []
  if (ruling.of === vendorOf(ruling) && owners.has(ruling.of)) return []
  return [`categories: nothing is called ${ruling.of}; see "tagtrail knowledge show ${vendorOf(ruling)}".`]
}

function merged(ours: readonly VendorRecord[], own: readonly VendorRecord[]): readonly VendorRecord[] {
  const ids = new Set(own.map(({ id }) => id))
  return [...ours.filter(({ id }) => !ids.has(id)), ...own]
}

function versionOf({ records, rulings, lists }: Omit<OwnKnowledge, 'version'>, hash: string): string {
  const parts = [
    ...(records.length === 0 ? [] : [`vendors ${listed(records.map(({ id }) => id))}`]),
    ...(rulings.length === 0 ? [] : [`categories of ${listed(rulings.map(({ of }) => of))}`]),
    ...(lists.length === 0 ? [] : [`lists ${listed(lists.map(({ name }) => name))}`]),
  ]
  return `own knowledge ${hash.slice(0, 8)} (${parts.join('; ')})`
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ')
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown
}

function refuse(path: string, faults: readonly string[]): null {
  if (faults.length === 0) return null
  throw new ScanError(
    'plan-invalid',
    `your own knowledge in ${path} was not read:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
  )
}
