import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Knowledge } from '../../../scanner/knowledge/answers.ts'
import { coverage, heldOut, rankedHosts, type Coverage } from '../../../scanner/knowledge/coverage.ts'

export interface Part {
  readonly part: 'all hosts' | 'worked on' | 'held out'
  readonly figures: readonly Coverage[]
}

/** The figures for the list as a whole, for what was in sight while records were written, and for what was not; `null` without the list. */
export function parts(knowledge: Knowledge): readonly Part[] | null {
  const ranked = hosts()
  if (ranked === null) return null
  return [
    { part: 'all hosts', figures: coverage(knowledge, ranked, TOPS) },
    { part: 'worked on', figures: coverage(knowledge, ranked, TOPS, (host) => !heldOut(host)) },
    { part: 'held out', figures: coverage(knowledge, ranked, TOPS, heldOut) },
  ]
}

const TOPS = [200, 1_000, 2_000] as const

export function coverageText(measured: readonly Part[], missing: number): string {
  const rows = measured.flatMap(({ part, figures }) => figures.map((figure) => row(part, figure)))
  const names = measured[0]?.figures.at(-1)?.missing.slice(0, missing) ?? []
  const list =
    names.length === 0 ? [] : ['', 'Most common hosts without a vendor:', ...names.map((name) => `  ${name}`)]
  return `${[HEAD, ...rows, '', NOTE, ...list].join('\n')}\n`
}

const HEAD = 'Hosts        Top      Of  With a vendor  By our records  With a category'
const NOTE = `Hosts of third-party-web's list, most often met first. Held out: the first byte of the host's SHA-256 is divisible by 3.`

function row(part: string, { top, of, known, byRecord, categorised }: Coverage): string {
  const share = (count: number, width: number): string =>
    `${((100 * count) / Math.max(1, of)).toFixed(1)} %`.padStart(width)
  return `${part.padEnd(10)}${String(top).padStart(6)}${String(of).padStart(8)}${share(known, 15)}${share(byRecord, 16)}${share(categorised, 17)}`
}

/** Comes with the package for its users to measure by; a packed Tagtrail leaves its six megabytes out. */
function hosts(): readonly string[] | null {
  try {
    return rankedHosts(
      readFileSync(createRequire(import.meta.url).resolve('third-party-web/dist/domain-map.csv'), 'utf8'),
    )
  } catch {
    return null
  }
}
