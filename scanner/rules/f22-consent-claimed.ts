import { siteDraft } from './banner/layers.ts'
import { draft, grouped, listed, onSteps, parameter, quoted, requestsOf, when, whereOf } from './drafting.ts'
import type { ObservationOf, Sighting, Wording } from '../model.ts'
import { signals } from '../signals/index.ts'
import { tcf } from '../signals/tcf.ts'
import type { Reading } from '../signals/signal.ts'
import type { DraftFinding, Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** A consent string, or the record of a consent platform, says that the visitor agreed, and the visitor has not. */
export const consentClaimed: Rule = {
  id: 'F22',
  title: 'Consent claimed that was not given',
  law: ['GDPR Art. 4(11), 7(1)', 'IAB Europe TCF policies', 'CJEU C-604/22 (IAB Europe)'],
  severity: 'critical',
  states: ['no-choice', 'rejected'],
  asked: 'each',
  needs: ['request', 'signal'],
  holds: said`no consent string and no record of a consent platform said that the visitor had agreed`,
  evaluate: (sightings, context) => {
    const kept = context.observations.filter((seen): seen is ObservationOf<'signal'> => seen.kind === 'signal')
    const claims = kept.flatMap((seen) => claimOf(seen) ?? [])
    const carriers = sightings.filter((each) => requestsOf(each, context).some(({ url }) => tcIn(url) !== null))
    const drafts = [...inStores(context, claims), ...toldTo(context, carriers)]
    if (drafts.length > 0) return drafts
    const unread = unreadable(kept, sightings, context)
    if (unread !== null) return { outcome: 'unclear', because: unread }
    return claims.length > 0 || carriers.length > 0
      ? []
      : {
          outcome: 'not-applicable',
          because: said`No consent string and no record of a consent platform that could be read was seen.`,
        }
  },
}

/** Vendors whose requests carried a string that says yes. */
function toldTo(context: RuleContext, carriers: readonly Sighting[]): readonly DraftFinding[] {
  const claiming = carriers.filter((each) =>
    requestsOf(each, context).some(({ url }) => (tcIn(url)?.granted.length ?? 0) > 0),
  )
  return grouped(claiming).map((same) => {
    const granted = new Set(
      same.flatMap((each) => requestsOf(each, context)).flatMap(({ url }) => tcIn(url)?.granted ?? []),
    )
    return draft(context, same, {
      item: 'request',
      summary: said`${same[0].name} was told in a consent string that the visitor had agreed to ${listed(granted)} ${onSteps(context, same)} ${when(context.state)}.`,
      fix: said`${whereOf(context, same)}: let it read the string from the consent platform when it fires, and take out strings that are written into tags or pages.`,
    })
  })
}

/** Consent strings that nobody could read; the records of platforms say nothing readable until they are answered. */
function unreadable(
  kept: readonly ObservationOf<'signal'>[],
  sightings: readonly Sighting[],
  context: RuleContext,
): Wording | null {
  const places = kept.filter((seen) => seen.standard === tcf.standard && !tcf.decode(seen.raw).ok)
  const isCarried = sightings.some((each) => requestsOf(each, context).some(({ url }) => carriesUnread(url)))
  const all = [...places.map(({ where }) => where), ...(isCarried ? [said`requests`] : [])]
  return all.length === 0
    ? null
    : said`A consent string was seen ${when(context.state)} that could not be read (${listed(all)}).`
}

/** A placeholder that nobody filled in is no string. */
function carriesUnread(url: string): boolean {
  const raw = parameter(url, 'gdpr_consent') ?? ''
  return /^[\w.~-]{4,}$/.test(raw) && tcIn(url) === null
}

interface Claim {
  readonly seen: ObservationOf<'signal'>
  readonly title: string
  readonly reading: Reading
}

/** Of a CMP or a standard it speaks; what tags were told is asked elsewhere, and to have opted out of nothing is no consent. */
function claimOf(seen: ObservationOf<'signal'>): Claim | null {
  const signal = signals.find(({ standard }) => standard === seen.standard)
  if (!signal || signal.speaker === 'vendor' || OPT_OUT.has(signal.standard)) return null
  const decoded = signal.decode(seen.raw)
  return decoded.ok ? { seen, title: signal.title, reading: decoded.value } : null
}

const OPT_OUT = new Set(['us-privacy', 'gpp'])

function inStores(context: RuleContext, claims: readonly Claim[]): readonly DraftFinding[] {
  const standards = new Map(claims.map(({ seen, title }) => [seen.standard, title]))
  return [...standards].flatMap(([standard, title]) => {
    const same = claims.filter(({ seen }) => seen.standard === standard)
    const wrong = same.filter(({ reading }) => claimsConsent(reading, context))
    if (wrong.length === 0) return []
    const granted = new Set(wrong.flatMap(({ reading }) => reading.granted))
    const where = listed(new Set(wrong.map(({ seen }) => seen.where)))
    return [
      siteDraft(
        context,
        wrong.map(({ seen }) => seen),
        {
          item: standard,
          summary: said`${title} said ${when(context.state)} that the visitor had agreed to ${listed([...granted].map(quoted))} (${where}).`,
          fix: said`Let the consent platform begin with everything denied, write consent only after a click on accept, and store what was refused as refused.`,
        },
      ),
    ]
  })
}

/** After a refusal some services may go on; analytics and marketing may not. */
function claimsConsent({ says, granted }: Reading, { state }: RuleContext): boolean {
  if (granted.length === 0) return false
  return state === 'no-choice' || says === 'granted' || granted.some((name) => ASKS.test(name))
}

const ASKS = /^purpose|^provider|market|advert|target|ad_|statist|analy|measure|performance|C000[24]/i

function tcIn(url: string): Reading | null {
  const decoded = tcf.decode(parameter(url, 'gdpr_consent') ?? '')
  return decoded.ok ? decoded.value : null
}
