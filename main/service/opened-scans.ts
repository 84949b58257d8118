import { existsSync } from 'node:fs'
import type { Assessment, Evidence, Observation, Sighting } from '../../scanner/model.ts'
import { readBundle } from '../../scanner/store/read-bundle.ts'
import { judgedAgain } from '../judged-again.ts'
import { jurisdictionsOf } from '../jurisdiction-of.ts'
import { knowledgeOf } from '../knowledge-of.ts'
import { latestScans, readJudged, type JudgedScan, type Scans } from './judged-scans.ts'

/** A scan on disk as the screens ask of it. Its evidence is large, and read when it is first asked for. */
export interface OpenedScan extends JudgedScan {
  evidence(): Promise<OpenedEvidence>
}

export interface OpenedEvidence extends Evidence {
  readonly byId: ReadonlyMap<string, Observation>
  /** What each observation was classified as. */
  readonly sightingOf: ReadonlyMap<string, Sighting>
}

export type OpenedScans = Scans<OpenedScan>

export function openedScans(): OpenedScans {
  return latestScans(read)
}

async function read(dir: string): Promise<OpenedScan> {
  const notes: string[] = []
  let whole: Promise<Evidence> | null = null
  const readOnce = (): Promise<Evidence> => {
    whole ??= readBundle(dir, { onNote: (note) => notes.push(note) })
    whole.catch(() => (whole = null))
    return whole
  }
  const scan = await readJudged(dir, async (_dir, useless) => {
    if (useless !== null) notes.push(judgedAgain(useless))
    return { assessment: await judgedNow(await readOnce()), notes }
  })
  let opened: Promise<OpenedEvidence> | null = null
  return {
    ...scan,
    evidence: () => {
      opened ??= readOnce().then((evidence) => withSightings(evidence, scan.assessment))
      opened.catch(() => (opened = null))
      return opened
    },
  }
}

async function judgedNow(evidence: Evidence): Promise<Assessment> {
  const { plan } = evidence
  // Most are judged already, and the stages take their time to load.
  const { assess } = await import('../../scanner/scan.ts')
  // The scan may have been made on another machine.
  const own = plan.knowledge !== null && existsSync(plan.knowledge) ? plan.knowledge : null
  return assess(evidence, { knowledge: await knowledgeOf(own), jurisdictions: jurisdictionsOf(plan) })
}

function withSightings(evidence: Evidence, { sightings }: Assessment): OpenedEvidence {
  const byId = new Map(evidence.observations.map((seen) => [seen.id, seen]))
  const sightingOf = new Map(
    sightings.flatMap((sighting) => sighting.observations.map((id) => [id, sighting] as const)),
  )
  return { ...evidence, byId, sightingOf }
}
