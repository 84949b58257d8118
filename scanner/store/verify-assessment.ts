import { hashFile } from './hash-files.ts'
import { assessmentSeal, layout } from './layout.ts'
import { assessmentSeal as sealSchema, type AssessmentSeal } from './schemas/manifest.ts'
import { checkSigned } from './signed-file.ts'
import type { FileFault } from './verify-files.ts'

/** What can be said of the judgement that stands beside the evidence. */
export interface AssessmentCheck {
  readonly is: 'none' | 'sealed' | 'not-sealed' | 'altered'
  readonly sealedAt: string | null
  /** Fingerprint of the key; it may be another one than that of the evidence. */
  readonly key: string | null
  /** In words, when it is not sealed for good. */
  readonly because: string | null
  readonly faults: readonly FileFault[]
}

/** Whether the assessment is the one that was sealed, and a judgement of this very evidence. */
export async function verifyAssessment(dir: string, there: readonly string[]): Promise<AssessmentCheck> {
  const isThere = there.includes(layout.assessment)
  const check = await checkSigned(dir, assessmentSeal, (document) => sealOf(document)?.key?.sha256 ?? null)
  if (check.is === 'absent') return isThere ? unsealed('its assessment is not sealed') : NONE
  if (check.is === 'broken') return altered([{ path: check.path, what: check.what, why: check.why }])
  const seal = sealOf(check.value)
  if (seal === null) return altered([fault(layout.assessmentSeal, 'altered', 'it is not as Tagtrail writes it')])
  const faults = await faultsOf(dir, there, seal)
  if (faults.length > 0) return altered(faults)
  if (seal.key === null) return unsealed('nobody signed its assessment')
  return { is: 'sealed', sealedAt: seal.sealedAt, key: seal.key.sha256, because: null, faults: [] }
}

const NONE: AssessmentCheck = { is: 'none', sealedAt: null, key: null, because: null, faults: [] }

async function faultsOf(dir: string, there: readonly string[], seal: AssessmentSeal): Promise<readonly FileFault[]> {
  if (!there.includes(layout.assessment)) return [fault(layout.assessment, 'missing', null)]
  const { sha256 } = await hashFile(dir, layout.assessment)
  if (sha256 !== seal.file.sha256) return [fault(layout.assessment, 'altered', null)]
  // A missing manifest is a fault of the evidence, told there.
  if (!there.includes(layout.manifest)) return [fault(layout.manifest, 'missing', 'the assessment names it')]
  const { sha256: manifest } = await hashFile(dir, layout.manifest)
  return manifest === seal.manifestSha256 ? [] : [fault(layout.assessmentSeal, 'altered', 'it judges other evidence')]
}

function sealOf(document: unknown): AssessmentSeal | null {
  const read = sealSchema.safeParse(document)
  return read.success ? read.data : null
}

function fault(path: string, what: FileFault['what'], why: string | null): FileFault {
  return { path, what, why }
}

function altered(faults: readonly FileFault[]): AssessmentCheck {
  return { ...NONE, is: 'altered', faults }
}

function unsealed(because: string): AssessmentCheck {
  return { ...NONE, is: 'not-sealed', because }
}
