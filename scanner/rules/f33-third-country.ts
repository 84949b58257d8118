import type { Sighting, Wording } from '../model.ts'
import { contactOrStored, draft, grouped, listed, subjectOf } from './drafting.ts'
import type { Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** Data goes to vendors seated where the GDPR asks for a ground of its own; which one they have, no browser can see. */
export const thirdCountry: Rule = {
  id: 'F33',
  title: 'Vendors in third countries',
  law: ['GDPR Art. 44 to 49'],
  severity: 'info',
  states: ['accepted', 'no-choice'],
  asked: 'once',
  needs: ['request', 'cookie-write', 'storage-write'],
  holds: said`no vendor at work is known to be seated in a country without an adequacy decision for all`,
  evaluate: (sightings, context) => {
    const active = sightings.filter(
      (each) => each.vendorId !== null && each.party !== 'first' && contactOrStored(each, context),
    )
    const byCountry = Map.groupBy(active, (each) => countryOf(each, context))
    return [...byCountry].flatMap(([country, seen]) => {
      if (country === null || ADEQUATE.has(country)) return []
      const vendors = grouped(seen)
      const names = listed(
        vendors.map(([first]) => first.name),
        12,
      )
      const where = NAMES.get(country) ?? said`the country with the code ${country}`
      return [
        {
          ...draft(context, seen, {
            item: country,
            outcome: 'unclear',
            summary: said`Data went to vendors seated in ${where}: ${names}. ${country === 'US' ? US : OTHERS}`,
            fix: said`Note for each of them the ground of the transfer (adequacy, standard clauses and their assessment), the day it was checked, and name it in the privacy policy: ${names}.`,
          }),
          subject: '',
          vendorId: vendors.length === 1 ? (vendors[0] ? subjectOf(vendors[0][0]) : null) : null,
          category: null,
        },
      ]
    })
  },
}

const US = said`The adequacy decision for the United States (2023/1795) covers only companies on the list of the Data Privacy Framework; whether they are on it today was not looked up.`
const OTHERS = said`No adequacy decision for all recipients there is known here.`

/** Of those that the vendor records name; written here because each release of the platform may call a country otherwise. */
const NAMES: ReadonlyMap<string, Wording> = new Map([
  ['AE', said`the United Arab Emirates`],
  ['AU', said`Australia`],
  ['CN', said`China`],
  ['IN', said`India`],
  ['IR', said`Iran`],
  ['MY', said`Malaysia`],
  ['RU', said`Russia`],
  ['SA', said`Saudi Arabia`],
  ['SG', said`Singapore`],
  ['TR', said`Türkiye`],
  ['TW', said`Taiwan`],
  ['UA', said`Ukraine`],
  ['US', said`the United States`],
  ['VN', said`Vietnam`],
])

function countryOf({ vendorId }: Sighting, { vendor }: RuleContext): string | null {
  return vendorId === null ? null : vendor(vendorId).country
}

/**
 * The European Economic Area, and where the Commission has decided for all recipients; from memory, review before use.
 * Brazil since 26 January 2026, as several law firms report it; the decision itself was not read.
 */
const ADEQUATE: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'
    .split(' ')
    .concat('AD AR BR CA FO GG IL IM JP JE NZ KR CH GB UY'.split(' ')),
)
