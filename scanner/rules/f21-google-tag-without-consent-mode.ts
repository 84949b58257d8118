import { gcd } from '../signals/gcd.ts'
import { gcs } from '../signals/gcs.ts'
import { draft, grouped, onSteps, parameter, requestsOf, whereOf } from './drafting.ts'
import type { RequestFact } from '../model.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Google's tags run without Consent Mode, so nothing tells them what the visitor chose. */
export const googleTagWithoutConsentMode: Rule = {
  id: 'F21',
  title: 'Google tag without Consent Mode',
  law: ['Google EU user consent policy', 'ePrivacy Directive Art. 5(3), indirectly'],
  severity: 'medium',
  states: ['accepted', 'no-choice'],
  asked: 'once',
  needs: ['request'],
  holds: said`every Google tag carried a Consent Mode signal`,
  evaluate: (sightings, context) => {
    const google = sightings.filter((each) => requestsOf(each, context).some(isGoogleBeacon))
    if (google.length === 0)
      return { outcome: 'not-applicable', because: said`No beacon of Google Analytics or Ads was seen.` }
    // Follow-up requests of a tag often leave the signal out; one request of the vendor that carries it is enough.
    const silent = grouped(google).filter((same) =>
      same.every((each) => !requestsOf(each, context).some((seen) => isGoogleBeacon(seen) && hasSignal(seen))),
    )
    return silent.map((same) =>
      draft(context, same, {
        summary: said`${same[0].name} sent requests without a Consent Mode signal ${onSteps(context, same)}.`,
        fix: said`${whereOf(context, same)}: before it runs, set gtag('consent', 'default', …), and update it with the visitor's choice.`,
      }),
    )
  },
}

const HOST =
  /^https:\/\/(?:(?:[\w-]+\.){0,3}(?:google-analytics\.com|doubleclick\.net|googleadservices\.com|googlesyndication\.com)|www\.google\.[a-z]{2,3}(?:\.[a-z]{2})?)\//
const BEACON =
  /^https:\/\/[^/]+\/(?:g\/collect|pagead\/(?:viewthroughconversion|conversion|1p-)|ccm\/collect|rmkt\/collect|activity)/

function isGoogleBeacon({ url }: RequestFact): boolean {
  return HOST.test(url) && BEACON.test(url)
}

/** A `gcd` without default and update says that nobody set Consent Mode up; what it implies is Google's own. */
function hasSignal({ url }: RequestFact): boolean {
  if (gcs.decode(parameter(url, 'gcs') ?? '').ok) return true
  const mode = gcd.decode(parameter(url, 'gcd') ?? '')
  return (
    mode.ok && Object.values(mode.value.signals).some((each) => each.default !== 'unset' || each.update !== 'unset')
  )
}
