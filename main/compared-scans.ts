import { setImmediate } from 'node:timers/promises'
import { ScanError } from '../scanner/errors.ts'
import type { Assessment, Comparison, Evidence, Side } from '../scanner/model.ts'
import { readBundle } from '../scanner/store/read-bundle.ts'
import { bundleAssessment, plannedKnowledge } from './bundle-assessment.ts'
import { jurisdictionsOf } from './jurisdiction-of.ts'
import { knowledgeOf } from './knowledge-of.ts'

/** How far a comparison is: which scan is read or judged. */
export interface ComparingStage {
  readonly doing: 'reading' | 'judging'
  readonly side: Side
  /** Of four stages, how many are behind. */
  readonly done: number
}

export interface ComparedScans {
  readonly comparison: Comparison
  readonly after: Assessment
}

export interface ComparingOptions {
  /** False: by the judgements that stand in the folders. */
  readonly anew?: boolean
  /** The user's own knowledge to judge by; without it the one the plan of the later scan names. */
  readonly knowledge?: string | null
  readonly onNote?: (note: string) => void
  /** Where the evidence may be open already. */
  readonly evidenceOf?: (dir: string) => Promise<Evidence>
  readonly signal?: AbortSignal | undefined
}

/**
 * Two scans on disk side by side, for every host alike. Both are judged anew by the same rules, under the jurisdictions
 * and with the vendor knowledge of the later one, so that only the site can make a difference. Tells each stage before it
 * begins, and stops between them when nobody waits any more. Throws what keeps a scan from being read, and says which.
 */
export async function* comparedScans(
  dirs: Readonly<Record<Side, string>>,
  options: ComparingOptions = {},
): AsyncGenerator<ComparingStage, ComparedScans> {
  const { anew = true, onNote, signal, evidenceOf = (dir) => readBundle(dir, onNote ? { onNote } : {}) } = options
  const stage = async function* (doing: ComparingStage['doing'], side: Side, done: number) {
    yield { doing, side, done }
    // What is judged keeps everything else waiting: what was said just now goes out first, and a wish to stop comes in.
    await setImmediate()
    signal?.throwIfAborted()
  }
  yield* stage('reading', 'after', 0)
  const later = await read('after')
  yield* stage('reading', 'before', 1)
  const earlier = await read('before')
  const known = options.knowledge ?? plannedKnowledge(later, onNote)
  const jurisdictions = jurisdictionsOf(later.plan)
  yield* stage('judging', 'after', 2)
  const after = await judged('after', later)
  yield* stage('judging', 'before', 3)
  const before = await judged('before', earlier)
  const { compare } = await import('../scanner/compare.ts')
  return { comparison: compare(before, after, [earlier, later]), after }

  async function read(side: Side): Promise<Evidence> {
    return await evidenceOf(dirs[side]).catch((reason: unknown) => {
      throw unreadable(side, reason)
    })
  }
  async function judged(side: Side, evidence: Evidence): Promise<Assessment> {
    const judging = { anew: false, knowledge: options.knowledge ?? null, jurisdictions, ...(onNote ? { onNote } : {}) }
    if (!anew) return (await bundleAssessment(dirs[side], judging)).assessment
    const { assess } = await import('../scanner/scan.ts')
    return assess(evidence, { knowledge: await knowledgeOf(known), jurisdictions })
  }
}

function unreadable(side: Side, reason: unknown): unknown {
  if (!(reason instanceof ScanError)) return reason
  const which = side === 'before' ? 'earlier' : 'later'
  const text = `The ${which} scan cannot be compared, because its evidence cannot be read: ${reason.message}`
  return new ScanError(reason.code, text, { cause: reason })
}
