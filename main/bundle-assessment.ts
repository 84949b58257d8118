import { existsSync } from 'node:fs'
import { jurisdictionsOf, type Orders } from './jurisdiction-of.ts'
import { judgedAgain } from './judged-again.ts'
import { knowledgeOf } from './knowledge-of.ts'
import type { Assessment, Evidence } from '../scanner/model.ts'
import { readBundle } from '../scanner/store/read-bundle.ts'
import { standingAssessment } from '../scanner/store/standing-assessment.ts'

export interface JudgedBundle {
  readonly evidence: Evidence
  readonly assessment: Assessment
}

export interface JudgingOptions {
  /** True: by what is known today, whatever stands in the bundle. */
  readonly anew: boolean
  /** The user's own knowledge to judge by; without it the one the plan names. */
  readonly knowledge?: string | null
  /** In place of those the plan names. */
  readonly jurisdictions?: Orders
  /** Told what a killed or unfinished scan left incomplete. */
  readonly onNote?: (note: string) => void
}

/** A scan on disk with what it means. One that was never judged, or whose judgement is of no use any more, is judged now. */
export async function bundleAssessment(dir: string, options: JudgingOptions): Promise<JudgedBundle> {
  const { anew, knowledge = null, onNote } = options
  const evidence = await readBundle(dir, onNote === undefined ? {} : { onNote })
  if (!anew && knowledge === null) {
    const standing = await standingAssessment(dir)
    if (standing.is === 'whole') return { evidence, assessment: standing.assessment }
    if (standing.is === 'useless') onNote?.(judgedAgain(standing.because))
  }
  // Most are judged already, and the stages take their time to load.
  const { assess } = await import('../scanner/scan.ts')
  const assessment = assess(evidence, {
    knowledge: await knowledgeOf(knowledge ?? plannedKnowledge(evidence, onNote)),
    jurisdictions: options.jurisdictions ?? jurisdictionsOf(evidence.plan),
  })
  return { evidence, assessment }
}

/** A scan may be read on another machine than the one it was made on. */
export function plannedKnowledge({ plan }: Evidence, onNote: JudgingOptions['onNote']): string | null {
  if (plan.knowledge === null || existsSync(plan.knowledge)) return plan.knowledge
  onNote?.(`your own knowledge in ${plan.knowledge} is not there and left out; name its place with --knowledge`)
  return null
}
