import { ScanError } from '../errors.ts'
import type { Assessment } from '../model.ts'
import { hasAssessment, readAssessment } from './assessment-file.ts'
import { foundFiles } from './found-files.ts'
import { layout } from './layout.ts'
import { verifyAssessment } from './verify-assessment.ts'
import { verifyBundle } from './verify-bundle.ts'
import type { FileFault } from './verify-files.ts'

/** The judgement that stands beside the evidence; `useless` when it is damaged, altered, or written by another version. */
export type StandingAssessment =
  | { readonly is: 'whole'; readonly assessment: Assessment }
  | { readonly is: 'none' }
  /** Why, in words: the evidence can be judged again in its place. */
  | { readonly is: 'useless'; readonly because: string }

/**
 * What stands of the judgement of a bundle. Evidence is what counts, and a judgement only what is thought of it: one that
 * is of no use costs nothing, as long as the evidence is as it was sealed. Throws `store-corrupt` where it is not.
 */
export async function standingAssessment(dir: string): Promise<StandingAssessment> {
  const check = await verifyAssessment(dir, (await foundFiles(dir))?.all ?? [])
  if (check.is === 'altered') return await useless(dir, check.faults.map(told).join(', '))
  if (!(await hasAssessment(dir))) return { is: 'none' }
  try {
    return { is: 'whole', assessment: await readAssessment(dir) }
  } catch (reason) {
    if (!(reason instanceof ScanError)) throw reason
    return await useless(dir, `${layout.assessment} is not as this version of Tagtrail writes it`)
  }
}

async function useless(dir: string, because: string): Promise<StandingAssessment> {
  const { faults, assessment } = await verifyBundle(dir)
  const [fault] = faults.filter((each) => !assessment.faults.includes(each))
  if (!fault) return { is: 'useless', because }
  throw new ScanError(
    'store-corrupt',
    `${because}, and the evidence is not as it was sealed, so it cannot be judged again: ${told(fault)}; "tagtrail verify ${dir}" says more`,
  )
}

function told({ path, what, why }: FileFault): string {
  return `${path} is ${what}${why === null ? '' : ` (${why})`}`
}
