import { draft, grouped, listed, onSteps, quoted, subjectOf, when, whereOf } from './drafting.ts'
import type { Sighting } from '../model.ts'
import type { Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** A video, map or font came from its vendor before the visitor had been asked, with no placeholder in between. */
export const embedBeforeChoice: Rule = {
  id: 'F36',
  title: 'Video, map or font loaded before any choice',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 6(1)', 'LG München I, 3 O 17493/20 (fonts)'],
  severity: 'medium',
  states: ['no-choice'],
  asked: 'each',
  needs: ['request'],
  holds: said`no video, map or font was fetched from a vendor`,
  evaluate: (sightings, context) =>
    grouped(
      sightings.filter((each) => kindOf(each, context) !== null),
      (each) => `${subjectOf(each)} ${kindOf(each, context)}`,
    ).map((same) => {
      const [first] = same
      const kind = kindOf(first, context) ?? 'content'
      const items = listed(same.map(({ item }) => quoted(item)))
      return draft(context, same, {
        item: kind,
        summary: said`${FETCHED[kind]} of ${first.name} was fetched (${items}) ${onSteps(context, same)} ${when(context.state)}; the vendor learns of the visit and may read and store on the device.`,
        fix: said`${whereOf(context, same)}: ${kind === 'font' ? FIX_FONT : FIX_EMBED}`,
        readings: READINGS,
      })
    }),
}

const FETCHED = {
  video: said`A video`,
  map: said`A map`,
  font: said`A font`,
  content: said`A content`,
} as const

type Kind = 'video' | 'map' | 'font'

/** Of third parties that serve a function; what serves advertising or statistics is asked about elsewhere. */
function kindOf(sighting: Sighting, context: RuleContext): Kind | null {
  const { kind, party, category, purpose, vendorId, item } = sighting
  const isFetched = purpose === 'content' || purpose === 'load'
  if (kind !== 'request' || party !== 'third' || category !== 'functional' || !isFetched || vendorId === null)
    return null
  if (context.effect(sighting) !== 'sent') return null
  const { kinds } = context.vendor(vendorId)
  const named = NAMES.find(([, words]) => words.test(item))
  // A vendor of many things is known by the address alone.
  if (named || kinds.includes('umbrella')) return named?.[0] ?? null
  return KINDS.find(([, of]) => kinds.some((each) => of.includes(each)))?.[0] ?? null
}

const NAMES: readonly (readonly [Kind, RegExp])[] = [
  ['font', /^fonts\.|^use\.typekit/],
  ['map', /(^|\.)maps\.|google\.[a-z.]+\/maps|maps\.gstatic/],
  ['video', /youtube(-nocookie)?\.com|(^|\.)ytimg\.com|player\.vimeo\.com/],
]

const KINDS: readonly (readonly [Kind, readonly string[]])[] = [
  ['video', ['video', 'media']],
  ['map', ['maps']],
  ['font', ['fonts']],
]

const FIX_FONT = said`serve the font from the site’s own host instead.`
const FIX_EMBED = said`show a placeholder with a picture of the site’s own, and load the embed once the visitor presses it or consents.`

const READINGS = {
  strict: said`fetching it hands the vendor the visitor’s address and lets it read the device, and the visitor had asked for none of it.`,
  tolerant: said`it is part of the page the visitor asked for.`,
}
