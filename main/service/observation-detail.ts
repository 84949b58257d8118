import type { Observation, ObservationOf } from '../../scanner/model.ts'
import type { ObservationDetail } from '../contract.ts'
import { causeLinks } from './cause-links.ts'
import { rowOf, sightingRow, titleOf } from './observation-rows.ts'
import type { OpenedEvidence, OpenedScan } from './opened-scans.ts'
import { findingView } from './result-view.ts'
import { beginningsFor } from './told-time.ts'

/** All that the evidence drawer shows of one observation; `null` when there is none of that id. */
export function observationDetail(id: string, scan: OpenedScan, evidence: OpenedEvidence): ObservationDetail | null {
  const seen = evidence.byId.get(id)
  if (!seen) return null
  const sighting = evidence.sightingOf.get(id)
  const sameJourney = evidence.observations.filter(({ run, journey }) => run === seen.run && journey === seen.journey)
  return {
    observation: seen,
    row: rowOf(seen, evidence),
    sighting: sighting ? sightingRow(sighting) : null,
    findings: scan.assessment.findings.filter((finding) => finding.evidence.includes(id)).map(findingView),
    chain: causeLinks(id, evidence),
    picture: pictureOf(seen, sameJourney),
    ...beginningsFor(seen, evidence),
    citation: citationOf(seen, scan),
  }
}

function pictureOf(seen: Observation, journey: readonly Observation[]): ObservationOf<'screenshot'> | null {
  const here = journey.filter(
    (each): each is ObservationOf<'screenshot'> =>
      each.kind === 'screenshot' && each.stepId === seen.stepId && each.state === seen.state,
  )
  return here.find(({ at }) => at >= seen.at) ?? here.at(-1) ?? null
}

function citationOf(seen: Observation, { manifestSha256, plan }: OpenedScan): string {
  const bundle = manifestSha256 === null ? 'bundle not sealed' : `bundle SHA-256 ${manifestSha256}`
  const what = `${seen.kind} ${titleOf(seen).slice(0, 500)}`
  return `${plan.name}: ${what}, observed ${seen.utc} on step ${seen.stepId} (${seen.state}, run ${seen.run}). Observation ${seen.id}, ${bundle}.`
}
