import { existsSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessment, Environment, Evidence, Observation, Plan, Sighting } from '../../scanner/model.ts'
import { assess } from '../../scanner/scan.ts'
import { layout } from '../../scanner/store/layout.ts'
import { readManifest } from '../../scanner/store/manifest.ts'
import { readBundle } from '../../scanner/store/read-bundle.ts'
import { readJson } from '../../scanner/store/read-json.ts'
import { environment as environmentSchema } from '../../scanner/store/schemas/environment.ts'
import { recordedPlan } from '../../scanner/store/schemas/plan.ts'
import { standingAssessment } from '../../scanner/store/standing-assessment.ts'
import { judgedAgain } from '../bundle-assessment.ts'
import { jurisdictionsOf } from '../jurisdiction-of.ts'
import { knowledgeOf } from '../knowledge-of.ts'

/** A scan on disk as the screens ask of it. What is large is read when it is first asked for. */
export interface OpenedScan {
  readonly dir: string
  readonly assessment: Assessment
  readonly plan: Plan
  readonly environment: Environment
  readonly manifestSha256: string | null
  readonly sealedBy: string | null
  readonly notes: readonly string[]
  evidence(): Promise<OpenedEvidence>
}

export interface OpenedEvidence extends Evidence {
  readonly byId: ReadonlyMap<string, Observation>
  /** What each observation was classified as. */
  readonly sightingOf: ReadonlyMap<string, Sighting>
}

export interface OpenedScans {
  open(dir: string): Promise<OpenedScan>
  /** After it was judged anew, or removed. */
  forget(dir: string): void
}

/** The latest few; evidence is large, and a person looks at one or two scans at a time. */
export function openedScans(): OpenedScans {
  const opened = new Map<string, Promise<OpenedScan>>()
  return {
    open(dir) {
      const known = opened.get(dir) ?? read(dir)
      opened.delete(dir)
      opened.set(dir, known)
      known.catch(() => opened.delete(dir))
      for (const old of [...opened.keys()].slice(0, -MOST_OPEN)) opened.delete(old)
      return known
    },
    forget: (dir) => void opened.delete(dir),
  }
}

const MOST_OPEN = 3

async function read(dir: string): Promise<OpenedScan> {
  const notes: string[] = []
  let evidence: Promise<OpenedEvidence> | null = null
  let judged: Assessment | null = null
  const withSightings = async (): Promise<OpenedEvidence> => {
    const whole = await readBundle(dir, { onNote: (note) => notes.push(note) })
    const byId = new Map(whole.observations.map((seen) => [seen.id, seen]))
    judged ??= await judgedNow(whole)
    return { ...whole, byId, sightingOf: sightingsById(judged) }
  }
  const open = (): Promise<OpenedEvidence> => {
    evidence ??= withSightings()
    evidence.catch(() => (evidence = null))
    return evidence
  }
  // A scan that was killed or cancelled has none: what it saw can be judged all the same.
  const standing = await standingAssessment(dir)
  if (standing.is === 'useless') notes.push(judgedAgain(standing.because))
  if (standing.is === 'whole') judged = standing.assessment
  else await open()
  if (judged === null) throw new Error(`${dir} was neither judged nor could be`)
  return {
    dir,
    assessment: judged,
    plan: await readJson(dir, layout.plan, recordedPlan),
    environment: await readJson(dir, layout.environment, environmentSchema),
    ...(await sealOf(dir)),
    notes,
    evidence: open,
  }
}

async function judgedNow(evidence: Evidence): Promise<Assessment> {
  const { plan } = evidence
  // The scan may have been made on another machine.
  const own = plan.knowledge !== null && existsSync(plan.knowledge) ? plan.knowledge : null
  return assess(evidence, { knowledge: await knowledgeOf(own), jurisdictions: jurisdictionsOf(plan) })
}

function sightingsById({ sightings }: Assessment): ReadonlyMap<string, Sighting> {
  return new Map(sightings.flatMap((sighting) => sighting.observations.map((id) => [id, sighting] as const)))
}

async function sealOf(dir: string): Promise<Pick<OpenedScan, 'manifestSha256' | 'sealedBy'>> {
  const manifest = await readManifest(dir)
  if (manifest === null) return { manifestSha256: null, sealedBy: null }
  const bytes = await readFile(join(dir, layout.manifest))
  return { manifestSha256: createHash('sha256').update(bytes).digest('hex'), sealedBy: manifest.key?.sha256 ?? null }
}
