import type { Jurisdiction } from './jurisdiction.ts'

const NO_SIGNAL = 'No law of France gives force to Global Privacy Control, or asks for a link to opt out of a sale.'

const LIL = 'Loi Informatique et Libertés art. 82'
const EXEMPTION =
  'Audience measurement is exempt when its sole purpose is measuring for the publisher, statistics are anonymous, nothing is combined across sites or passed on, the visitor is told, and trackers end after 13 months without renewal; whether that is so cannot be seen from outside. Google Analytics in its standard form does not meet this.'

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
    F19: ['CNIL guidelines 2020-091 and recommendation 2020-092: at most 13 months'],
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
    F18: 'Six months is what the CNIL recommends, for a yes as for a no.',
  },
  sources: [
    'Loi n° 78-17 du 6 janvier 1978, art. 82',
    'CNIL, deliberations 2020-091 and 2020-092 of 17 September 2020',
    'CNIL, deliberations SAN-2025-004 (Google) and SAN-2025-005 (SHEIN), September 2025 (read in press notes)',
    'CNIL, audience measurement: self-assessment since July 2025 (read in press notes)',
  ],
}
