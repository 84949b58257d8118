import type { Jurisdiction } from './jurisdiction.ts'

const OPT_OUT = 'California asks for a way to opt out of sale and sharing, not for consent before a tag runs.'
const NO_RULE = 'No rule of California that is known here asks this.'

/** California: no consent before, but an opt-out that stops sale and sharing, also by Global Privacy Control. */
export const usCa: Jurisdiction = {
  id: 'us-ca',
  title: 'California',
  reviewed: '2026-11-21',
  severity: { F08: 'high', F17: 'high', F26: 'high', F28: 'medium', F33: 'info' },
  law: {
    F08: ['CCPA § 1798.120, 1798.135', '11 CCR 7026'],
    F12: ['11 CCR 7004(a)(2) (symmetry in choice)'],
    F17: ['CCPA § 1798.135', '11 CCR 7026'],
    F26: ['CCPA § 1798.100, 1798.120'],
    F27: ['California Invasion of Privacy Act, Penal Code § 631', 'CCPA § 1798.100'],
    F28: ['CCPA § 1798.120'],
    F30: ['California Invasion of Privacy Act, Penal Code § 631', 'CCPA § 1798.100'],
    F31: ['PCI DSS 4.0.1, 6.4.3 and 11.6.1'],
    F32: ['CCPA § 1798.130 (what the privacy policy discloses)'],
    F39: ['CCPA § 1798.100(e) (reasonable security)'],
  },
  strict: [],
  open: {
    F08: {
      of: 'all',
      strict: 'a refusal on the banner is a request to opt out, and whatever shares data for advertising has to stop.',
      tolerant: 'the opt-out is made elsewhere on the site, and the banner only speaks of cookies.',
    },
  },
  notAsked: {
    ...silent(['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F09', 'F20', 'F21', 'F23', 'F37'], OPT_OUT),
    ...silent(['F10', 'F11', 'F13', 'F14', 'F15', 'F22', 'F34', 'F35', 'F36'], OPT_OUT),
    ...silent(['F16', 'F18', 'F19', 'F29', 'F33'], NO_RULE),
  },
  limits: { choiceDays: 731, trackerDays: 731 },
  notes: {
    F12: 'In its order on Honda the agency counted two clicks to opt out against one to opt in.',
    F17: 'Orders of California’s agencies (Honda, Todd Snyder, Healthline, Tractor Supply, Disney, Ford) were mostly about opt-outs that did not stop pixels.',
    F27: 'Courts differ on whether reading a form before it is sent is interception under the act of 1967.',
    F30: 'Courts differ on whether session replay is interception under the act of 1967.',
  },
  sources: [
    'California Consumer Privacy Act, Civil Code § 1798.100 to 1798.135 (read in notes of law firms)',
    '11 CCR 7025 (opt-out preference signals) and 7026(a)(4) (a cookie banner alone is no method to opt out) (read); 7025(c)(6), the duty to display that the signal was processed, since 1 January 2026 (quoted by a law firm); 7004 (read in notes of law firms)',
    'orders and settlements of California’s agencies 2024 to 2026 (read in notes of law firms)',
    'California Penal Code § 631(a) (read)',
    'California Opt Me Out Act, AB 566, signed 8 October 2025: browsers must offer the signal from 1 January 2027 (read in notes of law firms)',
  ],
}

function silent(rules: readonly string[], because: string): Readonly<Record<string, string>> {
  return Object.fromEntries(rules.map((rule) => [rule, because]))
}
