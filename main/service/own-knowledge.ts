import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { faultsOfRecords, parseRecord } from '../../scanner/knowledge/check.ts'
import { loadKnowledge } from '../../scanner/knowledge/load.ts'
import { rulings as rulingsShape, vendorOf, type Ruling } from '../../scanner/knowledge/ruling.ts'
import { shelfOf } from '../../scanner/knowledge/shelf.ts'
import { show } from '../../scanner/knowledge/show.ts'
import type { VendorRecord } from '../../scanner/knowledge/vendor-record.ts'

type Given = Readonly<Record<string, unknown>>

/** What the user added in the app, as it stands in its folder. */
export interface OwnFiles {
  /** Records as written, whole or not. */
  readonly given: readonly Given[]
  /** Those of them that are records. */
  readonly records: readonly VendorRecord[]
  readonly rulings: readonly Ruling[]
  /** Files that cannot be read at all. */
  readonly faults: readonly string[]
}

export async function ownFiles(path: string): Promise<OwnFiles> {
  const names = await readdir(path).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  const read = await Promise.all(files.map((name) => readOne(join(path, name))))
  const given = read.flatMap((each) => ('record' in each ? [each.record] : []))
  return {
    given,
    records: parsedRecords(given).flatMap((each) => ('record' in each ? [each.record] : [])),
    rulings: read.flatMap((each) => ('rulings' in each ? each.rulings : [])),
    faults: read.flatMap((each) => ('fault' in each ? [each.fault] : [])),
  }
}

/** Everything that keeps these from being used, in sentences; as the command line would say it. */
export function faultsOfOwn({ given, rulings, faults }: Omit<OwnFiles, 'records'>): readonly string[] {
  const parsed = parsedRecords(given)
  const own = parsed.flatMap((each) => ('record' in each ? [each.record] : []))
  const ids = new Set(own.map(({ id }) => id))
  const all = [...loadKnowledge().vendors.filter(({ id }) => !ids.has(id)), ...own]
  return [
    ...faults,
    ...parsed.flatMap((each) => ('faults' in each ? each.faults : [])),
    ...faultsOfRecords(all, own),
    ...rulings
      .filter(({ of }) => show(shelfOf(all), of) === null)
      .map((ruling) => `categories: nothing is called ${ruling.of}; look at what is known of ${vendorOf(ruling)}.`),
  ]
}

export function withRecord(files: OwnFiles, record: Given): OwnFiles {
  return { ...files, given: [...files.given.filter(({ id }) => id !== record['id']), record] }
}

function parsedRecords(given: readonly Given[]) {
  return given.map((record) => parseRecord(typeof record['id'] === 'string' ? record['id'] : 'this record', record))
}

async function readOne(
  file: string,
): Promise<{ readonly record: Given } | { readonly rulings: readonly Ruling[] } | { readonly fault: string }> {
  const name = basename(file)
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (name === 'categories.json') return { rulings: rulingsShape.parse(value).categories }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { record: { ...value } }
    return { fault: `${name}: it is no group of keys.` }
  } catch (reason) {
    return { fault: `${name}: ${reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason)}` }
  }
}
