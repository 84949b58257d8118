import { gcd } from '../signals/gcd.ts'
import { gcs } from '../signals/gcs.ts'
import { draft, grouped, onSteps, parameter, requestsOf, whereOf } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Google's tags say that consent was granted although nobody had been asked. */
export const consentGrantedByDefault: Rule = {
  id: 'F20',
  title: 'Consent Mode grants by default',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 4(11)', 'Google EU user consent policy'],
  severity: 'high',
  states: ['no-choice'],
  asked: 'each',
  needs: ['request'],
  holds: said`no Google tag said that consent was granted`,
  evaluate: (sightings, context) => {
    const signalled = sightings.filter((each) => requestsOf(each, context).some(({ url }) => hasSignal(url)))
    if (signalled.length === 0)
      return { outcome: 'not-applicable', because: said`No request carried a Consent Mode signal before any choice.` }
    const granted = signalled.filter((each) => requestsOf(each, context).some(({ url }) => saysGranted(url)))
    return grouped(granted).map((same) =>
      draft(context, same, {
        summary: said`${same[0].name} was told that consent is granted ${onSteps(context, same)} before any choice.`,
        fix: said`${whereOf(context, same)}: before it runs, set gtag('consent', 'default', …) to 'denied' for \`ad_storage\`, \`ad_user_data\`, \`ad_personalization\` and \`analytics_storage\`, and update them once the visitor has accepted.`,
      }),
    )
  },
}

/** Storage is granted now, or any of the four signals is by default. */
function saysGranted(url: string): boolean {
  const now = gcs.decode(parameter(url, 'gcs') ?? '')
  const byDefault = gcd.decode(parameter(url, 'gcd') ?? '')
  return (
    (now.ok && now.value.granted.length > 0) ||
    (byDefault.ok && Object.values(byDefault.value.signals).some((signal) => signal.default === 'granted'))
  )
}

function hasSignal(url: string): boolean {
  return parameter(url, 'gcs') !== null || parameter(url, 'gcd') !== null
}
