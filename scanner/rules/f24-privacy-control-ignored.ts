import { shown, siteDraft } from './banner/layers.ts'
import { draft, grouped, inBrackets, parameter, requestsOf, sentData, wentTo } from './drafting.ts'
import type { ObservationOf, Sighting } from '../model.ts'
import { gpp } from '../signals/gpp.ts'
import { metaDpo } from '../signals/meta-dpo.ts'
import { unescaped } from '../signals/signal.ts'
import { usPrivacy } from '../signals/us-privacy.ts'
import type { DraftFinding, Rule, RuleContext } from './rule.ts'
import { NOTHING, said } from '../said.ts'

/** The browser asked not to have data sold or shared, and vendors to whom that would be a sale were sent data all the same. */
export const privacyControlIgnored: Rule = {
  id: 'F24',
  title: 'Global Privacy Control not honoured',
  law: ['CCPA § 1798.120, 1798.135', '11 CCR 7025(c)(1), (c)(6), 7026'],
  severity: 'high',
  states: ['gpc'],
  asked: 'each',
  needs: ['request', 'signal', 'page'],
  holds: said`no vendor to whom that would be a sale or sharing was sent data, and the page said that it had met the signal`,
  evaluate: (sightings, context) => [...stillSharing(sightings, context), ...unconfirmed(sightings, context)],
}

function stillSharing(sightings: readonly Sighting[], context: RuleContext): readonly DraftFinding[] {
  const sent = sightings.filter(
    (each) => each.party !== 'first' && sentData(each, context) && !isToldOfOptOut(each, context),
  )
  return grouped(sent).flatMap((same) => {
    const [first] = same
    const sale = saleOf(first, context)
    if (sale === 'no') return []
    const isOpen = sale === 'possible'
    const doubt = isOpen
      ? said` Whether this is a sale or sharing depends on the contract with the vendor: a person has to look.`
      : NOTHING
    return [
      draft(context, same, {
        outcome: isOpen ? 'unclear' : 'fail',
        summary: said`${wentTo(context, same)}, and none of them told the vendor of the opt-out.${doubt}`,
        fix: said`Treat the signal (\`Sec-GPC: 1\`, \`navigator.globalPrivacyControl\`) as an opt-out of sale and sharing: hold ${first.name}${inBrackets(context, same)} back, or switch it to restricted processing.`,
      }),
    ]
  })
}

/** What giving this vendor data comes to; of marketing about which nothing is known it is possible. */
function saleOf({ vendorId, category }: Sighting, context: RuleContext): 'likely' | 'possible' | 'no' {
  const known = vendorId === null ? 'unknown' : context.vendor(vendorId).saleOrShare
  return known === 'unknown' ? (category === 'marketing' ? 'possible' : 'no') : known
}

/** Each request says that the visitor opted out, as US law lets a service provider be told. */
function isToldOfOptOut(sighting: Sighting, context: RuleContext): boolean {
  return requestsOf(sighting, context).every(({ url }) => {
    const decoded = [
      usPrivacy.decode(parameter(url, 'us_privacy') ?? ''),
      gpp.decode(unescaped(parameter(url, 'gpp') ?? '')),
      metaDpo.decode(parameter(url, 'dpo') ?? ''),
    ]
    return decoded.some((each) => each.ok && each.value.denied.length > 0) || parameter(url, 'rdp') === '1'
  })
}

/** Since 1 January 2026 a business shows whether it has processed the signal. */
function unconfirmed(sightings: readonly Sighting[], context: RuleContext): readonly DraftFinding[] {
  const { observations } = context
  const all = [...sightings, ...(context.sightingsIn('no-choice') ?? [])]
  if (!all.some((each) => each.party !== 'first' && saleOf(each, context) !== 'no')) return []
  if (observations.some((seen) => seen.kind === 'signal' && seen.standard === 'gpc-notice')) return []
  const pages = shown(
    context,
    observations.filter((seen): seen is ObservationOf<'page'> => seen.kind === 'page'),
  )
  if (pages.length === 0) return []
  return [
    siteDraft(context, pages, {
      item: 'confirmation',
      severity: 'medium',
      summary: said`No page said in visible words that it had met the signal of Global Privacy Control.`,
      fix: said`Show that the signal was honoured, for example with the words "Opt-Out Request Honored" in the banner or the footer.`,
    }),
  ]
}
