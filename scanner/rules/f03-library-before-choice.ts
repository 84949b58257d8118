import {
  draft,
  gate,
  grouped,
  listed,
  needsConsent,
  onSteps,
  quoted,
  requestsOf,
  subjectOf,
  when,
  whereOf,
} from './drafting.ts'
import type { Sighting, Wording } from '../model.ts'
import type { Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** A tag manager, or the code of a vendor that would normally need consent, was fetched without it; nothing more is known of it. */
export const libraryBeforeChoice: Rule = {
  id: 'F03',
  title: 'Tag manager or library without consent',
  law: ['ePrivacy Directive Art. 5(3)', 'EDPB Guidelines 2/2023'],
  severity: 'low',
  states: ['no-choice', 'rejected'],
  asked: 'each',
  needs: ['request', 'cookie-write', 'storage-write'],
  holds: said`no code of a tag manager or of a vendor that would normally need consent was fetched`,
  evaluate: (sightings, context) => {
    // Whoever also stored or sent something is spoken of by other rules.
    const active = sightings.filter(
      (each) => context.effect(each) === 'stored' || (each.purpose === 'collect' && context.effect(each) === 'sent'),
    )
    const busy = new Set(active.map(subjectOf))
    const loads = sightings.filter(
      (each) =>
        each.purpose === 'load' &&
        context.effect(each) === 'sent' &&
        (needsConsent(each) || isManager(each)) &&
        !busy.has(subjectOf(each)),
    )
    return grouped(loads).map((same) => {
      const items = listed(same.map(({ item }) => quoted(item)))
      return draft(context, same, {
        summary: said`Code of ${same[0].name} was fetched (${items}) ${onSteps(context, same)} ${when(context.state)}; nothing else of it was seen.`,
        fix: isManager(same[0]) ? said`${managed(context, same)}: ${MANAGER_FIX}` : gate(context, same),
        readings: READINGS,
      })
    })
  },
}

/** Brings other people's tags; fonts, maps and captchas are other questions. */
function isManager({ vendorId }: Sighting): boolean {
  return vendorId !== null && /tag-manager|tealium|adobe-launch|ensighten|commanders-act/.test(vendorId)
}

/** The container itself by its id, where its address tells. */
function managed(context: RuleContext, same: readonly [Sighting, ...Sighting[]]): Wording {
  const ids = same
    .flatMap((each) => requestsOf(each, context))
    .map(({ url }) => /[?&]id=(GTM-[A-Z0-9]+)/.exec(url)?.[1])
  const containers = [...new Set(ids.filter((id) => id !== undefined))]
  const where = whereOf(context, same)
  return containers.length === 0 ? where : said`${where} (container ${listed(containers)})`
}

const MANAGER_FIX = said`read strictly, fetch it only after the choice. Otherwise let every consent signal be denied by default before it runs, and give each of its tags a consent check.`

const READINGS = {
  strict: said`fetching the code already reads from the device and passes on its address (VG Hannover, 10 A 5385/22).`,
  tolerant: said`code that waits for the choice and stores nothing needs no consent of its own.`,
}
