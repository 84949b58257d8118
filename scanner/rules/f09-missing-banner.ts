import {
  contactOrStored,
  counted,
  draft,
  grouped,
  cookielessCounting,
  inBrackets,
  listed,
  needsConsent,
} from './drafting.ts'
import type { ObservationOf, Sighting } from '../model.ts'
import type { Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** Nobody was asked, although vendors were at work that would normally need consent. */
export const missingBanner: Rule = {
  id: 'F09',
  title: 'No consent banner where consent is needed',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 4(11), 7(1)'],
  severity: 'critical',
  states: ['no-choice'],
  asked: 'each',
  needs: ['request', 'cookie-write', 'storage-write', 'banner'],
  holds: said`no vendor that would normally need consent was at work without a banner`,
  evaluate: (sightings, context) => {
    const isCookieless = cookielessCounting(context, sightings)
    const active = sightings.filter(
      (each) => needsConsent(each) && contactOrStored(each, context) && !isCookieless(each),
    )
    const banner = bannerSeen(context)
    if (active.length === 0 || banner === true) return []
    const vendors = grouped(active).map(([first]) => first.name)
    const places = grouped(active).map((same) => said`${same[0].name}${inBrackets(context, same)}`)
    if (banner === null) {
      const because = said`${counted(vendors.length, 'vendor')} that would normally need consent were at work, but whether a banner asks for it was not seen.`
      return { outcome: 'unclear', because }
    }
    const finding = draft(context, active, {
      summary:
        vendors.length === 1
          ? said`No banner was seen, though ${1} vendor that would normally need consent was at work before any choice: ${listed(vendors, 6)}.`
          : said`No banner was seen, though ${vendors.length} vendors that would normally need consent were at work before any choice: ${listed(vendors, 6)}.`,
      fix: said`Show a consent banner with an equal way to refuse, and hold back until the visitor has chosen: ${listed(places, 6)}.`,
    })
    // Where the law exempts statistics of this kind, whether anybody has to be asked is as open as they are.
    const open = active.every((each) => mayBeExempt(each, context)) ? finding : { vendorId: null, category: null }
    return [{ ...finding, vendorId: open.vendorId, category: open.category, subject: '' }]
  },
}

function mayBeExempt({ category, vendorId }: Sighting, { vendor }: RuleContext): boolean {
  if (category !== 'analytics' || vendorId === null) return false
  const { consent } = vendor(vendorId)
  return consent === 'depends' || consent === 'exempt'
}

/** `null` when the scan cannot tell. */
function bannerSeen({ observations, states }: RuleContext): boolean | null {
  const verdicts = states.filter(({ state }) => state === 'rejected' || state === 'accepted')
  const looks = observations.filter((seen): seen is ObservationOf<'banner'> => seen.kind === 'banner')
  if (looks.some(({ visible }) => visible)) return true
  if (verdicts.some(({ verdict }) => verdict === 'proven' || verdict === 'not-offered')) return true
  return looks.length > 0 || verdicts.some(({ verdict }) => verdict === 'no-banner') ? false : null
}
