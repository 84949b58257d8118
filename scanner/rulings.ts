import type { Assessment, Finding, FindingRuling, Sighting, StandingRuling } from './model.ts'
import { steadyName } from './words.ts'

/** The rulings of a site that stand on a day (`2026-11-21`): of each key the last word, unless it was taken back. */
export function standingRulings(all: readonly FindingRuling[], site: string, today: string): readonly StandingRuling[] {
  const last = new Map<string, FindingRuling>()
  for (const ruling of all.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))))
    if (ruling.site === site) last.set(ruling.about, ruling)
  return [...last.values()].flatMap((ruling) => {
    const { decision, until } = ruling
    return decision === null ? [] : [{ ...ruling, decision, expired: until !== null && until < today }]
  })
}

/** Names a thing seen in any scan of the same funnel, whatever its page, state and run. */
export function sightingKey({ vendorId, host, kind, item }: Sighting): string {
  const parts = ['S', vendorId ?? steadyName(host), kind.replace('-write', ''), steadyName(item)]
  return parts.map((part) => part.replaceAll('|', '%7C')).join('|')
}

/** Finding by key -> the rulings on it, and on what it rests on. */
export function rulingsBeside(
  { findings, sightings }: Pick<Assessment, 'findings' | 'sightings'>,
  rulings: readonly StandingRuling[],
): ReadonlyMap<string, readonly StandingRuling[]> {
  const byKey = new Map(rulings.map((ruling) => [ruling.about, ruling]))
  if (byKey.size === 0) return new Map()
  const ofObservation = new Map<string, StandingRuling>()
  for (const sighting of sightings) {
    const ruling = byKey.get(sightingKey(sighting))
    if (ruling) for (const id of sighting.observations) ofObservation.set(id, ruling)
  }
  const beside = ({ key, evidence }: Finding): readonly StandingRuling[] => {
    const own = byKey.get(key)
    const ofSightings = evidence.map((id) => ofObservation.get(id)).filter((ruling) => ruling !== undefined)
    return [...new Set([...(own ? [own] : []), ...ofSightings])]
  }
  return new Map(
    findings.map((finding) => [finding.key, beside(finding)] as const).filter(([, some]) => some.length > 0),
  )
}
