import type { Environment } from '../model.ts'
import { foundFiles } from './found-files.ts'
import { evidenceSeal, layout } from './layout.ts'
import { surveyLog } from './log-survey.ts'
import { readJson } from './read-json.ts'
import { environment as environmentSchema } from './schemas/environment.ts'
import { manifest as manifestSchema, type Manifest } from './schemas/manifest.ts'
import { checkSigned } from './signed-file.ts'
import { verifyAssessment, type AssessmentCheck } from './verify-assessment.ts'
import { chainFaults, nameFaults, sealedFaults, type FileFault } from './verify-files.ts'
import { verifyTimestamp, type TimestampSeen } from './verify-timestamp.ts'
import { codeOf } from './write-error.ts'

/** What became of a bundle since it was written. */
export interface Verification {
  /**
   * `verified`: as it was sealed. `altered`: something was changed, taken out or put in. `incomplete`: whole as far as
   * it goes, but never sealed, as after a kill, or not signed. `unreadable`: no scan, or a disk that fails.
   */
  readonly verdict: 'verified' | 'altered' | 'incomplete' | 'unreadable'
  /** In words, unless it is verified or altered. */
  readonly because: string | null
  readonly faults: readonly FileFault[]
  readonly observations: number
  readonly gaps: number
  /** Files of the evidence, as found. */
  readonly files: number
  /** How the recording ended; null when it did not. */
  readonly ended: Environment['ended']
  readonly seal: Seal | null
  readonly assessment: AssessmentCheck
}

export interface Seal {
  readonly sealedAt: string | null
  /** Fingerprint of the key; null when it is not signed. */
  readonly key: string | null
  readonly timestamp: TimestampSeen
}

/** Checks all that can be checked of a bundle and trusts nothing in it; what cannot be read is an answer, too. */
export async function verifyBundle(dir: string): Promise<Verification> {
  try {
    return await verified(dir)
  } catch (cause) {
    return unreadable(`${dir} cannot be read (${codeOf(cause)})`)
  }
}

async function verified(dir: string): Promise<Verification> {
  const found = await foundFiles(dir)
  if (found === null) return unreadable(`${dir} is no folder`)
  if (![layout.manifest, layout.observations, layout.environment].some((name) => found.all.includes(name)))
    return unreadable(`${dir} holds no scan`)
  const names = [layout.observations, layout.gaps].filter((name) => found.evidence.includes(name))
  const logs = await Promise.all(names.map((name) => surveyLog(dir, name)))
  const linesOf = (name: string): number => logs.find(({ path }) => path === name)?.lines ?? 0
  const assessment = await verifyAssessment(dir, found.all)
  const facts = {
    observations: linesOf(layout.observations),
    gaps: linesOf(layout.gaps),
    files: found.evidence.length,
    assessment,
  }
  const seal = await checkSigned(dir, evidenceSeal, (document) => manifestOf(document)?.key?.sha256 ?? null)
  const manifest = 'value' in seal ? manifestOf(seal.value) : null

  if (manifest) {
    const timestamp = await verifyTimestamp(dir, found.all, manifest)
    const faults = [
      ...found.odd,
      ...timestamp.faults,
      ...(await sealedFaults(dir, found.evidence, manifest, logs)),
      ...assessment.faults,
    ]
    const because =
      manifest.key === null ? 'nobody signed it: anybody could have written these files' : assessment.because
    return {
      ...facts,
      ...judged(faults, because),
      ended: manifest.ended,
      seal: { sealedAt: manifest.sealedAt, key: manifest.key?.sha256 ?? null, timestamp: timestamp.seen },
    }
  }
  const ended = await endedOf(dir, found.all)
  const broken: readonly FileFault[] =
    seal.is === 'broken'
      ? [{ path: seal.path, what: seal.what, why: seal.why }]
      : seal.is === 'absent'
        ? found.all.includes(layout.timestamp)
          ? [{ path: layout.manifest, what: 'missing', why: 'its time-stamp is there' }]
          : []
        : [{ path: layout.manifest, what: 'altered', why: 'it is not as Tagtrail writes it' }]
  const faults = [...found.odd, ...broken, ...chainFaults(logs), ...(await nameFaults(dir, found.evidence))]
  const because = ended === null ? 'the scan did not come to its end' : 'it was never sealed'
  return { ...facts, ...judged([...faults, ...assessment.faults], because), ended, seal: null }
}

function judged(
  faults: readonly FileFault[],
  because: string | null,
): Pick<Verification, 'verdict' | 'faults' | 'because'> {
  if (faults.length > 0) return { verdict: 'altered', faults, because: null }
  return { verdict: because === null ? 'verified' : 'incomplete', faults, because }
}

function manifestOf(document: unknown): Manifest | null {
  const read = manifestSchema.safeParse(document)
  return read.success ? read.data : null
}

/** A scan that was killed at once has no environment yet. */
async function endedOf(dir: string, there: readonly string[]): Promise<Environment['ended']> {
  if (!there.includes(layout.environment)) return null
  const read = await readJson(dir, layout.environment, environmentSchema).catch(() => null)
  return read?.ended ?? null
}

function unreadable(because: string): Verification {
  return {
    verdict: 'unreadable',
    because,
    faults: [],
    observations: 0,
    gaps: 0,
    files: 0,
    ended: null,
    seal: null,
    assessment: { sealedAt: null, key: null, is: 'none', because: null, faults: [] },
  }
}
