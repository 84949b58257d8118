import type { Jurisdiction } from './jurisdiction.ts'

const NO_SIGNAL =
  'No law of Quebec that is known here gives force to Global Privacy Control, or asks for a link to opt out of a sale.'

const LAW_25 = 'Act respecting the protection of personal information in the private sector (P-39.1), s. 8.1'
const OPEN = {
  of: 'all',
  strict:
    'section 8.1 wants functions that identify, locate or profile to be off until the visitor turns them on, and to be told of them.',
  tolerant: 'section 9.1 leaves the privacy settings of browser cookies out of confidentiality by default.',
} as const

/** Quebec under Law 25: profiling is off by default, browser cookies are left out of privacy by default; both are told. */
export const caQc: Jurisdiction = {
  id: 'ca-qc',
  title: 'Quebec',
  reviewed: '2026-11-21',
  severity: { F01: 'medium', F02: 'medium', F04: 'medium', F05: 'low', F06: 'high', F08: 'high' },
  law: {
    F01: [LAW_25, 's. 9.1'],
    F02: [LAW_25],
    F04: [LAW_25],
    F05: [LAW_25],
    F06: [LAW_25, 's. 14'],
    F08: [LAW_25, 's. 14'],
    F09: [LAW_25],
    F17: [LAW_25, 's. 14'],
    F37: [LAW_25],
    F39: ['P-39.1, s. 10'],
  },
  strict: [],
  open: { F01: OPEN, F02: OPEN, F04: OPEN, F09: OPEN, F20: OPEN, F23: OPEN },
  notAsked: {
    F24: NO_SIGNAL,
    F25: NO_SIGNAL,
    F18: 'No time for which a choice may be kept is known for Quebec.',
    F19: 'No time for which a cookie may live is known for Quebec.',
  },
  limits: { choiceDays: 731, trackerDays: 731 },
  notes: {
    F01: 'Two sections pull apart here; what a tag does with the cookie decides, and that cannot be seen from outside.',
  },
  sources: [
    'Law 25 (2021, c. 25), sections 8.1 and 9.1 of P-39.1, in force since 22 September 2023 (read as quoted)',
    'P-39.1, s. 14: consent is clear, free, informed, for specific purposes, and only for as long as they need (read in the text of 2006 and in a note on today’s)',
    'unverified: P-39.1, s. 10',
  ],
}
