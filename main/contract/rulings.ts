import { type } from '@orpc/contract'
import * as z from 'zod'
import type { Decision, FindingRuling, StandingRuling } from '../../scanner/model.ts'
import { id, procedure } from './procedure.ts'

const decision = z.enum(['compliant', 'not-compliant', 'to-be-decided', 'accepted-risk']) satisfies z.ZodType<Decision>
/** Key of a finding. */
const about = z.string().min(1).max(10_000)
const words = z.string().trim().max(10_000)

/** What people decided about findings. A ruling holds for the site, in every scan of it; nothing is ever overwritten. */
export const rulings = {
  /** Those that stand, by the key of the finding they are beside. */
  ofScan: procedure.input(z.object({ id })).output(type<Readonly<Record<string, readonly StandingRuling[]>>>()),
  /** Everything that was ever decided about this scan's site, oldest first. */
  history: procedure.input(z.object({ id })).output(type<readonly FindingRuling[]>()),
  rule: procedure
    .input(
      z.object({
        id,
        about,
        decision,
        /** Last day of an accepted risk. */
        until: z.iso.date().nullable().default(null),
        comment: words.default(''),
        by: words.default(''),
      }),
    )
    .output(type<FindingRuling>()),
  /** False when nothing stood. */
  takeBack: procedure
    .input(z.object({ id, about, comment: words.default(''), by: words.default('') }))
    .output(type<{ readonly isTakenBack: boolean }>()),
}
