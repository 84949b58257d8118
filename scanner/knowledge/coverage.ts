import type { Layer } from '../model.ts'
import type { Knowledge } from './answers.ts'

export interface Coverage {
  readonly top: number
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
): readonly Coverage[] {
  const funnel = knowledge.funnel([])
  const hosts = ranked.slice(0, Math.max(0, ...tops))
  const answers = hosts.map(
    (host) =>
      knowledge.identifyRequest({ url: `https://${host}/`, method: 'GET', resourceType: 'other', funnel })
        .identification,
  )
  return tops.map((top) => {
    const within = answers.slice(0, top)
    return {
      top,
      known: within.filter(({ vendorId }) => vendorId !== null).length,
      byRecord: within.filter(({ layer }) => OURS.has(layer)).length,
      categorised: within.filter(({ category }) => category !== 'unclassified').length,
      missing: hosts.slice(0, top).filter((_, at) => answers[at]?.vendorId === null),
    }
  })
}

const OURS: ReadonlySet<Layer> = new Set(['endpoint', 'host'])

/** The hosts of third-party-web's `domain-map.csv`, in its order, which is by frequency. */
export function rankedHosts(csv: string): readonly string[] {
  return csv.split('\n').flatMap((line) => (line.includes(',') ? [line.slice(0, line.indexOf(','))] : []))
}
