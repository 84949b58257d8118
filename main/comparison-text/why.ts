import type { Blindness, ComparedStep, ConsentState, CookieTrait, FindingWhy, ItemWhy } from '../../scanner/model.ts'
import { lifetime, listed, when } from '../../scanner/words.ts'
import { SCANS } from './differences.ts'

/** Why something is said of a finding, a cookie or a page, in a sentence. */

export function findingWhyText(why: FindingWhy, state: ConsentState | null, steps: readonly ComparedStep[]): string {
  switch (why.kind) {
    case 'blind':
      return `In the ${SCANS[why.side]} scan ${blindnessText(why.blindness, state, steps)}.`
    case 'some-runs':
      return `In the ${SCANS[why.side]} scan it was seen in ${why.runs} of ${why.of} proven runs only.`
    case 'outcome':
      return `The answer was ${why.before} and is ${why.after}.`
    case 'severity':
      return `Its weight was ${why.before} and is ${why.after}.`
    case 'new-on':
      return `New on ${labels(why.stepIds, steps)}.`
    case 'no-longer-on':
      return `No longer on ${labels(why.stepIds, steps)}.`
  }
}

export function itemWhyText(why: ItemWhy): string {
  switch (why.kind) {
    case 'category':
      return `It was ${why.before} and is ${why.after}.`
    case 'lifetime': {
      const long = (days: number | null): string => (days === null ? 'for the session' : lifetime(days))
      return `It lived ${long(why.before)} and lives ${long(why.after)}.`
    }
    default:
      return `Its attribute ${TRAITS[why.kind]} was ${why.before} and is ${why.after}.`
  }
}

/** As in `In the later scan Sales could not be seen before any choice`. */
export function blindnessText(blind: Blindness, state: ConsentState | null, steps: readonly ComparedStep[]): string {
  const then = state === null ? '' : ` ${when(state)}`
  switch (blind.kind) {
    case 'no-such-state':
      return `nobody looked at what happens${then}`
    case 'no-such-step':
      return 'there is no such step'
    case 'unproven':
      return `what happens${then} was not proven (${blind.because})`
    case 'unseen-page':
      return `${labels(blind.stepIds, steps)} could not be seen${then}`
    case 'gap':
      return `not everything could be seen${then}: ${blind.because.replace(/\.$/, '')}`
    case 'rule-not-asked':
      return 'this rule was not asked'
  }
}

const TRAITS: Readonly<Record<CookieTrait, string>> = {
  domain: 'Domain',
  'http-only': 'HttpOnly',
  secure: 'Secure',
  'same-site': 'SameSite',
  partitioned: 'Partitioned',
}

function labels(stepIds: readonly string[], steps: readonly ComparedStep[]): string {
  return listed(
    stepIds.map((id) => steps.find((step) => step.id === id)?.label ?? id),
    6,
  )
}
