import { jurisdictions } from '../scanner/jurisdictions/index.ts'
import type { Jurisdiction } from '../scanner/jurisdictions/jurisdiction.ts'
import type { Plan } from '../scanner/model.ts'
import { ScanError } from '../scanner/errors.ts'

export type Orders = readonly [Jurisdiction, ...Jurisdiction[]]

/** The legal orders a plan asks for; a plan read from disk may name one that this version does not know. */
export function jurisdictionsOf(plan: Pick<Plan, 'jurisdiction' | 'jurisdictions'>): Orders {
  return ordersNamed(
    plan.jurisdictions.length > 0 ? plan.jurisdictions : [plan.jurisdiction],
    (id) => `the plan names the jurisdiction "${id}"`,
  )
}

/** Legal orders by id, each once; `wrong` says who named one that nobody knows. */
export function ordersNamed(ids: readonly string[], wrong: (id: string) => string): Orders {
  const [first, ...others] = [...new Set(ids)].map((id) => orderNamed(id, wrong))
  if (!first) throw new ScanError('plan-invalid', 'no jurisdiction is named; leave it out to judge under eu')
  return [first, ...others]
}

function orderNamed(id: string, wrong: (id: string) => string): Jurisdiction {
  const jurisdiction = jurisdictions.find((each) => each.id === id)
  if (jurisdiction) return jurisdiction
  throw new ScanError('plan-invalid', `${wrong(id)}; known are ${jurisdictions.map((each) => each.id).join(', ')}`)
}
