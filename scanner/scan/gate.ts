import type { Knowledge } from '../knowledge/answers.ts'
import type { Plan } from '../model.ts'

/** A request that is about to leave. */
export interface Leaving {
  readonly url: string
  readonly method: string
  /** CDP resource type in lower case. */
  readonly resourceType: string
}

/**
 * Which requests the state `gated` holds back: those of the vendors the plan names, or of all that serve marketing and
 * analytics when it names none. Nothing else is touched.
 */
export function gateOf(
  { site, steps, gate }: Pick<Plan, 'site' | 'steps' | 'gate'>,
  knowledge: Pick<Knowledge, 'funnel' | 'identifyRequest'>,
): (request: Leaving) => boolean {
  const addresses = [site, ...steps.flatMap(({ go }) => (go.kind === 'url' ? [go.url] : []))]
  const funnel = knowledge.funnel(addresses.flatMap((address) => URL.parse(address)?.hostname ?? []))
  const named = new Set(gate.vendors)
  return (request) => {
    // A page of the funnel is where the visitor goes, whoever serves it.
    if (request.resourceType === 'document' && funnel.party(URL.parse(request.url)?.hostname ?? '') === 'first')
      return false
    const { vendorId, category } = knowledge.identifyRequest({ ...request, funnel }).identification
    if (named.size > 0) return vendorId !== null && named.has(vendorId)
    return category === 'marketing' || category === 'analytics'
  }
}
