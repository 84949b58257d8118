import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cookieFacts, type CookieFact } from './cookie-facts.ts'
import type { MatcherRecord } from './matcher-record.ts'
import { ownersOf, type Owner } from './owners.ts'
import { vendorFiles, VENDORS } from './places.ts'
import { marksOf, type VendorMarks } from './vendor-marks.ts'
import type { VendorRecord } from './vendor-record.ts'

export { vendorFiles, VENDORS } from './places.ts'

/** All that the matcher reads. */
export interface Tables {
  readonly records: readonly MatcherRecord[]
  readonly owners: readonly Owner[]
  readonly facts: readonly CookieFact[]
  readonly marks: readonly VendorMarks[]
  /** Names what was known: the newest review date and a hash over all of the above. */
  readonly version: string
}

/** Everything the knowledge is compiled from. */
export interface Sources extends Tables {
  readonly records: readonly VendorRecord[]
}

/** Our records and the pinned packages as they lie in this checkout. Records are trusted here; the data lint checks them. */
export function sourcesOfCheckout(vendors: URL = VENDORS): Sources {
  const hash = createHash('sha256')
  const records = vendorFiles(vendors).map((file) => {
    const text = readFileSync(new URL(file, vendors), 'utf8')
    hash.update(text)
    return parsed(file, text)
  })
  const entities = readFileSync(require.resolve('third-party-web/dist/entities-nostats.json'), 'utf8')
  const facts = cookieFacts(records)
  hash.update(entities).update(JSON.stringify(facts))
  const reviewed = records.reduce(
    (latest, record) => (record.provenance.reviewed > latest ? record.provenance.reviewed : latest),
    '',
  )
  return {
    records,
    owners: ownersOf(JSON.parse(entities), `third-party-web ${packageVersion('third-party-web')}`),
    facts,
    marks: marksOf(records),
    version: `${reviewed || 'empty'}+${hash.digest('hex').slice(0, 8)}`,
  }
}

function parsed(file: string, text: string): VendorRecord {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`scanner/vendors/${file} is no JSON; repair it or take it away`, { cause })
  }
}

const require = createRequire(import.meta.url)

function packageVersion(name: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8'))
  return manifest.version
}
