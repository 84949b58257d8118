import { jurisdictions } from '../scanner/jurisdictions/index.ts'
import type { Jurisdiction } from '../scanner/jurisdictions/jurisdiction.ts'
import type { Plan } from '../scanner/model.ts'
import { ScanError } from '../scanner/errors.ts'

/** The legal order a plan asks for; a plan read from disk may name one that this version does not know. */
export function jurisdictionOf(plan: Plan): Jurisdiction {
  const jurisdiction = jurisdictions.find(({ id }) => id === plan.jurisdiction)
  if (jurisdiction) return jurisdiction
  const known = jurisdictions.map(({ id }) => id).join(', ')
  throw new ScanError('plan-invalid', `the plan names the jurisdiction "${plan.jurisdiction}"; known are ${known}`)
}
