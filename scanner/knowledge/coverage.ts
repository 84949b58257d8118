import { createHash } from 'node:crypto'
import type { Layer } from '../model.ts'
import type { Knowledge } from './answers.ts'

export interface Coverage {
  readonly top: number
  /** How many hosts that is: fewer where only a part of the list is asked about. */
  readonly of: number
  /** Hosts with a vendor, and those of them by our own records. */
  readonly known: number
  readonly byRecord: number
  /** Hosts with a category other than `unclassified`. */
  readonly categorised: number
  /** Most common hosts nobody is known for: the to-do list. */
  readonly missing: readonly string[]
}

/** How many of the most common third-party hosts have a vendor. `ranked` is a list of hosts, most common first. */
export function coverage(
  knowledge: Knowledge,
  ranked: readonly string[],
  tops: readonly number[],
  counts: (host: string) => boolean = () => true,
): readonly Coverage[] {
  const funnel = knowledge.funnel([])
  return tops.map((top) => {
    const hosts = ranked.slice(0, top).filter(counts)
    const answers = hosts.map(
      (host) =>
        knowledge.identifyRequest({ url: `https://${host}/`, method: 'GET', resourceType: 'other', funnel })
          .identification,
    )
    return {
      top,
      of: hosts.length,
      known: answers.filter(({ vendorId }) => vendorId !== null).length,
      byRecord: answers.filter(({ layer }) => OURS.has(layer)).length,
      categorised: answers.filter(({ category }) => category !== 'unclassified').length,
      missing: hosts.filter((_, at) => answers[at]?.vendorId === null),
    }
  })
}

/** The third of the hosts nobody looked at while writing records, so that the figure for it tells how far the others carry. */
export function heldOut(host: string): boolean {
  return (createHash('sha256').update(host).digest()[0] ?? 0) % 3 === 0
}

const OURS: ReadonlySet<Layer> = new Set(['endpoint', 'host'])

/** The hosts of third-party-web's `domain-map.csv`, in its order, which is by frequency. */
export function rankedHosts(csv: string): readonly string[] {
  return csv.split('\n').flatMap((line) => (line.includes(',') ? [line.slice(0, line.indexOf(','))] : []))
}
