import { comparedStates, comparedSteps, seenByBoth } from './compare/columns.ts'
import { cookieTraits } from './compare/cookie-traits.ts'
import { differencesOf, judgedBy } from './compare/differences.ts'
import { changedFindings } from './compare/findings.ts'
import { changedItems } from './compare/items.ts'
import { madeOtherwise } from './compare/made-otherwise.ts'
import { comparedMatrix } from './compare/matrix.ts'
import { sightOf } from './compare/sight.ts'
import type { Assessment, ComparedScan, Comparison, Evidence } from './model.ts'
import { CONSENT_STATES } from './states.ts'

/**
 * What is new, gone and changed between two scans of a funnel: by key, state and step, never by value. What one of them
 * could not have seen is never called gone or new. With the evidence of both, it is also said how each was recorded
 * otherwise, and which cookies are made otherwise.
 */
export function compare(
  before: Assessment,
  after: Assessment,
  evidence: readonly [Evidence, Evidence] | null = null,
): Comparison {
  const sight = sightOf(before, after)
  const steps = comparedSteps(before, after)
  const made = CONSENT_STATES.filter((state) =>
    [before, after].some(({ states }) => states.some((each) => each.state === state)),
  )
  const isSameSite = before.scan.site === after.scan.site
  const comparable = isSameSite && made.some((state) => steps.some(({ id }) => sight.isShared(state, id)))
  const matrix = comparable ? comparedMatrix(before, after, { states: made, steps, sight }) : []
  const states = comparedStates(before, after, matrix)
  const traits = evidence && ([cookieTraits(evidence[0]), cookieTraits(evidence[1])] as const)
  const { changes, unchanged } = comparable ? changedFindings(before, after) : { changes: [], unchanged: 0 }
  return {
    before: scanOf(before),
    after: scanOf(after),
    comparable,
    judgedBy: judgedBy(before, after),
    differences: [...differencesOf(before, after), ...(evidence ? madeOtherwise(...evidence) : [])],
    states,
    steps,
    seen: isSameSite ? seenByBoth(states, steps, sight) : { both: 0, of: 0 },
    matrix,
    findings: changes,
    items: comparable ? changedItems(before, after, { sight, traits }) : [],
    unchanged,
    wordings: [
      ...new Map([...before.wordings, ...after.wordings].map((each) => [JSON.stringify(each), each])).values(),
    ],
  }
}

function scanOf({ scan: { name, site, startedAt }, versions }: Assessment): ComparedScan {
  return { name, site, startedAt, tool: versions.tool, knowledge: versions.knowledge }
}
