import type { Jurisdiction } from './jurisdiction.ts'

const NO_SIGNAL = 'No law of France gives force to Global Privacy Control, or asks for a link to opt out of a sale.'

const LIL = 'Loi Informatique et Libertés art. 82'
const EXEMPTION =
  'Audience measurement is exempt when its sole purpose is measuring for the publisher alone, statistics are anonymous, nothing is matched with other data or passed on unless anonymous, and nobody is followed across sites. The CNIL recommends besides that visitors are told, trackers end after 13 months without renewal, and data after 25. Whether that is so cannot be seen from outside.'

const EXEMPTABLE = {
  of: 'exemptable',
  strict: 'one condition that is not met, such as passing data on, brings consent back.',
  tolerant: 'audience measurement that keeps to the conditions of the CNIL is exempt.',
} as const

/** France: the CNIL's guidelines, its exemption for audience measurement, and its fines of September 2025. */
export const fr: Jurisdiction = {
  id: 'fr',
  title: 'France',
  reviewed: '2026-11-21',
  severity: {},
  law: {
    F01: [LIL, 'GDPR Art. 6(1)(a)', 'CNIL SAN-2025-005 (cookies before any choice)'],
    F02: [LIL, 'GDPR Art. 6(1)(a)', 'EDPB Guidelines 2/2023'],
    F04: [`${LIL}: any storage on the device, not only cookies`, 'GDPR Art. 6(1)(a)'],
    F06: [LIL, 'GDPR Art. 7', 'CNIL SAN-2025-005 (ineffective refusal)'],
    F07: [LIL, 'GDPR Art. 7(3)'],
    F08: [LIL, 'GDPR Art. 7', 'CNIL SAN-2025-005 (ineffective refusal)'],
    F09: [LIL, 'GDPR Art. 4(11), 7(1)'],
    F18: ['CNIL recommendation 2020-092: 6 months for a choice'],
    F19: ['CNIL on audience measurement (4 July 2025): a recommendation of at most 13 months, without renewal'],
  },
  strict: ['F37'],
  open: {
    'F01 analytics': EXEMPTABLE,
    'F02 analytics': EXEMPTABLE,
    'F04 analytics': EXEMPTABLE,
    'F09 analytics': EXEMPTABLE,
  },
  notAsked: { F24: NO_SIGNAL, F25: NO_SIGNAL },
  limits: { choiceDays: 184, trackerDays: 397 },
  notes: {
    'F01 analytics': EXEMPTION,
    'F02 analytics': EXEMPTION,
    'F04 analytics': EXEMPTION,
    'F09 analytics': EXEMPTION,
    F18: 'Six months is what the CNIL calls good practice, for a yes as for a no.',
    F19: 'The 13 months are the CNIL’s recommendation for exempted audience measurement; held against other trackers they are a yardstick.',
  },
  sources: [
    'Loi n° 78-17 du 6 janvier 1978, art. 82',
    'CNIL, deliberations 2020-091 and 2020-092 of 17 September 2020 (six months: read in notes of law firms)',
    'CNIL, deliberation SAN-2025-005 (SHEIN), 1 September 2025, in the CNIL’s own announcement; SAN-2025-004 (Google) (read in notes of law firms)',
    'CNIL, solutions for audience measurement, 4 July 2025: conditions of the exemption, and self-assessment by providers (cnil.fr, read)',
  ],
}
