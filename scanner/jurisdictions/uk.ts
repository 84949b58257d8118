import type { Jurisdiction } from './jurisdiction.ts'

const NO_SIGNAL =
  'No law of the United Kingdom gives force to Global Privacy Control, or asks for a link to opt out of a sale.'

const PECR = 'PECR regulation 6 and Schedule A1'
const EXCEPTION =
  'Since 5 February 2026 statistics about how one’s own service is used need no consent where that is their sole purpose and they serve to improve it, the visitor is clearly informed and can object simply and free of charge; not for advertising, frequency capping or measuring it. Whether that is so cannot be seen from outside.'

const OWN_STATISTICS = {
  of: 'exemptable',
  strict:
    'the exception is lost once anything is passed on, joined or used for advertising, or no objection is offered.',
  tolerant: 'statistics on the use of one’s own service, with clear words and a simple objection, need no consent.',
} as const

/** The United Kingdom after the Data (Use and Access) Act 2025: own statistics and appearance are excepted, advertising is not. */
export const uk: Jurisdiction = {
  id: 'uk',
  title: 'United Kingdom',
  reviewed: '2026-11-21',
  severity: {
    'F01 analytics': 'medium',
    'F02 analytics': 'medium',
    'F04 analytics': 'medium',
  },
  law: {
    F01: [PECR, 'UK GDPR Art. 6(1)(a)'],
    F02: [PECR, 'UK GDPR Art. 6(1)(a)'],
    F03: [PECR],
    F04: [`${PECR}: any storage on the device, not only cookies`, 'UK GDPR Art. 6(1)(a)'],
    F05: [PECR],
    F06: [PECR, 'UK GDPR Art. 4(11), 7'],
    F07: [PECR, 'UK GDPR Art. 7(3)'],
    F08: [PECR, 'UK GDPR Art. 4(11), 7'],
    F09: [PECR, 'UK GDPR Art. 4(11), 7(1)'],
    F16: [PECR, 'UK GDPR Art. 7'],
    F17: ['UK GDPR Art. 7, 25', PECR],
    F18: ['UK GDPR Art. 5(1)(e), 7'],
    F19: ['UK GDPR Art. 5(1)(e)'],
    F20: [PECR, 'UK GDPR Art. 4(11)', 'Google EU user consent policy'],
    F23: [PECR, 'UK GDPR Art. 7(1)', 'Microsoft Advertising consent requirements (May 2025)'],
    F37: [PECR],
    F39: ['UK GDPR Art. 32'],
  },
  strict: ['F37'],
  open: {
    'F01 analytics': OWN_STATISTICS,
    'F02 analytics': OWN_STATISTICS,
    'F04 analytics': OWN_STATISTICS,
    'F09 analytics': OWN_STATISTICS,
  },
  notAsked: { F24: NO_SIGNAL, F25: NO_SIGNAL },
  limits: { choiceDays: 731, trackerDays: 397 },
  notes: {
    'F01 analytics': EXCEPTION,
    'F02 analytics': EXCEPTION,
    'F04 analytics': EXCEPTION,
    'F09 analytics': EXCEPTION,
  },
  sources: [
    'Privacy and Electronic Communications (EC Directive) Regulations 2003, reg. 6',
    'Data (Use and Access) Act 2025, s. 112, in force since 5 February 2026 by SI 2026/82, reg. 2(w) (read); Schedule 12, which puts Schedule A1 into PECR (its beginning read, the exceptions in notes of law firms)',
    'ICO guidance on storage and access technologies, 29 April 2026 (read in notes of law firms); exemptions for advertising were being prepared, and were no law as of May 2026',
  ],
}
